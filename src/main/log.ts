import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Beyond this many bytes a log becomes the old log when Fieldbook starts. */
const LARGE = 2 * 1024 * 1024;

/** Lines of main and of the engine, for the person who looks for a fault: never arguments, results or passphrases. */
export function openLog(folder: string): (source: 'main' | 'engine', line: string) => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'fieldbook.log');
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGE)
    renameSync(file, join(folder, 'fieldbook.old.log'));
  return (source, line) => {
    appendFileSync(file, `${new Date().toISOString()} ${source.padEnd(6)} ${line}\n`);
  };
}
