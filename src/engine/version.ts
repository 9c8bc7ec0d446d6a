import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resourcesFolder } from './resources.ts';

/** Version of Fieldbook, from the package beside the shipped data. */
export const version: string = (
  JSON.parse(readFileSync(join(resourcesFolder, '..', 'package.json'), 'utf8')) as { version: string }
).version;
