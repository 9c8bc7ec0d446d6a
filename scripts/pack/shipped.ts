import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { init, parse } from 'es-module-lexer';
import { root } from '../root.ts';

/** What npm's lock file says of one installed package. */
export interface Locked {
  version: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}
/** By the folder in which each is, such as `node_modules/a/node_modules/b`; the project itself is ''. */
export type Packages = Record<string, Locked>;

export const lockedPackages = (): Packages =>
  (JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Packages }).packages;

/** `node_modules/a/node_modules/@b/c` is `@b/c`. */
export const nameAt = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 13);

/** Packages that leave the field out, with what their own LICENSE file says. */
export const readByHand: Readonly<Record<string, string>> = { 'png-js': 'MIT' };

export const licenceAt = (packages: Packages, place: string): string | undefined =>
  packages[place]!.license ?? readByHand[nameAt(place)];

/** Packages of which the engine reads files and imports nothing. */
const readAsFiles = ['@expo-google-fonts/inter', '@expo-google-fonts/jetbrains-mono'];

/** Packages that the builders put into the page, and that npm takes for needed in development alone. */
const bundled = ['react', 'react-dom'];

/** Packages that the built engine loads when it runs: they ship as folders. Everything else is bundled or stays here. */
export async function loadedByEngine(packages: Packages): Promise<string[]> {
  await init;
  const found = new Set(readAsFiles);
  for (const file of globSync('out/engine/*.js', { cwd: root }))
    for (const { n: specifier } of parse(readFileSync(join(root, file), 'utf8'))[0]) {
      const name = specifier && packageOf(specifier);
      if (name && `node_modules/${name}` in packages) found.add(name);
    }
  return [...found].sort();
}

/** `@a/b/c.js` is of `@a/b`; a path is of none. */
const packageOf = (specifier: string): string | undefined =>
  /^(?:@[\w.-]+\/)?[\w-][\w.-]*/.exec(specifier)?.[0];

/** Packages whose code is in what ships, whether as a folder or bundled: those of package.json, and the page's. */
export const inTheProgram = (packages: Packages): string[] => [
  ...Object.keys(packages['']!.dependencies ?? {}),
  ...bundled,
];

/** The places of these packages and of all that they need. */
export function closure(packages: Packages, names: readonly string[]): Set<string> {
  const places = new Set<string>();
  const visit = (from: string, name: string, needed: boolean) => {
    const place = placeOf(packages, from, name);
    if (place === undefined) {
      if (needed) throw new Error(`${name}, which ${from || 'the project'} needs, is not in the lock file.`);
      return;
    }
    if (places.has(place)) return;
    places.add(place);
    for (const [next, needed] of needs(packages[place]!)) visit(place, next, needed);
  };
  for (const name of names) visit('', name, true);
  return places;
}

/** What a package depends on, and whether it can do without; peers that are only suggested are left out. */
export function needs(locked: Locked): [name: string, needed: boolean][] {
  const {
    dependencies = {},
    optionalDependencies = {},
    peerDependencies = {},
    peerDependenciesMeta,
  } = locked;
  const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta?.[name]?.optional);
  return [
    ...Object.keys(dependencies)
      .filter((name) => !(name in optionalDependencies))
      .map((name): [string, boolean] => [name, true]),
    ...[...Object.keys(optionalDependencies), ...peers].map((name): [string, boolean] => [name, false]),
  ];
}

/** Where Node finds a package from a place: in the nearest node_modules above it. */
export function placeOf(packages: Packages, from: string, name: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const place = `${at ? `${at}/` : ''}node_modules/${name}`;
    if (place in packages) return place;
    if (at === '') return undefined;
    if (!at.includes('/node_modules/')) {
      const top = `node_modules/${name}`;
      return top in packages ? top : undefined;
    }
  }
}
