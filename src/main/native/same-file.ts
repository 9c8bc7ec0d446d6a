import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';

/** One name for one file, whatever link or spelling it was asked for by. */
export function nameOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    // Not there (yet): then there is no other name for it.
    return resolve(path);
  }
}
