import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Largest sizes that are let out, in bytes; what was measured is in docs/packaging.md. */
export const budgets = {
  /** Scripts that the page loads before it shows anything. */
  firstScreen: 900_000,
  /** Our part of the program: without Electron itself. */
  program: 70_000_000,
};

/** Bytes of a file, or of all files under a folder; links count nothing. */
export function bytesOf(path: string): number {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return 0;
  if (!found.isDirectory()) return found.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
}

/** Throws when something has grown too large; otherwise gives a line to print. */
export function within(what: string, bytes: number, budget: number): string {
  const megabytes = (value: number) => `${(value / 1e6).toFixed(2)} MB`;
  if (bytes > budget)
    throw new Error(`${what}: ${megabytes(bytes)} is more than its budget of ${megabytes(budget)}.`);
  return `${what}: ${megabytes(bytes)} of at most ${megabytes(budget)}`;
}
