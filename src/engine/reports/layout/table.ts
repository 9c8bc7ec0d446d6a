import type { CustomTableLayout } from 'pdfmake';
import type { Node, TableNode, TextNode } from './nodes.ts';
import { columnHeight, measure, size, type Theme } from './theme.ts';
import { cell } from './type.ts';

export interface Column {
  /** Points; `*` takes what the others leave. */
  width: number | '*';
  head?: string;
  align?: 'left' | 'right';
}

export interface Row {
  cells: Node[];
  /** Upper bound of its height, when texts that nobody has measured are in it. */
  height?: number;
}

/** Points between columns. */
const between = 12;

/** Widths of columns in points, as they will be. */
export function widthsOf(
  columns: readonly Column[],
  width: number = measure,
  gap: number = between,
): number[] {
  const fixed = columns.reduce((sum, column) => sum + (column.width === '*' ? 0 : column.width), 0);
  const stars = columns.filter((column) => column.width === '*').length;
  const rest = (width - fixed - gap * (columns.length - 1)) / Math.max(1, stars);
  return columns.map((column) => (column.width === '*' ? rest : column.width));
}

/** Points that a heading must leave below it for the head of a table and its first row. */
export const roomFor = (rows: readonly (Row | Node[])[]): number => {
  const first = rows[0];
  const height = first && !Array.isArray(first) ? (first.height ?? 0) : 0;
  return Math.min(columnHeight * 0.7, 30 + Math.max(44, height));
};

interface TableOptions {
  width?: number;
  /** Space above and below the text of a row. */
  padding?: number;
  /** Space between columns. */
  gap?: number;
}

/**
 * A table with horizontal hairlines only. Rows do not break over pages and the head comes again on each page,
 * except for a row that may be taller than a page: that one stands alone and may break.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (Row | Node[])[],
  theme: Theme,
  options: TableOptions = {},
): Node {
  const all = rows.map((row) => (Array.isArray(row) ? { cells: row } : row));
  const runs: { tall: boolean; rows: Row[] }[] = [];
  for (const row of all) {
    const tall = (row.height ?? 0) > columnHeight * 0.5;
    const last = runs.at(-1);
    if (last && !last.tall && !tall) last.rows.push(row);
    else runs.push({ tall, rows: [row] });
  }
  const set = runs.map((run, index) => ({
    ...oneTable(columns, run.rows, theme, options, run.tall),
    // A row that may break starts on a page of its own, so that its identifiers stay in one piece. The first one
    // has the room that its heading was given; see roomFor.
    ...(run.tall && index > 0 && { pageBreak: 'before' as const }),
  }));
  return set.length === 1 ? set[0]! : { stack: set };
}

function oneTable(
  columns: readonly Column[],
  rows: readonly Row[],
  theme: Theme,
  { width = measure, padding = 4.5, gap = between }: TableOptions,
  tall: boolean,
): TableNode {
  const headed = columns.some((column) => column.head !== undefined);
  const head = columns.map(
    (column): TextNode =>
      cell(column.head ?? '', {
        color: theme.secondary,
        fontSize: size.small,
        alignment: column.align ?? 'left',
      }),
  );
  return {
    table: {
      widths: widthsOf(columns, width, gap),
      headerRows: headed ? 1 : 0,
      keepWithHeaderRows: headed && !tall ? 1 : 0,
      dontBreakRows: !tall,
      body: [...(headed ? [head] : []), ...rows.map((row) => row.cells)],
    },
    layout: hairlines(theme, padding, gap),
  };
}

const hairlines = (theme: Theme, padding: number, gap: number): CustomTableLayout => ({
  hLineWidth: (line) => (line === 0 ? 0 : 0.6),
  vLineWidth: () => 0,
  hLineColor: () => theme.line,
  paddingLeft: (column) => (column === 0 ? 0 : gap / 2),
  paddingRight: (column, node) => (column === (node.table.widths as unknown[]).length - 1 ? 0 : gap / 2),
  paddingTop: () => padding,
  paddingBottom: () => padding,
});
