/** Writes out/engine/licences.json: what ships, in which version, under which licence, with the licence's text. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Licences } from '../src/engine/licences.ts';
import { closure, inTheProgram, licenceAt, lockedPackages, nameAt } from './pack/shipped.ts';
import { root } from './root.ts';

const textFile = /^(licen[cs]e|copying|notice|ofl)([._-].*)?$/i;

/** Everything that ships, sorted by name; a package in two versions is there twice. */
export function collectLicences(): Licences {
  const packages = lockedPackages();
  const texts = new Map<string, number>();
  const numberOf = (text: string): number => {
    const key = createHash('sha256').update(text).digest('hex');
    const number = texts.get(key) ?? texts.size;
    texts.set(key, number);
    written[number] = text;
    return number;
  };
  const written: string[] = [];
  const shipped = new Map<string, Licences['packages'][number]>();
  // Electron is fetched by its package and in no list of what that needs.
  for (const place of [...closure(packages, inTheProgram(packages)), 'node_modules/electron']) {
    // Optional packages of other systems are not on this machine, and do not ship from it.
    if (!existsSync(join(root, place))) continue;
    const name = nameAt(place);
    const { version } = packages[place]!;
    const text = textsIn(join(root, place));
    shipped.set(`${name} ${version}`, {
      name,
      version,
      licence: licenceAt(packages, place) ?? '',
      text: text === '' ? null : numberOf(text),
    });
  }
  return {
    packages: [...shipped.values()].sort((a, b) => a.name.localeCompare(b.name, 'en')),
    texts: written,
  };
}

/** Licence and notice of a package, one below the other. */
const textsIn = (folder: string): string =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && textFile.test(entry.name))
    .map((entry) => readFileSync(join(folder, entry.name), 'utf8').replace(/\r\n/g, '\n').trim())
    .join('\n\n');

export function writeLicences(): void {
  const file = join(root, 'out', 'engine', 'licences.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(collectLicences()));
}

if (import.meta.main) writeLicences();
