import { deserialize, serialize } from 'node:v8';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { severities, statuses, type Verdict } from '../../shared/model/finding.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';

/**
 * The verdicts of one check at one place, as columns of numbers. A judgement of a large estate has half a million of
 * them: as rows with indexes they took twenty seconds to write and a third of the file, and judging
 * again 25 s where it takes 2 s with columns (docs/decisions/verdicts-in-columns.md).
 */
export interface Columns {
  /** Row of the resource. */
  resource: Int32Array;
  /** Row of the verdict's text and evidence. */
  content: Int32Array;
  /** 53 bits of a hash of that text: tells without reading it whether a verdict is what it was. */
  digest: Float64Array;
  /** The last 16 bits of its reference; missing in judgements of earlier versions and of memory alone. */
  tail?: Uint16Array | null;
  /** Places in `statuses` and `severities`. */
  status: Uint8Array;
  severity: Uint8Array;
  /** Micros a month, 0 for none; null when no verdict has one. */
  saving: Float64Array | null;
  /** 1 when the saving enters the totals. */
  counted: Uint8Array | null;
  /** Null when no verdict has one. */
  subKey: string[] | null;
}

export interface Chunk {
  check: string;
  columns: Columns;
}

/** What of a verdict is text and evidence; equal ones are stored once. */
export type StoredVerdict = Pick<Verdict, 'reason' | 'parameters' | 'seen' | 'saving' | 'missing'> & {
  /** Row of the list of reads that it rests on: there are few such lists, and many verdicts. */
  reads: number;
};

/** Collects the verdicts of one check at one place. */
export class ColumnsBuilder {
  #size = 0;
  #resource = new Int32Array(FIRST);
  #content = new Int32Array(FIRST);
  #digest = new Float64Array(FIRST);
  #tail = new Uint16Array(FIRST);
  #tails = true;
  #status = new Uint8Array(FIRST);
  #severity = new Uint8Array(FIRST);
  /** By position, for the few that have one. */
  readonly #savings = new Map<number, number>();
  readonly #subKeys = new Map<number, string>();

