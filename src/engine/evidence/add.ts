import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { cancelled, FieldbookError } from '../../shared/contract/errors.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { Incoming, MOST_BYTES, type Stored, tooLarge } from './bytes.ts';

/** Reads a file of this machine into the engagement, part by part. */
export async function storeFile(
  db: Db<EngagementSchema>,
  path: string,
  signal: AbortSignal,
): Promise<Stored> {
  const found = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (!found.isFile()) throw unreadable(path, undefined);
  // Before a byte is copied; what grows meanwhile is stopped on its way.
  if (found.size > MOST_BYTES) throw tooLarge();
  const incoming = new Incoming(db);
  try {
    for await (const part of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
      if (signal.aborted) throw cancelled();
      incoming.append(part as Buffer);
    }
    return incoming.finish();
  } catch (error) {
    incoming.drop();
    throw error instanceof FieldbookError ? error : unreadable(path, error);
  }
}

const unreadable = (path: string, cause: unknown): FieldbookError =>
  new FieldbookError(
    'file-not-found',
    `The file ${path} cannot be read.`,
    'See that it is a file that is still there and that you may read, and repeat.',
    { cause },
  );
