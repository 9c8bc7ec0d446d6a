import { createHash } from 'node:crypto';
import type { Db } from './database.ts';
import type { EngagementSchema } from './schema.ts';

/** 128 bits of SHA-256: no two contents of a lifetime of engagements will share them. */
const hashOf = (body: string): Buffer => createHash('sha256').update(body).digest().subarray(0, 16);

/** Longest text that is looked up by itself instead of by its hash. */
const SHORT = 600;

export interface ContentStore {
  /** Id of a text, which is stored when it is new. */
  put(body: string): number;
  /** Length of all texts that were new, so far. */
  readonly added: number;
}

/**
 * Texts by content: equal texts are one row, in one snapshot or over many. Keeps the newest ids in memory, since
 * most verdicts of a check read alike. Call inside a transaction.
 */
export function contentStore(db: Db<EngagementSchema>, remembered = 50_000): ContentStore {
  const insert = db.prepare<{ id: number }>('INSERT INTO content (hash, body) VALUES (?, ?) RETURNING id');
  const find = db.prepare<{ id: number }>('SELECT id FROM content WHERE hash = ?');
  const ids = new Map<string, number>();
  let added = 0;
  return {
    get added() {
      return added;
    },
    put(body) {
      // Short texts, such as sentences and evidence, come again and again; bodies of resources hardly ever do.
      const short = body.length <= SHORT;
      const known = short ? ids.get(body) : undefined;
      if (known !== undefined) return known;
      const hash = hashOf(body);
      let id = find.get(hash)?.id;
      if (id === undefined) {
        id = insert.get(hash, body)!.id;
        added += body.length;
      }
      if (short) {
        if (ids.size >= remembered) ids.clear();
        ids.set(body, id);
      }
      return id;
    },
  };
}

/** Ids of names in a dictionary table, made when first seen. */
export function dictionary(
  db: Db<EngagementSchema>,
  table: 'read' | 'resource_type' | 'rule' | 'operation',
): (name: string) => number {
  const column = table === 'rule' ? 'check_id' : 'name';
  const insert = db.prepare(`INSERT INTO ${table} (${column}) VALUES (?) ON CONFLICT DO NOTHING`);
  const find = db.prepare<{ id: number }>(`SELECT id FROM ${table} WHERE ${column} = ?`);
  const ids = new Map<string, number>();
  return (name) => {
    let id = ids.get(name);
    if (id === undefined) {
      id = find.get(name)?.id;
      if (id === undefined) {
        insert.run(name);
        id = find.get(name)!.id;
      }
      ids.set(name, id);
    }
    return id;
  };
}