  /** Gives the position of the verdict. */
  add(
    resource: number,
    text: { content: number; digest: number; tail?: number },
    verdict: Verdict,
    severity: NonNullable<Verdict['severity']>,
  ): number {
    const position = this.#size++;
    if (position === this.#resource.length) this.#grow();
    this.#resource[position] = resource;
    this.#content[position] = text.content;
    this.#digest[position] = text.digest;
    if (text.tail === undefined) this.#tails = false;
    else this.#tail[position] = text.tail;
    this.#status[position] = numberOfStatus[verdict.status];
    this.#severity[position] = numberOfSeverity[severity];
    if (verdict.saving) this.#savings.set(position, verdict.saving.monthly);
    if (verdict.subKey) this.#subKeys.set(position, verdict.subKey);
    return position;
  }

  build(): Columns {
    const size = this.#size;
    const has = { saving: this.#savings.size > 0, subKey: this.#subKeys.size > 0 };
    return {
      resource: this.#resource.slice(0, size),
      content: this.#content.slice(0, size),
      digest: this.#digest.slice(0, size),
      tail: this.#tails ? this.#tail.slice(0, size) : null,
      status: this.#status.slice(0, size),
      severity: this.#severity.slice(0, size),
      saving: has.saving ? Float64Array.from({ length: size }, (_, i) => this.#savings.get(i) ?? 0) : null,
      counted: has.saving ? new Uint8Array(size) : null,
      subKey: has.subKey ? Array.from({ length: size }, (_, i) => this.#subKeys.get(i) ?? '') : null,
    };
  }

  #grow(): void {
    const grown = <A extends Int32Array | Float64Array | Uint16Array | Uint8Array>(to: A, from: A): A => {
      to.set(from);
      return to;
    };
    const size = this.#resource.length * 4;
    this.#resource = grown(new Int32Array(size), this.#resource);
    this.#content = grown(new Int32Array(size), this.#content);
    this.#digest = grown(new Float64Array(size), this.#digest);
    this.#tail = grown(new Uint16Array(size), this.#tail);
    this.#status = grown(new Uint8Array(size), this.#status);
    this.#severity = grown(new Uint8Array(size), this.#severity);
  }
}

/** Most checks have a few dozen verdicts at a place, and some have thirty thousand. */
const FIRST = 64;
const numbered = <N extends string>(names: readonly N[]) =>
  Object.fromEntries(names.map((name, number) => [name, number])) as Record<N, number>;
const numberOfStatus = numbered(statuses);
const numberOfSeverity = numbered(severities);

/** Writes the chunks of a judgement in the order in which they were judged. Call inside a transaction. */
export function writeVerdicts(
  db: Db<EngagementSchema>,
  judgement: number,
  chunks: readonly Chunk[],
  ruleId: (check: string) => number,
): void {
  const insert = db.prepare('INSERT INTO verdicts (judgement_id, rule_id, columns) VALUES (?, ?, ?)');
  for (const { check, columns } of chunks)
    insert.run(judgement, ruleId(check), zstdCompressSync(serialize(columns)));
}

/** All verdicts of a judgement; a verdict's number is its position. */
export interface Verdicts {
  judgement: number;
  size: number;
  /** Ids of checks; `rule` holds places in it. */
  checks: string[];
  rule: Uint16Array;
  resource: Int32Array;
  content: Int32Array;
  digest: Float64Array;
  /** Null: not all have one. */
  tail: Uint16Array | null;
  status: Uint8Array;
  severity: Uint8Array;
  saving: Float64Array;
  counted: Uint8Array;
  subKey(verdict: number): string;
  /** Where the verdicts of each chunk begin. */
  starts: readonly number[];
  /** Of a judgement that is in memory alone: what is text and evidence of those that somebody may look at. */
  unwritten?: ReadonlyMap<number, Omit<StoredVerdict, 'reads'> & { reads: readonly string[] }>;
}

/** Those of a judgement, or of one check in it. */
export const loadVerdicts = (db: Db<EngagementSchema>, judgement: number, check?: string): Verdicts =>
  verdictsOf(judgement, loadChunks(db, judgement, check));

/** The same as they were written. */
export function loadChunks(db: Db<EngagementSchema>, judgement: number, check?: string): Chunk[] {
  const rows = db.q
    .selectFrom('verdicts')
    .innerJoin('rule', 'rule.id', 'verdicts.rule_id')
    .select(['rule.check_id', 'columns'])
    .where('judgement_id', '=', judgement)
    .orderBy('verdicts.id');
  return db.all(check === undefined ? rows : rows.where('rule.check_id', '=', check)).map((row) => ({
    check: row.check_id,
    columns: deserialize(zstdDecompressSync(row.columns)) as Columns,
  }));
}

/** Chunks as one list. */
export function verdictsOf(judgement: number, chunks: readonly Chunk[]): Verdicts {
  const size = chunks.reduce((sum, { columns }) => sum + columns.resource.length, 0);
  const checks = [...new Set(chunks.map((chunk) => chunk.check))];
  const numbers = new Map(checks.map((check, number) => [check, number]));
  const subKeys = new Map<number, string>();
  const starts: number[] = [];
  const all: Verdicts = {
    judgement,
    size,
    checks,
    rule: new Uint16Array(size),
    resource: new Int32Array(size),
    content: new Int32Array(size),
    digest: new Float64Array(size),
    tail: chunks.every(({ columns }) => columns.tail) ? new Uint16Array(size) : null,
    status: new Uint8Array(size),
    severity: new Uint8Array(size),
    saving: new Float64Array(size),
    counted: new Uint8Array(size),
    subKey: (verdict) => subKeys.get(verdict) ?? '',
    starts,
  };
  let start = 0;
  for (const { check, columns } of chunks) {
    const { length } = columns.resource;
    starts.push(start);
    all.rule.fill(numbers.get(check)!, start, start + length);
    all.resource.set(columns.resource, start);
    all.content.set(columns.content, start);
    all.digest.set(columns.digest, start);
    all.tail?.set(columns.tail!, start);
    all.status.set(columns.status, start);
    all.severity.set(columns.severity, start);
    if (columns.saving) all.saving.set(columns.saving, start);
    if (columns.counted) all.counted.set(columns.counted, start);
    for (const [i, subKey] of columns.subKey?.entries() ?? []) if (subKey) subKeys.set(start + i, subKey);
    start += length;
  }
  return all;
}

/** The list as its chunks again, over the same memory. */
export function chunksOf(verdicts: Verdicts): Chunk[] {
  return verdicts.starts.map((start, at) => {
    const end = verdicts.starts[at + 1] ?? verdicts.size;
    const subKeys = Array.from({ length: end - start }, (_, i) => verdicts.subKey(start + i));
    return {
      check: verdicts.checks[verdicts.rule[start]!]!,
      columns: {
        resource: verdicts.resource.subarray(start, end),
        content: verdicts.content.subarray(start, end),
        digest: verdicts.digest.subarray(start, end),
        tail: verdicts.tail?.subarray(start, end) ?? null,
        status: verdicts.status.subarray(start, end),
        severity: verdicts.severity.subarray(start, end),
        saving: verdicts.saving.subarray(start, end),
        counted: verdicts.counted.subarray(start, end),
        subKey: subKeys.some((key) => key !== '') ? subKeys : null,
      },
    };
  });
}
