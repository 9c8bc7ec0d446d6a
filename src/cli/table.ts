import { stripVTControlCharacters } from 'node:util';

export interface Column<T> {
  head: string;
  value: (row: T) => string;
  align?: 'right';
  /** Takes what is left of the line and is shortened to it. */
  flexible?: boolean;
}

/** Columns of text, aligned, no wider than the terminal. */
export function table<T>(
  rows: readonly T[],
  columns: readonly Column<T>[],
  width: number,
  head: (text: string) => string = (t) => t,
): string {
  const cells = rows.map((row) => columns.map((column) => column.value(row)));
  const widths = columns.map((column, i) =>
    Math.max(visible(column.head), ...cells.map((row) => visible(row[i]!))),
  );
  const gaps = 2 * (columns.length - 1);
  const fixed = widths.reduce((sum, w, i) => sum + (columns[i]!.flexible ? 0 : w), 0) + gaps;
  const flexible = columns.filter((column) => column.flexible).length;
  const share = flexible > 0 ? Math.max(12, Math.floor((width - fixed) / flexible)) : 0;
  const fitted = widths.map((w, i) => (columns[i]!.flexible ? Math.min(w, share) : w));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => pad(shorten(cell, fitted[i]!), fitted[i]!, columns[i]!.align))
      .join('  ')
      .trimEnd();
  return [head(line(columns.map((column) => column.head))), ...cells.map(line)].join('\n');
}

const visible = (text: string): number => stripVTControlCharacters(text).length;

const pad = (text: string, width: number, align: 'right' | undefined): string => {
  const space = ' '.repeat(Math.max(0, width - visible(text)));
  return align === 'right' ? space + text : text + space;
};

const shorten = (text: string, width: number): string =>
  visible(text) <= width ? text : `${stripVTControlCharacters(text).slice(0, width - 1)}…`;
