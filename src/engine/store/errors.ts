import Database from 'better-sqlite3';
import { FieldbookError } from '../../shared/contract/errors.ts';

/** SQLite's errors as Fieldbook's; anything else is passed on untouched. */
export function translateSqliteError(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const code = error.code;
  if (code === 'SQLITE_FULL')
    return new FieldbookError(
      'disk-full',
      `The disk that holds ${path} is full.`,
      'Free some space and repeat; what was saved before is intact.',
      { cause: error },
    );
  if (code.startsWith('SQLITE_READONLY'))
    return new FieldbookError(
      'read-only',
      `${path} is open read-only.`,
      'Open it without --read-only, or copy it to a folder that you can write to.',
      { cause: error },
    );
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return damaged(path, error);
  if (code.startsWith('SQLITE_IOERR'))
    return new FieldbookError(
      'disk-full',
      `The disk that holds ${path} did not take or give the data (${code}).`,
      'Check that the disk has space and is still connected, then repeat.',
      { cause: error },
    );
  if (code.startsWith('SQLITE_CANTOPEN'))
    return new FieldbookError(
      'folder-not-writable',
      `${path} cannot be opened or created there.`,
      'Check that the folder exists and that you may write to it.',
      { cause: error, about: path },
    );
  return error;
}

export const damaged = (path: string, cause?: unknown): FieldbookError =>
  new FieldbookError(
    'file-damaged',
    `${path} is damaged: parts of it cannot be read.`,
    `Run 'fieldbook doctor --repair ${path}': it saves what can be read into a new file beside it and leaves this one as it is.`,
    cause === undefined ? {} : { cause },
  );
