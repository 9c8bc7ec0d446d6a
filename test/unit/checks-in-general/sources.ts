import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

/** The source of checks, read as text: for rules that no type can express. */
export const checksFolder = join(import.meta.dirname, '..', '..', '..', 'src', 'engine', 'checks');

/** What carries the checks and is none. */
const frame = ['check.ts', 'estate.ts', 'index.ts', 'judge.ts', 'settle.ts'];

export interface Source {
  /** Path below the folder of checks. */
  file: string;
  text: string;
  /** Files of helpers that it imports, directly or not. */
  helpers: Source[];
}

const loaded = new Map<string, Source>();

function load(path: string): Source {
  const known = loaded.get(path);
  if (known) return known;
  const source: Source = {
    file: relative(checksFolder, path),
    text: withoutComments(readFileSync(path, 'utf8')),
    helpers: [],
  };
  loaded.set(path, source);
  const imported = [...source.text.matchAll(/from '(\.[^']+)'/g)]
    .map(([, name]) => join(dirname(path), name!))
    .filter((one) => one.startsWith(checksFolder) && !frame.includes(relative(checksFolder, one)))
    .map(load);
  source.helpers = [...new Set(imported.flatMap((one) => [one, ...one.helpers]))];
  return source;
}

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

/** All files of checks and their helpers. */
export const sources: Source[] = globSync('**/*.ts', { cwd: checksFolder })
  .filter((file) => !frame.includes(file) && basename(file) !== 'index.ts')
  .sort()
  .map((file) => load(join(checksFolder, file)));

/** The file that declares a check of that id. */
export const declaredIn = (id: string): Source | undefined =>
  sources.find(({ text }) => text.includes(`id: '${id}',`) && /\bcheck\(\{/.test(text));

/** Top-level functions and constants of a helper that a source imports by name, each with its text. */
export function importedParts({ text, helpers }: Source): string[] {
  const names = [...text.matchAll(/import \{([^}]*)\} from '\.[^']+'/g)].flatMap(([, list]) =>
    list!.split(',').map((name) => name.trim()),
  );
  return helpers
    .flatMap((helper) => helper.text.split(/\n(?=export )/))
    .filter((part) => names.includes(/^export (?:function|const) (\w+)/.exec(part)?.[1] ?? ''));
}

/** First arguments of the calls that make a verdict: `fail('open', …)` gives `'open'`. */
export function reasonArguments(text: string): string[] {
  return [...text.matchAll(/\b(?:pass|fail|notApplicable|manual|unknown)\(/g)].map(({ index, 0: call }) => {
    const from = index + call.length;
    let depth = 0;
    for (let at = from; at < text.length; at++) {
      if ('([{'.includes(text[at]!)) depth++;
      else if (depth === 0 && ',)'.includes(text[at]!)) return text.slice(from, at).trim();
      else if (')]}'.includes(text[at]!)) depth--;
    }
    throw new Error(`A call that never ends: ${text.slice(index, index + 60)}`);
  });
}

/** Codes that an argument names as they stand; those of a comparison are none. */
export const codesIn = (text: string): string[] =>
  [...text.replace(/[!=]==? '[^']*'/g, '').matchAll(/'([a-z0-9]+(?:-[a-z0-9]+)*)'/g)].map(
    ([, code]) => code!,
  );
