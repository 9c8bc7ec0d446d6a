import { together } from './keep.ts';
import { mono } from './mono.ts';
import type { Node, TableNode } from './nodes.ts';
import { columnHeight, measure, size, type Theme } from './theme.ts';
import { cell } from './type.ts';

/** A light ground behind nodes. It may break over pages. */
export const panel = (nodes: Node[], theme: Theme, padding = 9): TableNode => ({
  table: { widths: [measure - padding * 2], body: [[{ stack: nodes }]] },
  layout: {
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    fillColor: () => theme.panel,
    paddingLeft: () => padding,
    paddingRight: () => padding,
    paddingTop: () => padding * 0.8,
    paddingBottom: () => padding * 0.8,
  },
  margin: [0, 3, 0, 5],
});

/** Size of code in points. */
export const codeSize = 7;

/** Code with a line above that says what it is. Stays on one page where it is short. */
export function codePanel(head: string, source: (width: number) => string[], theme: Theme): Node[] {
  const width = measure - 18;
  const lines = source(width);
  const nodes: Node[] = [
    cell(head, { fontSize: size.small, color: theme.secondary, margin: [0, 0, 0, 3] }),
    mono(lines.join('\n'), width, codeSize),
  ];
  const set = panel(nodes, theme);
  return lines.length * codeSize * 1.45 < columnHeight * 0.5 ? together([set]) : [set];
}
