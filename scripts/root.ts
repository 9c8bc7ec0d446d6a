import { join } from 'node:path';

/** Top folder of the project. */
export const root: string = join(import.meta.dirname, '..');

/** Things that can be fetched or built again; ignored by git. */
export const cache: string = join(root, '.cache');

export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
