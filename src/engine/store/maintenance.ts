import { createHash } from 'node:crypto';
import { createReadStream, existsSync, rmSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { asFieldbookError, cancelled, FieldbookError, fromData } from '../../shared/contract/errors.ts';
import type { FromMaintenance, MaintenanceTask, SnapshotSize } from './maintenance-worker.ts';
import type { Store } from './open.ts';

export interface Work {
  signal: AbortSignal;
  /** Bytes written so far, of about how many. */
  onProgress: (done: number, of: number) => void;
}

const POLL_MS = 100;

/** Bytes of a file; 0 when there is none. */
export const bytesOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** Bytes of bodies that each snapshot shows: alone, and together with others; by the snapshot's number. */
export const snapshotSizes = (path: string, passphrase: string): Promise<SnapshotSize[]> =>
  inThread({ task: 'sizes', path, passphrase });

/** Problems found by reading the whole file in a thread of its own; empty when there are none. */
export const verifyFile = (path: string, passphrase: string): Promise<string[]> =>
  inThread({ task: 'verify', path, passphrase });

/** Gives the space that nothing uses back to the disk, in a thread of its own. It cannot be stopped half-way. */
export async function compactFile(store: Store, passphrase: string, { onProgress }: Omit<Work, 'signal'>) {
  const { path, db } = store;
  db.pragma('wal_checkpoint(TRUNCATE)');
  const before = bytesOf(path);
  const used = (db.pragma('page_count') as number) - (db.pragma('freelist_count') as number);
  const expected = used * (db.pragma('page_size') as number);
  // The new pages go through the log of writes first.
  await watched(inThread({ task: 'compact', path, passphrase }), () =>
    onProgress(Math.min(bytesOf(`${path}-wal`), expected), expected),
  );
  db.pragma('wal_checkpoint(TRUNCATE)');
  return { before, after: bytesOf(path) };
}

/**
 * A whole copy under the same passphrase, as of this moment, without the space that nothing uses. It is opened and
 * read once before it is called a backup; one that is cancelled or fails leaves no file behind.
 */
export async function backUp(
  store: Store,
  passphrase: string,
  target: string,
  { signal, onProgress }: Work,
): Promise<{ path: string; bytes: number; sha256: string }> {
  const path = resolve(target);
  if (existsSync(path))
    throw new FieldbookError(
      'file-exists',
      `${path} exists already.`,
      'Choose another name: a backup never replaces a file.',
      { about: path },
    );
  if (signal.aborted) throw cancelled();
  const whole = bytesOf(store.path) + bytesOf(`${store.path}-wal`);
  try {
    await watched(inThread({ task: 'backup', path: store.path, passphrase, target: path }), () =>
      onProgress(Math.min(bytesOf(path), whole), whole),
    );
    // The thread cannot be stopped while SQLite writes; what it wrote goes when it has ended.
    if (signal.aborted) throw cancelled();
    return { path, bytes: bytesOf(path), sha256: await sha256Of(path) };
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

/**
 * Locks the file with another passphrase: SQLite writes every page anew in one transaction, so that a loss of power
 * leaves the old passphrase or the new one and nothing between.
 */
export function lockAnew({ db }: Store, passphrase: string): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
  // A log of writes would hold pages under both.
  if (db.pragma('journal_mode = DELETE') !== 'delete')
    throw new FieldbookError(
      'file-in-use',
      'The file is being read, perhaps for a report, so its passphrase cannot be changed now.',
      'Wait until what is running has ended, and repeat.',
    );
  try {
    db.pragma(`rekey = '${passphrase.replaceAll("'", "''")}'`);
  } finally {
    db.pragma('journal_mode = WAL');
  }
}

/** SHA-256 of a file in hexadecimal. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function watched<T>(work: Promise<T>, look: () => void): Promise<T> {
  const timer = setInterval(look, POLL_MS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}

/** SQLite works on a whole file at one go: in a thread, so that everything else goes on answering. */
function inThread<T>(task: MaintenanceTask): Promise<T> {
  const here = import.meta.url;
  const file = extname(fileURLToPath(here)) === '.ts' ? './maintenance-worker.ts' : './maintenance-worker.js';
  return new Promise((settle, reject) => {
    const worker = new Worker(new URL(file, here), { workerData: task, execArgv: [] });
    worker.once('message', (message: FromMaintenance) => {
      if ('error' in message) reject(fromData(message.error));
      else settle(message.value as T);
    });
    worker.once('error', (error) => reject(asFieldbookError(error)));
    worker.once('exit', (code) => reject(new Error(`The thread ended with ${code} and no answer.`)));
  });
}
