import { families, type Typeface } from '../fonts.ts';
import { printable } from '../glyphs.ts';

/**
 * Makes every text of a document printable in the typeface that it is set in. Sections may forget it; a report
 * cannot. Changes the nodes, which are not used for anything else.
 */
export function printableNodes(node: unknown, typeface: Typeface = 'sans'): void {
  if (Array.isArray(node)) {
    node.forEach((item: unknown, index) => {
      if (typeof item === 'string') node[index] = printable(item, typeface);
      else printableNodes(item, typeface);
    });
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const own = node as Record<string, unknown>;
  const face = own.font === undefined ? typeface : own.font === families.mono ? 'mono' : 'sans';
  if (typeof own.text === 'string') own.text = printable(own.text, face);
  else printableNodes(own.text, face);
  if (typeof own.outlineText === 'string') own.outlineText = own.outlineText.normalize('NFC');
  for (const part of ['stack', 'columns', 'ol', 'ul', 'section'] as const) printableNodes(own[part], face);
  const { table } = own as { table?: { body: unknown } };
  if (table) printableNodes(table.body, face);
}
