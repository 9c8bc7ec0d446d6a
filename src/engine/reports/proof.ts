import { type Identifiers, type Missing, proven } from './common/identifiers.ts';
import { ReportError } from './errors.ts';
import { printable } from './glyphs.ts';
import { pdfText } from './pdf-text.ts';

const most = 100;

/**
 * Proves by the finished PDF's own text that every identifier is in it, as often as it is named. Throws `incomplete` with what is missing.
 * Returns the number of pages.
 *
 * A reference or an ARN is set in a face and size of its own, so that it stands alone among the pieces of a page;
 * one that is only the beginning of another does not pass for it.
 */
export function prove(pdf: Uint8Array, identifiers: Identifiers): number {
  const pages = pdfText(pdf);
  const printed = new Map<string, number>();
  for (const { pieces } of pages)
    for (const piece of pieces) printed.set(bare(piece), (printed.get(bare(piece)) ?? 0) + 1);
  const missing: Missing = {};
  for (const kind of proven) {
    const wanted = new Map<string, number>();
    for (const one of identifiers[kind] ?? []) wanted.set(one, (wanted.get(one) ?? 0) + 1);
    const lost = [...wanted].flatMap(([one, times]) =>
      (printed.get(bare(printable(one, 'mono'))) ?? 0) < times ? [one] : [],
    );
    if (lost.length > 0) missing[kind] = { count: lost.length, first: lost.slice(0, most) };
  }
  const lacks = Object.entries(missing);
  if (lacks.length > 0)
    throw new ReportError(
      'incomplete',
      `The PDF lacks ${lacks.map(([kind, { count, first }]) => `${count} ${kind}, among them ${first.slice(0, 5).join(', ')}`).join('; ')}.`,
      { missing },
    );
  return pages.length;
}

/** Without white space, which lines begin and end with as the layout breaks them. */
const bare = (text: string): string => text.replace(/\s+/gu, '');
