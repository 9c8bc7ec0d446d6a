import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { FieldbookError } from '../../shared/contract/errors.ts';
import { Db, type SlowQueryLog } from './database.ts';
import { damaged, translateSqliteError } from './errors.ts';
import { lockForWriting, type WriterLock } from './lock.ts';
import { type Migration, migrate } from './migrate.ts';
import { engagementMigrations } from './migrations/engagement.ts';
import { assertLongEnough } from './passphrase.ts';
import type { EngagementSchema } from './schema.ts';

/** 'FBK1': tells an engagement file from any other encrypted SQLite file. */
const APPLICATION_ID = 0x46424b31;
/** Larger pages than SQLCipher's own 4 KiB read a snapshot in two thirds of the time (docs/decisions). */
const PAGE_SIZE = 8192;

export interface OpenOptions {
  path: string;
  passphrase: string;
  mode: 'create' | 'write' | 'read';
  slow?: SlowQueryLog;
  /** For tests of migrations. */
  migrations?: readonly Migration[];
}

export interface Store {
  db: Db<EngagementSchema>;
  path: string;
  readonly: boolean;
  /** Set when the file was brought to a newer version: where the copy of the old one is. */
  backup?: string;
  close(): void;
}

/** Opens or creates an engagement file. Every way in which that can go wrong has a code of its own. */
export function openStore(options: OpenOptions): Store {
  const path = resolve(options.path);
  if (options.mode === 'create') assertCreatable(path, options.passphrase);
  else assertOpenable(path);
  const writing = options.mode !== 'read';
  if (writing) assertWritable(path, options.mode);
  const lock: WriterLock | undefined = writing ? lockForWriting(path) : undefined;
  let sqlite: Database.Database | undefined;
  try {
    sqlite = connect(path, options.passphrase, options.mode);
    const db = new Db<EngagementSchema>(sqlite, options.slow);
    const { backup } = prepare(db, options);
    return {
      db,
      path,
      readonly: !writing,
      ...(backup && { backup }),
      close() {
        try {
          // The planner's statistics make the next opening's queries fast; a full disk costs no more than them.
          if (writing) db.pragma('optimize');
        } catch (error) {
          if (!(error instanceof FieldbookError && error.code === 'disk-full')) throw error;
        } finally {
          db.close();
          lock?.release();
        }
      },
    };
  } catch (error) {
    sqlite?.close();
    lock?.release();
    if (!writing && isReadOnlyPlace(error))
      throw new FieldbookError(
        'folder-not-writable',
        `${path} cannot be read in a folder that cannot be written to: SQLite keeps an index beside it while it is open.`,
        'Copy it to a folder that you may write to, and open the copy.',
        { cause: error, about: path },
      );
    throw translateSqliteError(error, path);
  }
}

/** SQLite cannot make the files that go with a WAL database. */
const isReadOnlyPlace = (error: unknown): boolean =>
  error instanceof Database.SqliteError &&
  ['SQLITE_READONLY_CANTINIT', 'SQLITE_READONLY_DIRECTORY', 'SQLITE_CANTOPEN'].includes(error.code);

/** A connection with the key set; tells a wrong passphrase apart from everything else. */
export function connect(path: string, passphrase: string, mode: OpenOptions['mode']): Database.Database {
  const sqlite = new Database(path, {
    readonly: mode === 'read',
    fileMustExist: mode !== 'create',
    timeout: 5000,
  });
  sqlite.pragma(`cipher = 'sqlcipher'`);
  sqlite.pragma(`legacy_page_size = ${PAGE_SIZE}`);
  sqlite.pragma(`key = '${passphrase.replaceAll("'", "''")}'`);
  try {
    sqlite.pragma('user_version');
  } catch (error) {
    sqlite.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB')
      throw new FieldbookError(
        'wrong-passphrase',
        `${path} does not open with this passphrase.`,
        'Check the passphrase, capitals and keyboard layout. If it is right, the first page of the file is damaged or it is no engagement.',
        { cause: error },
      );
    throw error;
  }
  return sqlite;
}

