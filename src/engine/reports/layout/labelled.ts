import type { Node } from './nodes.ts';
import { measure, size, type Theme } from './theme.ts';

const label = 88;
const gap = 14;

/** Width of what stands beside a label. */
export const besideLabel = measure - label - gap;

/** What something is called in the margin, and what it is beside that. */
export const labelled = (name: string, nodes: Node[], theme: Theme): Node => ({
  columns: [
    {
      width: label,
      text: name,
      fontSize: size.table,
      lineHeight: 1.3,
      color: theme.secondary,
      margin: [0, 1.5, 0, 0],
    },
    // A width in points: `*` would grow with an endless word, off the page.
    { width: besideLabel, stack: nodes },
  ],
  columnGap: gap,
  margin: [0, 0, 0, 5],
});
