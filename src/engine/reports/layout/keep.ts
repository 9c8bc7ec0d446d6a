import { printable } from '../glyphs.ts';
import { above, below, type Node } from './nodes.ts';
import { em } from './theme.ts';

/**
 * Keeps nodes on one page. pdfmake loses a block that is taller than a page without a word, so they must be known
 * to be small. The space above the first is a node of its own: it is not wanted at the top of a page.
 */
export function together(nodes: Node[]): Node[] {
  const [first, ...rest] = nodes;
  const margin = (first as { margin?: unknown } | undefined)?.margin;
  if (!Array.isArray(margin) || margin.length !== 4) return [{ unbreakable: true, stack: nodes }];
  const [left, top, right, bottom] = margin as [number, number, number, number];
  const lifted = { ...(first as object), margin: [left, 0, right, bottom] } as Node;
  return [
    { stack: [], margin: above(top) },
    { unbreakable: true, stack: [lifted, ...rest] },
  ];
}

/**
 * Keeps nodes together and leaves the page before them when less than `room` points would be left after them: a
 * heading stays with what follows.
 */
export function withRoom(nodes: Node[], room: number): Node[] {
  return [...together([...nodes, { stack: [], margin: below(room) }]), { stack: [], margin: above(-room) }];
}

/**
 * About the height of running text in points, on the high side; of the text as it is printed, in which one
 * character without a glyph takes the room of seven.
 */
export const heightOf = (text: string, width: number, fontSize: number, lineHeight = 1.3): number =>
  Math.ceil((printable(text, 'sans').length * fontSize * em.sans) / width + 1) * fontSize * 1.21 * lineHeight;
