import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { asWriteError } from '../exchange/write-table.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { damaged, readAll } from './bytes.ts';

/** Writes a piece to a file, which appears under its name only when its hash is the one that it was added with. */
export async function exportBytes(
  db: Db<EngagementSchema>,
  sha256: string,
  path: string,
  signal: AbortSignal,
): Promise<{ path: string; bytes: number; sha256: string }> {
  const target = resolve(path);
  const partial = `${target}.part`;
  const hash = createHash('sha256');
  let bytes = 0;
  const weigh = new Transform({
    transform(part: Buffer, _encoding, done) {
      hash.update(part);
      bytes += part.byteLength;
      done(null, part);
    },
  });
  try {
    await pipeline(Readable.from(readAll(db, sha256)), weigh, createWriteStream(partial, { mode: 0o600 }), {
      signal,
    });
    if (hash.digest('hex') !== sha256) throw damaged();
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw asWriteError(error, target);
  }
  return { path: target, bytes, sha256 };
}