function prepare(db: Db<EngagementSchema>, options: OpenOptions): { backup?: string } {
  const migrations = options.migrations ?? engagementMigrations;
  const version = db.pragma('user_version') as number;
  const application = db.pragma('application_id') as number;
  if (application !== APPLICATION_ID && !(options.mode === 'create' && version === 0 && application === 0))
    throw new FieldbookError(
      'file-foreign',
      `${db.path} is an encrypted database, but no Fieldbook engagement.`,
      'Choose a file that was made with Fieldbook; its name ends in .fieldbook.',
    );
  if (options.mode !== 'read') {
    if (options.mode === 'create') {
      db.pragma(`page_size = ${PAGE_SIZE}`);
      db.pragma(`application_id = ${APPLICATION_ID}`);
    }
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
  }
  db.pragma('foreign_keys = ON');
  // 64 MiB: the indexes of a 100,000-resource estate stay in memory.
  db.pragma('cache_size = -65536');
  db.pragma('temp_store = MEMORY');
  const { backup } = migrate(db, migrations);
  if (options.mode !== 'create') assertIntact(db);
  return backup ? { backup } : {};
}

/** Reads every page of small files; of large ones the schema, which holds every root. `doctor` reads them all. */
function assertIntact(db: Db<EngagementSchema>): void {
  const small = statSync(db.path).size < 64 * 1024 * 1024;
  const verdict = db.pragma(small ? 'quick_check(1)' : 'quick_check(engagement)');
  if (verdict !== 'ok') throw damaged(db.path, new Error(String(verdict)));
}

/** Problems found by reading the whole file; empty when there are none. */
export function checkIntegrity(db: Db<EngagementSchema>): string[] {
  const rows = db.prepare<{ integrity_check: string }>('PRAGMA integrity_check(20)').all();
  return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
}

function assertCreatable(path: string, passphrase: string): void {
  if (existsSync(path))
    throw new FieldbookError(
      'file-exists',
      `${path} exists already.`,
      'Choose another name, or open the file instead of creating it.',
      { about: path },
    );
  assertLongEnough(passphrase);
}

function assertOpenable(path: string): void {
  if (!existsSync(path))
    throw new FieldbookError(
      'file-not-found',
      `There is no file ${path}.`,
      'Check the path, or create an engagement with `fieldbook new`.',
    );
  const { size } = statSync(path);
  if (size === 0)
    throw new FieldbookError(
      'file-damaged',
      `${path} is empty.`,
      'Restore it from a copy: nothing can be read from it.',
    );
  if (header(path) === 'SQLite format 3\0')
    throw new FieldbookError(
      'file-foreign',
      `${path} is a plain SQLite database, not an encrypted Fieldbook engagement.`,
      'Choose a file that was made with Fieldbook; its name ends in .fieldbook.',
    );
  if (size % PAGE_SIZE !== 0)
    throw new FieldbookError(
      size < PAGE_SIZE ? 'file-foreign' : 'file-damaged',
      size < PAGE_SIZE
        ? `${path} is no Fieldbook engagement.`
        : `${path} is damaged: it ends in the middle of a page, as after an incomplete copy.`,
      size < PAGE_SIZE
        ? 'Choose a file that was made with Fieldbook; its name ends in .fieldbook.'
        : `Copy the file again from its source. If there is none, run 'fieldbook doctor --repair ${path}'.`,
    );
}

function header(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(16);
    readSync(file, bytes, 0, 16, 0);
    return bytes.toString('latin1');
  } finally {
    closeSync(file);
  }
}

function assertWritable(path: string, mode: OpenOptions['mode']): void {
  const folder = dirname(path);
  if (!isWritable(folder))
    throw new FieldbookError(
      'folder-not-writable',
      `The folder ${folder} ${existsSync(folder) ? 'cannot be written to' : 'does not exist'}.`,
      mode === 'create'
        ? 'Choose a folder that exists and that you may write to.'
        : `Copy ${path} to a folder that you may write to, and open the copy.`,
      { about: folder },
    );
  if (existsSync(path) && !isWritable(path))
    throw new FieldbookError(
      'folder-not-writable',
      `${path} cannot be written to.`,
      'Open it with --read-only, or open a copy of it.',
      { about: path },
    );
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
