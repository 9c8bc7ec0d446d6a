import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { FieldbookError } from '../../shared/contract/errors.ts';
import type { Table } from './tables.ts';

/**
 * Writes rows as CSV (RFC 4180, with cells that a spreadsheet would take for a formula defused) or as a JSON array.
 * The file appears under its name only when it is whole.
 */
export async function writeTable(
  path: string,
  format: 'csv' | 'json',
  { columns, rows }: Table,
  signal: AbortSignal,
): Promise<{ path: string; rows: number }> {
  const target = resolve(path);
  const partial = `${target}.part`;
  let count = 0;
  function* counted() {
    for (const row of rows) {
      count++;
      yield row;
    }
  }
  const encode =
    format === 'csv'
      ? stringify({ header: true, columns: [...columns], escape_formulas: true, bom: true })
      : jsonArray();
  try {
    await pipeline(Readable.from(counted()), encode, createWriteStream(partial, { mode: 0o600 }), { signal });
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw asWriteError(error, target);
  }
  return { path: target, rows: count };
}

function jsonArray(): Transform {
  let first = true;
  return new Transform({
    writableObjectMode: true,
    transform(row, _encoding, done) {
      done(null, `${first ? '[\n' : ',\n'}${JSON.stringify(row)}`);
      first = false;
    },
    flush(done) {
      done(null, first ? '[]\n' : '\n]\n');
    },
  });
}

/** A failed write to a place of the user's choice, in words. */
export function asWriteError(error: unknown, target: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code && ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code))
    return new FieldbookError(
      'disk-full',
      `The disk that holds ${target} is full.`,
      'Free some space and repeat.',
      { cause: error },
    );
  if (code && ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR'].includes(code))
    return new FieldbookError(
      'folder-not-writable',
      `${target} cannot be written (${code}).`,
      'Choose a file in a folder that exists and that you may write to.',
      { cause: error, about: target },
    );
  return error;
}
