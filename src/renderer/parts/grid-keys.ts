import type { KeyboardEvent } from 'react';

/** The cell that keys act on. */
export interface Cell {
  row: number;
  column: number;
}

/** Where a key leads from a cell; undefined when it leads nowhere. */
export function moved(
  { row, column }: Cell,
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  size: { rows: number; columns: number; page: number },
): Cell | undefined {
  const far = ctrlKey || metaKey;
  const to = (row: number, column: number): Cell => ({
    row: Math.min(Math.max(row, 0), Math.max(size.rows - 1, 0)),
    column: Math.min(Math.max(column, 0), size.columns - 1),
  });
  switch (key) {
    case 'ArrowDown':
      return to(far ? size.rows : row + 1, column);
    case 'ArrowUp':
      return to(far ? 0 : row - 1, column);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'PageDown':
      return to(row + size.page, column);
    case 'PageUp':
      return to(row - size.page, column);
    case 'Home':
      return to(0, column);
    case 'End':
      return to(size.rows, column);
    default:
      return undefined;
  }
}
