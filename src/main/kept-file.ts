import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

export interface KeptFile<T> {
  readonly value: T;
  set(change: Partial<T>): void;
}

/**
 * A small JSON file of main's own. What cannot be read, or is of another shape, is worth nothing: the defaults of the
 * schema take its place. It is replaced in one step, so nobody ever finds half of it.
 */
export function keepFile<S extends z.ZodObject>(
  file: string,
  schema: S,
  log: (line: string) => void,
): KeptFile<z.output<S>> {
  let value = load(file, schema, log);
  return {
    get value() {
      return value;
    },
    set(change) {
      value = { ...value, ...change };
      const half = `${file}.${process.pid}.half`;
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(half, JSON.stringify(value, null, 2), { mode: 0o600 });
        renameSync(half, file);
      } catch (error) {
        // A preference that is not kept is no reason to stop working.
        log(`could not keep ${file}: ${(error as Error).message}`);
      }
    },
  };
}

function load<S extends z.ZodObject>(file: string, schema: S, log: (line: string) => void): z.output<S> {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') log(`cannot use ${file}; starting it anew`);
    return schema.parse({});
  }
}
