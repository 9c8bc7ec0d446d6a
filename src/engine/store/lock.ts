import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { FieldbookError } from '../../shared/contract/errors.ts';
import { translateSqliteError } from './errors.ts';

export interface WriterLock {
  release(): void;
}

/** A connection that nobody refers to is closed when memory is tidied up, and its lock would go with it. */
const held = new Set<Database.Database>();

/**
 * Only one process writes an engagement. The lock is SQLite's own write lock on a small file beside it, which the
 * system lets go when the process dies, however it dies; so there are no stale locks to clean up. The file itself
 * stays: deleting it could let two processes hold two different files.
 */
export function lockForWriting(path: string): WriterLock {
  const lockFile = join(dirname(path), `.${basename(path)}.lock`);
  let sqlite: Database.Database | undefined;
  try {
    sqlite = new Database(lockFile, { timeout: 0 });
    sqlite.exec(
      'CREATE TABLE IF NOT EXISTS holder (id INTEGER PRIMARY KEY CHECK (id = 1), who TEXT NOT NULL)',
    );
    sqlite
      .prepare('INSERT INTO holder VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET who = excluded.who')
      .run(`process ${process.pid} on ${hostname()} since ${new Date().toISOString()}`);
    sqlite.exec('BEGIN IMMEDIATE');
  } catch (error) {
    const holder = sqlite && holderOf(sqlite);
    sqlite?.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw new FieldbookError(
        'file-in-use',
        `${path} is being written by another Fieldbook${holder ? ` (${holder})` : ''}.`,
        'Close it there, or open it here with --read-only.',
        { cause: error },
      );
    throw translateSqliteError(error, path);
  }
  held.add(sqlite);
  return {
    release() {
      held.delete(sqlite);
      sqlite.close();
    },
  };
}

function holderOf(sqlite: Database.Database): string | undefined {
  try {
    return (sqlite.prepare('SELECT who FROM holder').get() as { who: string } | undefined)?.who;
  } catch (error) {
    // Between the other's first two statements there is no table yet; the refusal then names nobody.
    if (error instanceof Database.SqliteError) return undefined;
    throw error;
  }
}
