import {
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type CSSProperties, type ReactNode, useEffect, useMemo } from 'react';
import { z } from 'zod';

export interface GridColumn<Row> {
  id: string;
  /** Its head, in the reader's language. */
  name: string;
  cell: (row: Row) => ReactNode;
  /** In pixels, until somebody draws it wider or narrower. */
  size: number;
  /** Its share of the width that the columns leave; without one it keeps its size. */
  grow?: number;
  /** Numbers and money stand at the end. */
  align?: 'end';
  /** What the engine is asked to sort by; left out, it cannot be sorted. */
  sort?: string;
  /** Sorted from the largest when it is first pressed. */
  largestFirst?: boolean;
  /** The filter leaves one value: it would say the same in every row, and stands aside for the others. */
  redundant?: boolean;
  /** Not shown until it is chosen. */
  optional?: boolean;
  /** Stays in view when the grid is scrolled sideways. */
  pinned?: boolean;
}

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});

/** What a person made of the columns of one grid; kept on this machine, in no engagement. */
const layoutSchema = z.object({
  columnOrder: z.array(z.string()),
  columnSizing: z.record(z.string(), z.number()),
  columnPinning: z.object({ start: z.array(z.string()), end: z.array(z.string()) }),
  columnVisibility: z.record(z.string(), z.boolean()),
});
type Layout = z.infer<typeof layoutSchema>;

const keyOf = (grid: string) => `fieldbook.grid.${grid}`;

export const MIN_SIZE = 48;
export const MAX_SIZE = 900;

/** The columns of a grid by TanStack Table: which, in which order, how wide, which pinned. */
export function useColumns<Row>(grid: string, columns: readonly GridColumn<Row>[]) {
  // What was kept is read once for a grid.
  const initialState = useMemo(() => keptLayout(grid) ?? firstLayout(columns), [grid]);
  // The table is another one when its options are.
  const options = useMemo(
    () => ({
      features,
      columns: columns.map(({ id, size }) => ({ id, size, minSize: MIN_SIZE, maxSize: MAX_SIZE })),
      data: noRows,
      initialState,
      columnResizeMode: 'onChange' as const,
    }),
    [columns, initialState],
  );
  const table = useTable(options);
  const { columnOrder, columnSizing, columnPinning, columnVisibility } = table.state;
  useEffect(() => {
    const layout: Layout = { columnOrder, columnSizing, columnPinning, columnVisibility };
    localStorage.setItem(keyOf(grid), JSON.stringify(layout));
  }, [grid, columnOrder, columnSizing, columnPinning, columnVisibility]);
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  // The same object while it says the same: rows are drawn anew when it is another.
  return useMemo(
    () => ({
      table,
      /** All of them in the order in which they stand. */
      all: () => inOrder(columns, columnOrder).filter(({ redundant }) => !redundant),
      visible: table
        .getVisibleLeafColumns()
        .flatMap((column) => byId.get(column.id) ?? [])
        .filter(({ redundant }) => !redundant)
        .sort((a, b) => Number(isPinned(columnPinning, b.id)) - Number(isPinned(columnPinning, a.id))),
      reset: () => {
        const first = firstLayout(columns);
        table.setColumnOrder(first.columnOrder);
        table.setColumnSizing(first.columnSizing);
        table.setColumnPinning(first.columnPinning);
        table.setColumnVisibility(first.columnVisibility);
      },
    }),
    [table, columns, byId, columnOrder, columnSizing, columnPinning, columnVisibility],
  );
}

export type GridColumns<Row> = ReturnType<typeof useColumns<Row>>;

const noRows: never[] = [];
const isPinned = ({ start }: Layout['columnPinning'], id: string) => start.includes(id);

function firstLayout<Row>(columns: readonly GridColumn<Row>[]): Layout {
  return {
    columnOrder: columns.map(({ id }) => id),
    columnSizing: {},
    columnPinning: { start: columns.filter(({ pinned }) => pinned).map(({ id }) => id), end: [] },
    columnVisibility: Object.fromEntries(
      columns.filter(({ optional }) => optional).map(({ id }) => [id, false]),
    ),
  };
}

/** A layout that cannot be read is worth nothing, so the first one takes its place. */
function keptLayout(grid: string): Layout | undefined {
  const kept = localStorage.getItem(keyOf(grid));
  if (kept === null) return undefined;
  try {
    return layoutSchema.safeParse(JSON.parse(kept)).data;
  } catch {
    return undefined;
  }
}

/** Columns that came with a newer version stand at the end. */
function inOrder<Row>(columns: readonly GridColumn<Row>[], order: readonly string[]): GridColumn<Row>[] {
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...columns].sort((a, b) => place(a.id) - place(b.id));
}

export interface Track {
  size: number;
  /** Distance from the edge at which it stays in view; undefined: it scrolls. */
  left: number | undefined;
}

/** Widths of the columns, and where the pinned ones stay; `lead` is the width before the first. */
export function tracksOf<Row>(
  { table, visible }: GridColumns<Row>,
  lead: number,
): { tracks: Map<string, Track>; style: CSSProperties; width: number } {
  const tracks = new Map<string, Track>();
  const { columnSizing, columnPinning } = table.state;
  let left = lead;
  const parts = visible.map(({ id, grow }, at) => {
    const size = table.getColumn(id)!.getSize();
    const pinned = isPinned(columnPinning, id);
    tracks.set(id, { size, left: pinned ? left : undefined });
    left += size;
    // Where a pinned column stays rests on the sizes of those before it.
    const steady = pinned && visible.slice(at + 1).some((after) => isPinned(columnPinning, after.id));
    return grow && !steady && columnSizing[id] === undefined ? `minmax(${size}px, ${grow}fr)` : `${size}px`;
  });
  const template = [...(lead > 0 ? [`${lead}px`] : []), ...parts].join(' ');
  return {
    tracks,
    width: left,
    style: { gridTemplateColumns: template.includes('fr)') ? template : `${template} 1fr`, minWidth: left },
  };
}

/** Where a pinned column stays, for the style sheet. */
export const stuckAt = (left: number | undefined): CSSProperties | undefined =>
  left === undefined ? undefined : ({ '--left': `${left}px` } as CSSProperties);
