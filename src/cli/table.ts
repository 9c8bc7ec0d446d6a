import { stripVTControlCharacters } from 'node:util';

export interface Column<T> {
  head: string;
  value: (row: T) => string;
  align?: 'right';
  /** Shares what is left of the line with its like and is shortened to it. */
  flexible?: boolean;
  /** Moves to a line of its own under the row, whole, where the terminal is too narrow for all. */
  second?: boolean;
}

/** What a flexible column needs to be of use. */
const LEAST = 24;
const GAP = '  ';
const INDENT = 4;

/** Columns of text, aligned, no wider than the terminal. */
export function table<T>(
  rows: readonly T[],
  columns: readonly Column<T>[],
  width: number,
  head: (text: string) => string = (t) => t,
): string {
  const split = leastWidth(rows, columns) > width;
  const first = columns.filter((column) => !split || !column.second);
  const second = columns.filter((column) => split && column.second);
  const widths = fittedWidths(rows, first, width);
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => pad(shorten(cell, widths[i]!), widths[i]!, first[i]!.align))
      .join(GAP)
      .trimEnd();
  // What belongs to a row stands under its first flexible column.
  const flexible = first.findIndex((column) => column.flexible);
  const indent =
    flexible > 0 ? widths.slice(0, flexible).reduce((sum, w) => sum + w + GAP.length, 0) : INDENT;
  const under = (row: T) => {
    const left = width - indent;
    const cells = second.map((column) => oneLine(column.value(row))).filter((cell) => cell !== '');
    const pieces = cells.flatMap((cell) => (visible(cell) > left ? fill(cell.split(' '), ' ', left) : cell));
    return fill(pieces, ' · ', left).map((text) => head(' '.repeat(indent) + text));
  };
  return [
    head(line(first.map((column) => column.head))),
    ...rows.flatMap((row) => [line(first.map((column) => oneLine(column.value(row)))), ...under(row)]),
  ].join('\n');
}

function naturalWidths<T>(rows: readonly T[], columns: readonly Column<T>[]): number[] {
  return columns.map(({ head, value }) =>
    rows.reduce((widest, row) => Math.max(widest, visible(oneLine(value(row)))), visible(head)),
  );
}

const gapsOf = (columns: readonly unknown[]): number => GAP.length * (columns.length - 1);

/** The line below which the flexible columns would be cut to nothing. */
function leastWidth<T>(rows: readonly T[], columns: readonly Column<T>[]): number {
  return naturalWidths(rows, columns).reduce(
    (sum, natural, i) => sum + (columns[i]!.flexible ? Math.min(natural, LEAST) : natural),
    gapsOf(columns),
  );
}

/** Widths of the columns: a flexible one that needs little leaves the rest to those that need more. */
function fittedWidths<T>(rows: readonly T[], columns: readonly Column<T>[], width: number): number[] {
  const widths = naturalWidths(rows, columns);
  const flexible = [...widths.keys()].filter((i) => columns[i]!.flexible);
  let left = width - gapsOf(columns) - widths.reduce((sum, w, i) => sum + (columns[i]!.flexible ? 0 : w), 0);
  flexible.sort((a, b) => widths[a]! - widths[b]!);
  for (const [done, i] of flexible.entries()) {
    const share = Math.max(12, Math.floor(left / (flexible.length - done)));
    widths[i] = Math.min(widths[i]!, share);
    left -= widths[i]!;
  }
  return widths;
}

const visible = (text: string): number => [...stripVTControlCharacters(text)].length;

/** Names come from the client's estate and may hold anything. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

const pad = (text: string, width: number, align: 'right' | undefined): string => {
  const space = ' '.repeat(Math.max(0, width - visible(text)));
  return align === 'right' ? space + text : text + space;
};

const shorten = (text: string, width: number): string =>
  visible(text) <= width ? text : `${[...stripVTControlCharacters(text)].slice(0, width - 1).join('')}…`;

/** Lines of as many pieces as fit; one that is longer than the line stays whole. */
function fill(pieces: readonly string[], separator: string, width: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const longer = lines.length > 0 ? `${lines.at(-1)}${separator}${piece}` : undefined;
    if (longer !== undefined && visible(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}
