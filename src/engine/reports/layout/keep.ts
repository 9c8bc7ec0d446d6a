import type { Node } from './nodes.ts';
import { columnHeight, em } from './theme.ts';

/**
 * Sets the nodes and leaves the page before them when less than `room` points would be left after them: a heading
 * stays with what follows. pdfmake loses a block that is taller than a page without a word, so the nodes must be
 * known to be small.
 */
export function withRoom(nodes: Node[], room: number): Node[] {
  return [
    { unbreakable: true, stack: [...nodes, { stack: [], margin: [0, 0, 0, room] }] },
    { stack: [], margin: [0, -room, 0, 0] },
  ];
}

/** Keeps nodes on one page where they are sure to fit on one, else lets them break. `height` is an upper bound. */
export const together = (nodes: Node[], height: number): Node =>
  height < columnHeight * 0.8 ? { unbreakable: true, stack: nodes } : { stack: nodes };

/** Upper bound of the height of running text in points. */
export const heightOf = (text: string, width: number, fontSize: number, lineHeight = 1.3): number =>
  Math.ceil((text.length * fontSize * em.sans) / width + 1) * fontSize * 1.21 * lineHeight;
