import { copyFileSync, existsSync } from 'node:fs';
import { FieldbookError } from '../../shared/contract/errors.ts';
import type { Db } from './database.ts';

export interface Migration {
  name: string;
  sql: string;
}

/**
 * Brings a file to the newest version, each step in a transaction of its own; `user_version` counts the steps.
 * A file that holds data is copied first, to `<file>.before-v<N>`. Files from a newer Fieldbook are refused.
 */
export function migrate<S>(
  db: Db<S>,
  migrations: readonly Migration[],
): { from: number; to: number; backup?: string } {
  const from = db.pragma('user_version') as number;
  const to = migrations.length;
  if (from > to)
    throw new FieldbookError(
      'file-from-future',
      `${db.path} was written by a newer Fieldbook (file version ${from}, this program knows ${to}).`,
      'Update Fieldbook, then open the file again. It was not changed.',
    );
  if (from === to) return { from, to };
  if (db.readonly)
    throw new FieldbookError(
      'read-only',
      `${db.path} is of an older version (${from} of ${to}) and must be brought up to date before it is read.`,
      'Open it once for writing, or copy it to a folder that you can write to.',
    );
  const backup = from > 0 ? backUp(db, to) : undefined;
  for (let version = from; version < to; version++) {
    db.transaction(() => {
      // Another process may have made the step since.
      if ((db.pragma('user_version') as number) > version) return;
      db.exec(migrations[version]!.sql);
      db.pragma(`user_version = ${version + 1}`);
    });
  }
  return { from, to, ...(backup && { backup }) };
}

function backUp<S>(db: Db<S>, to: number): string {
  db.pragma('wal_checkpoint(TRUNCATE)');
  let backup = `${db.path}.before-v${to}`;
  for (let n = 2; existsSync(backup); n++) backup = `${db.path}.before-v${to}-${n}`;
  copyFileSync(db.path, backup);
  return backup;
}
