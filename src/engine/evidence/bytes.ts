import { createHash, type Hash } from 'node:crypto';
import type { FieldbookError } from '../../shared/contract/errors.ts';
import { cannot } from '../cannot.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';

/** Largest piece of evidence, in bytes. */
export const MOST_BYTES = 200 * 1024 * 1024;
/** Bytes of a row: a read of any part of a file touches a few of them. */
const CHUNK = 512 * 1024;

type Engagement = Db<EngagementSchema>;

export interface Stored {
  sha256: string;
  bytes: number;
}

/** A file on its way in. Its rows have no hash until it is whole, so a crash leaves nothing that anybody refers to. */
export class Incoming {
  readonly #db: Engagement;
  readonly #id: number;
  readonly #hash: Hash = createHash('sha256');
  readonly #most: number;
  #rest: Buffer = Buffer.alloc(0);
  #size = 0;
  #written = 0;

  constructor(db: Engagement, most: number = MOST_BYTES) {
    this.#db = db;
    this.#most = most;
    this.#id = Number(db.run(db.q.insertInto('blob').values({ sha256: null, size: 0 })).lastInsertRowid);
  }

  /** Bytes so far. */
  get size(): number {
    return this.#size;
  }

  append(bytes: Uint8Array): void {
    this.#size += bytes.byteLength;
    if (this.#size > this.#most) {
      this.drop();
      throw tooLarge(this.#most);
    }
    this.#hash.update(bytes);
    this.#rest = Buffer.concat([this.#rest, bytes]);
    while (this.#rest.byteLength >= CHUNK) {
      this.#write(this.#rest.subarray(0, CHUNK));
      this.#rest = this.#rest.subarray(CHUNK);
    }
  }

  /** Gives it its hash; what is there already is not stored twice. */
  finish(): Stored {
    if (this.#rest.byteLength > 0) this.#write(this.#rest);
    const { q } = this.#db;
    const stored = { sha256: this.#hash.digest('hex'), bytes: this.#size };
    this.#db.transaction(() => {
      const known = this.#db.get(q.selectFrom('blob').select('id').where('sha256', '=', stored.sha256));
      if (known && isWhole(this.#db, stored.sha256)) return this.drop();
      // One that was damaged is whole again.
      if (known) this.#db.run(q.deleteFrom('blob').where('id', '=', known.id));
      this.#db.run(
        q.updateTable('blob').set({ sha256: stored.sha256, size: stored.bytes }).where('id', '=', this.#id),
      );
    });
    return stored;
  }

  drop(): void {
    this.#db.run(this.#db.q.deleteFrom('blob').where('id', '=', this.#id));
  }

  #write(bytes: Buffer): void {
    this.#db.run(
      this.#db.q
        .insertInto('blob_chunk')
        .values({ blob_id: this.#id, position: this.#written, bytes: Buffer.from(bytes) }),
    );
    this.#written += bytes.byteLength;
  }
}

/** Stores bytes that are in memory as a whole. */
export function store(db: Engagement, bytes: Uint8Array): Stored {
  const incoming = new Incoming(db);
  incoming.append(bytes);
  return incoming.finish();
}

/** A part of a file; shorter at its end. Throws when there is no such file. */
export function readPart(db: Engagement, sha256: string, offset: number, length: number): Buffer {
  const blob = find(db, sha256);
  const rows = db.all(
    db.q
      .selectFrom('blob_chunk')
      .select(['position', 'bytes'])
      .where('blob_id', '=', blob.id)
      .where('position', '>', offset - CHUNK)
      .where('position', '<', offset + length)
      .orderBy('position'),
  );
  const first = rows[0];
  if (!first) return Buffer.alloc(0);
  const from = offset - first.position;
  return Buffer.concat(rows.map((row) => row.bytes)).subarray(from, from + length);
}

/** All of a file, row by row. */
export function* readAll(db: Engagement, sha256: string): Generator<Buffer> {
  const { id } = find(db, sha256);
  for (let position = 0; ; ) {
    const row = db.get(
      db.q
        .selectFrom('blob_chunk')
        .select('bytes')
        .where('blob_id', '=', id)
        .where('position', '=', position),
    );
    if (!row) return;
    yield row.bytes;
    position += row.bytes.byteLength;
  }
}

/** True when the bytes are there and are what they were. */
export function isWhole(db: Engagement, sha256: string): boolean {
  if (!db.get(db.q.selectFrom('blob').select('id').where('sha256', '=', sha256))) return false;
  const hash = createHash('sha256');
  for (const bytes of readAll(db, sha256)) hash.update(bytes);
  return hash.digest('hex') === sha256;
}

function find(db: Engagement, sha256: string): { id: number } {
  const row = db.get(db.q.selectFrom('blob').select('id').where('sha256', '=', sha256));
  if (!row) throw damaged();
  return row;
}

export const damaged = (): FieldbookError => cannot('evidence-damaged', 'evidence.damaged');

export const tooLarge = (most: number = MOST_BYTES): FieldbookError =>
  cannot('evidence-too-large', 'evidence.tooLarge', { most: Math.round(most / 1024 / 1024) });
