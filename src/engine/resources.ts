import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of shipped data: found by walking up from this file, which a bundle moves to out/main. */
export const resourcesFolder: string = findUp(dirname(fileURLToPath(import.meta.url)), 'resources');

function findUp(from: string, name: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, name, 'texts');
    if (existsSync(candidate)) return join(folder, name);
    if (folder === dirname(folder))
      throw new Error(`No folder '${name}' above ${from}: the installation is not complete.`);
  }
}
