import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { translateSqliteError } from './errors.ts';
import { connect, openStore } from './open.ts';

export interface Repaired {
  /** The new file beside the damaged one. */
  saved: string;
  rows: number;
  /** What could not be saved, table by table. */
  lost: string[];
}

const STEP = 500;

/**
 * Saves what can be read of a damaged engagement into a new file beside it, under the same passphrase; the damaged
 * file is not touched. Tables are copied in ranges, so that one bad page costs the rows on it and no more.
 */
export function repairStore(path: string, passphrase: string): Repaired {
  const saved = freeName(path);
  const source = connect(path, passphrase, 'read');
  const target = openStore({ path: saved, passphrase, mode: 'create' });
  const lost: string[] = [];
  let rows = 0;
  try {
    target.db.pragma('foreign_keys = OFF');
    for (const table of tablesOf(
      target.db
        .prepare<{ name: string; sql: string }>(
          "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
        )
        .all(),
    )) {
      const result = table.rowids
        ? copyByRowid(source, target, table.name)
        : copyWhole(source, target, table.name);
      rows += result.rows;
      if (result.problem) lost.push(`${table.name}: ${result.problem}`);
    }
    // Rows whose counterpart was on a lost page would break what refers to them.
    const orphans = target.db
      .prepare<{ table: string; rowid: number | null }>('PRAGMA foreign_key_check')
      .all();
    if (orphans.length > 0) lost.push(`${orphans.length} rows refer to rows that were lost`);
    return { saved, rows, lost };
  } catch (error) {
    throw translateSqliteError(error, path);
  } finally {
    source.close();
    target.close();
  }
}

type Target = ReturnType<typeof openStore>;

const tablesOf = (rows: { name: string; sql: string }[]) =>
  rows.map(({ name, sql }) => ({ name, rowids: !/WITHOUT ROWID/i.test(sql) }));

function copyByRowid(
  source: Database.Database,
  target: Target,
  table: string,
): { rows: number; problem?: string } {
  const last = attempt(
    () => source.prepare(`SELECT max(rowid) AS last FROM ${table}`).get() as { last: number | null },
  );
  if ('problem' in last) return { rows: 0, problem: 'not readable at all' };
  let rows = 0;
  let bad = 0;
  const put = inserter(target, table);
  const read = source.prepare(`SELECT rowid AS "_rowid", * FROM ${table} WHERE rowid BETWEEN ? AND ?`);
  const copy = (from: number, to: number): void => {
    const found = attempt(() => read.all(from, to) as Record<string, unknown>[]);
    if ('value' in found) {
      rows += put(found.value.map(({ _rowid, ...row }) => row));
      return;
    }
    if (from === to) {
      bad++;
      return;
    }
    const middle = Math.floor((from + to) / 2);
    copy(from, middle);
    copy(middle + 1, to);
  };
  for (let from = 1; from <= (last.value.last ?? 0); from += STEP) copy(from, from + STEP - 1);
  return bad > 0 ? { rows, problem: `up to ${bad} rows not readable` } : { rows };
}

function copyWhole(
  source: Database.Database,
  target: Target,
  table: string,
): { rows: number; problem?: string } {
  const put = inserter(target, table);
  let rows = 0;
  const result = attempt(() => {
    let chunk: Record<string, unknown>[] = [];
    for (const row of source.prepare(`SELECT * FROM ${table}`).iterate() as Iterable<
      Record<string, unknown>
    >) {
      chunk.push(row);
      if (chunk.length < STEP) continue;
      rows += put(chunk);
      chunk = [];
    }
    rows += put(chunk);
  });
  return 'problem' in result ? { rows, problem: 'not readable after these rows' } : { rows };
}

function inserter(target: Target, table: string): (rows: Record<string, unknown>[]) => number {
  return (rows) => {
    const first = rows[0];
    if (!first) return 0;
    const columns = Object.keys(first);
    const statement = target.db.prepare(
      `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    return target.db.transaction(() =>
      rows.reduce((n, row) => n + statement.run(...columns.map((c) => row[c])).changes, 0),
    );
  };
}

function attempt<T>(work: () => T): { value: T } | { problem: string } {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof Database.SqliteError) return { problem: error.message };
    throw error;
  }
}

function freeName(path: string): string {
  const base = path.replace(/\.fieldbook$/, '');
  for (let n = 1; ; n++) {
    const name = `${base}-repaired${n > 1 ? `-${n}` : ''}.fieldbook`;
    if (!existsSync(name)) return name;
  }
}
