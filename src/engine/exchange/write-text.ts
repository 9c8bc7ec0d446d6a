import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { asWriteError } from './write-table.ts';

/** Writes a text or bytes; the file appears under its name only when it is whole. Gives its absolute path. */
export async function writeText(path: string, text: string | Uint8Array): Promise<string> {
  const target = resolve(path);
  const partial = `${target}.part`;
  try {
    await writeFile(partial, text, { mode: 0o600 });
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw asWriteError(error, target);
  }
  return target;
}
