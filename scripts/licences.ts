/** Writes out/engine/licences.json: what ships, in which version, under which licence, with the licence's text. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Licences } from '../src/engine/licences.ts';
import { root } from './root.ts';

interface Locked {
  version: string;
  license?: string;
  dev?: boolean;
  link?: boolean;
  dependencies?: Record<string, string>;
}

/** In the window's bundle, or the program itself, though they are no dependencies when the engine runs. */
const bundled = ['react', 'react-dom', 'scheduler', 'electron'];

/** Packages that leave the field out, with what their own LICENSE file says. */
const readByHand: Record<string, string> = { 'png-js': 'MIT' };

const textFile = /^(licen[cs]e|copying|notice|ofl)([._-].*)?$/i;

/** Everything that ships, sorted by name; a package in two versions is there twice. */
export function collectLicences(): Licences {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
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
  for (const [path, locked] of Object.entries(packages)) {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    // Optional packages of other systems are not on this machine, and do not ship from it.
    if (path === '' || locked.link || !existsSync(join(root, path))) continue;
    if (locked.dev && !bundled.includes(name)) continue;
    const text = textsIn(join(root, path));
    shipped.set(`${name} ${locked.version}`, {
      name,
      version: locked.version,
      licence: locked.license ?? readByHand[name] ?? '',
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
