import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FieldbookError } from '../shared/contract/errors.ts';

/** What `scripts/licences.ts` writes beside the engine's bundle: each text once, however many packages share it. */
export interface Licences {
  packages: { name: string; version: string; licence: string; text: number | null }[];
  texts: string[];
}

/** The bundle's own file; run from source there is the one of the last build. */
const files = ['./licences.json', '../../out/engine/licences.json'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

let loaded: Licences | undefined;

export function loadLicences(): Licences {
  const file = files.find((each) => existsSync(each));
  if (!file)
    throw new FieldbookError(
      'file-not-found',
      'The list of licences was not built.',
      "Run 'npm run build'; in a program that was installed, install it again.",
    );
  loaded ??= JSON.parse(readFileSync(file, 'utf8')) as Licences;
  return loaded;
}

export function licenceText(number: number): string {
  const text = loadLicences().texts[number];
  if (text === undefined)
    throw new FieldbookError('bad-input', `There is no licence ${number}.`, 'Choose one of the list.');
  return text;
}
