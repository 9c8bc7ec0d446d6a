import { coverage, type Typeface } from './fonts.ts';

const plain = /^[\x20-\x7e]*$/;

/** Marks that change the order or the joining of what stands around them: they are named, never obeyed. */
const invisible = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;
const space = /^[\t\n\r\u2028\u2029]$/u;

/**
 * The text as a typeface can print it: composed, with line breaks and tabs as spaces, and every character that
 * has no glyph named by its code point, such as ‹U+30C7 U+30FC›. Nothing prints as a box, nothing is lost.
 */
export function printable(text: string, typeface: Typeface): string {
  if (plain.test(text)) return text;
  const points = coverage(typeface);
  let printed = '';
  let unknown: string[] = [];
  const flush = () => {
    if (unknown.length > 0) printed += `‹${unknown.join(' ')}›`;
    unknown = [];
  };
  for (const character of text.normalize('NFC')) {
    const point = character.codePointAt(0)!;
    if (points.has(point) && point >= 0x20 && !invisible.test(character)) {
      flush();
      printed += character;
    } else if (space.test(character)) {
      flush();
      printed += ' ';
    } else unknown.push(codePointName(point));
  }
  flush();
  return printed;
}

/** Characters of a text that a typeface cannot print, each once, in the order of their first use. */
export function missingGlyphs(text: string, typeface: Typeface): string[] {
  if (plain.test(text)) return [];
  const points = coverage(typeface);
  const missing = new Set<string>();
  for (const character of text.normalize('NFC'))
    if (
      !space.test(character) &&
      (!points.has(character.codePointAt(0)!) || character < ' ' || invisible.test(character))
    )
      missing.add(character);
  return [...missing];
}

export const codePointName = (point: number): string =>
  `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
