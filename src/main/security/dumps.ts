import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A dump is of use to whoever looks for a fault soon, and holds pieces of memory: it does not stay for ever. */
const DAYS = 14;

/** Deletes crash dumps that are older than two weeks. They are in the folder, or in one of its own folders. */
export function pruneDumps(folder: string, now: number = Date.now()): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) pruneDumps(path, now);
    else if (entry.name.endsWith('.dmp') && now - statSync(path).mtimeMs > DAYS * 86_400_000)
      rmSync(path, { force: true });
  }
}
