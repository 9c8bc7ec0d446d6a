import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FontDictionary } from './layout/nodes.ts';
import { codePointsOf, renameTable } from './truetype.ts';

// Resolved as a package from wherever this file runs: the source tree, or a bundle with node_modules above it.
const require = createRequire(import.meta.url);
const inter = (style: string) => require.resolve(`@expo-google-fonts/inter/${style}/Inter_${style}.ttf`);

const serif = (style: string) =>
  require.resolve(`@expo-google-fonts/source-serif-4/${style}/SourceSerif4_${style}.ttf`);

/** The monospaced face as pdfmake knows it: no file on disk, but the one below made plain. */
const plainMono = 'fieldbook-mono.ttf';

/** Families of type in a report. Weights that pdfmake has no word for are families of their own. */
export const families = {
  sans: 'Inter',
  light: 'Inter Light',
  medium: 'Inter Medium',
  serif: 'Source Serif',
  mono: 'Fieldbook Mono',
};

/** Every family in every style, because an SVG logo may ask for any. */
export const fonts: FontDictionary = {
  [families.sans]: {
    normal: inter('400Regular'),
    bold: inter('600SemiBold'),
    italics: inter('400Regular_Italic'),
    bolditalics: inter('600SemiBold_Italic'),
  },
  [families.light]: sameInAll(inter('300Light')),
  [families.medium]: sameInAll(inter('500Medium')),
  [families.serif]: sameInAll(serif('300Light')),
  [families.mono]: sameInAll(plainMono),
};

const monoFile = require.resolve('@expo-google-fonts/jetbrains-mono/400Regular/JetBrainsMono_400Regular.ttf');

/**
 * JetBrains Mono without its substitutions and positioning. It draws '::' and '--' with ligatures whose pieces
 * would be read back, copied and searched as other characters; and a face with no rules is shaped many times
 * faster, which is half the time of a long report. Only the names of the two tables are changed, in memory.
 */
export function virtualFonts(): Record<string, Uint8Array> {
  const font = readFileSync(monoFile);
  for (const tag of ['GSUB', 'GPOS']) renameTable(font, tag, `x${tag.slice(1)}`);
  return { [plainMono]: font };
}

const files = new Set(Object.values(fonts).flatMap((family) => Object.values(family)));

/** The only files that pdfmake may open. */
export const isFontFile = (path: string): boolean => files.has(path);

/** Which of the two scripts of type a text is set in; the weights of a family cover the same characters. */
export type Typeface = 'sans' | 'mono';

const covered = new Map<Typeface, ReadonlySet<number>>();

/** Code points without a public meaning, which each font gives another drawing. */
const isPrivate = (point: number): boolean => point >= 0xe000 && point <= 0xf8ff;

/** Code points that a typeface has a glyph for. */
export function coverage(typeface: Typeface): ReadonlySet<number> {
  let points = covered.get(typeface);
  if (!points) {
    const all = codePointsOf(
      readFileSync(typeface === 'mono' ? monoFile : (fonts[families.sans]!.normal as string)),
    );
    points = new Set([...all].filter((point) => !isPrivate(point)));
    covered.set(typeface, points);
  }
  return points;
}

function sameInAll(file: string) {
  return { normal: file, bold: file, italics: file, bolditalics: file };
}
