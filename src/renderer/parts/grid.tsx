import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useAppearance } from '../data/appearance.ts';
import { useWords } from '../words.ts';
import classes from './grid.module.css';
import { type GridColumn, type GridColumns, tracksOf } from './grid-columns.ts';
import { GridHead, type GridSort } from './grid-head.tsx';
import { type Cell, moved } from './grid-keys.ts';
import { GridRow } from './grid-row.tsx';
import { placeOf, type RowsSource, useFindRow, useReadRows, useRows } from './grid-rows.ts';
import {
  everythingSelected,
  type GridSelection,
  isSelected,
  nothingSelected,
  toggled,
  withSelected,
} from './grid-selection.ts';
import { tellProblem } from './notify.tsx';
import { Problem } from './problem.tsx';

export type { GridColumn, GridSelection, GridSort, RowsSource };

interface Props<Row> {
  /** What the rows are, for those who do not see them. */
  label: string;
  /** Of `useColumns(name, columns)`; the name is that under which this grid's columns are remembered. */
  columns: GridColumns<Row>;
  source: RowsSource<Row>;
  /** The same as long as it is the same thing. */
  rowKey: (row: Row) => string;
  /** What a row is called. */
  rowName: (row: Row) => string;
  sort?: GridSort;
  onSort?: (sort: GridSort) => void;
  /** Enter or a click: opens the panel of the row, or the rows of a group. */
  onOpen?: (row: Row) => void;
  /** Escape. */
  onClose?: () => void;
  /** Key of the row whose panel is open. Moving by keys moves the panel along. */
  open?: string | undefined;
  /** Left out, rows cannot be chosen. */
  selection?: GridSelection;
  onSelect?: (selection: GridSelection) => void;
  /** For rows that stand for others: what they show across all columns, and whether their rows follow. */
  group?: (row: Row) => { content: ReactNode; open: boolean } | undefined;
  onTotal?: (total: number) => void;
  /** The row that arrows move from, whenever it is another. */
  onActive?: (row: Row | undefined) => void;
  /** In place of the rows when there are none. */
  empty: ReactNode;
}

const CHECK_WIDTH = 34;

/**
 * A table of any length over a question that is answered in windows: only the rows in view exist. By keyboard: arrows,
 * PageUp and PageDown, Home and End, Enter, Space, Shift with Space, Ctrl A, Escape. It has the focus itself and points
 * at the active cell (`aria-activedescendant`), because rows come and go.
 */
export function Grid<Row>(props: Props<Row>) {
  const { label, columns, source, rowKey, rowName, sort, onSort, onOpen, onClose, selection, onSelect } =
    props;
  const { t } = useWords();
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Cell>({ row: 0, column: 0 });
  const anchor = useRef(0);
  const height = useRowHeight();
  const [known, setKnown] = useState(0);
  const virtual = useVirtualizer({
    count: known,
    getScrollElement: () => place.current,
    estimateSize: () => height,
    overscan: 8,
    // Rows are drawn with the next frame, not once for each event of the wheel.
    useFlushSync: false,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
  });
  // Rows of another height are measured anew.
  useEffect(() => virtual.measure(), [height]);
  const items = virtual.getVirtualItems();
  // A row that goes out of view lends its elements to the one that comes in.
  const slots = useRef(1);
  slots.current = Math.max(slots.current, items.length, FIRST);
  const rows = useRows(source, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  const readRows = useReadRows(source);
  const total = rows.total ?? 0;
  useEffect(() => setKnown(total), [total]);
  const { onTotal } = props;
  useEffect(() => {
    if (rows.total !== undefined) onTotal?.(rows.total);
  }, [rows.total, onTotal]);
  const { onActive } = props;
  const activeRow = rows.row(active.row);
  useEffect(() => onActive?.(activeRow), [activeRow, onActive]);
  const where = placeOf(source);
  // Another question begins at its top.
  useEffect(() => {
    setActive((now) => ({ row: 0, column: now.column }));
    anchor.current = 0;
    // Scrolling lays the page out, also when there is nowhere to go.
    if (virtual.scrollOffset) place.current?.scrollTo({ top: 0 });
  }, [where]);

  const findRow = useFindRow(source);
  const { open } = props;
  const there = activeRow !== undefined && rowKey(activeRow) === open;
  const counted = known > 0;
  // What a link opens is brought into view, and the arrows go on from it.
  useEffect(() => {
    if (open === undefined || there || !counted) return;
    let wanted = true;
    findRow(open).then((row) => {
      if (!wanted || row === null) return;
      setActive((now) => ({ row, column: now.column }));
      virtual.scrollToIndex(row, { align: 'center' });
    }, tellProblem);
    return () => {
      wanted = false;
    };
  }, [open, counted]);

  const selectable = selection !== undefined && onSelect !== undefined;
  const { tracks, style, width } = useMemo(
    () => tracksOf(columns, selectable ? CHECK_WIDTH : 0),
    [columns, selectable],
  );
  const wide = virtual.scrollRect !== null && virtual.scrollRect.width < width;
  const choose = async (to: number, range: boolean) => {
    if (!selectable) return;
    const row = rows.row(to);
    if (range) {
      const between = await readRows(Math.min(anchor.current, to), Math.max(anchor.current, to));
      onSelect(
        withSelected(
          selection,
          between.filter((one) => !props.group?.(one)).map((one) => rowKey(one)),
        ),
      );
    } else if (row !== undefined && !props.group?.(row)) {
      anchor.current = to;
      onSelect(toggled(selection, rowKey(row)));
    }
  };
  const go = (to: Cell) => {
    setActive(to);
    virtual.scrollToIndex(to.row);
    const row = rows.row(to.row);
    if (to.row !== active.row && props.open !== undefined && row !== undefined && !props.group?.(row))
      onOpen?.(row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose?.();
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor(((place.current?.clientHeight ?? 0) - HEAD) / height) - 1);
    const to = moved(active, event, { rows: total, columns: columns.visible.length, page });
    const row = rows.row(active.row);
    const group = row === undefined ? undefined : props.group?.(row);
    if (group && ((event.key === 'ArrowRight' && !group.open) || (event.key === 'ArrowLeft' && group.open)))
      onOpen?.(row!);
    else if (to) {
      if (event.shiftKey && to.row !== active.row) void choose(to.row, true);
      go(to);
    } else if (event.key === 'Enter' && row !== undefined) onOpen?.(row);
    else if (event.key === ' ') void choose(active.row, event.shiftKey);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) onSelect?.(everythingSelected);
    else return;
    event.preventDefault();
  };
  const onPress = (index: number, column: number, event: React.MouseEvent) => {
    setActive({ row: index, column });
    const row = rows.row(index);
    if (row === undefined) return;
    if (event.shiftKey || event.ctrlKey || event.metaKey) void choose(index, event.shiftKey);
    else onOpen?.(row);
  };
  const press = useStable(onPress);
  const check = useStable((at: number, event: React.MouseEvent) => void choose(at, event.shiftKey));
  if (rows.error && rows.total === undefined)
    return <Problem error={rows.error.toData()} onRetry={rows.retry} />;
  if (rows.total === 0) return props.empty;
  const grouped = props.group !== undefined;
  const chosen =
    selection && (selection.all ? selection.keys.size === 0 || 'mixed' : selection.keys.size > 0 && 'mixed');
  return (
    <div
      ref={place}
      role={grouped ? 'treegrid' : 'grid'}
      aria-label={label}
      aria-rowcount={rows.total === undefined ? -1 : total + 1}
      aria-colcount={columns.visible.length + (selectable ? 1 : 0)}
      aria-multiselectable={selectable || undefined}
      aria-busy={rows.stale || rows.total === undefined}
      aria-activedescendant={
        items.some(({ index }) => index === active.row)
          ? `${id}-${active.row}-${activeColumn(active, rows.row(active.row), props.group)}`
          : undefined
      }
      tabIndex={0}
      className={`${classes.grid} ${wide ? classes.wide : ''}`}
      onKeyDown={onKeyDown}
    >
      <GridHead
        columns={columns}
        tracks={tracks}
        style={style}
        width={width}
        sort={sort}
        onSort={onSort}
        select={
          selectable
            ? {
                state: chosen ?? false,
                toggle: () => onSelect(chosen === true ? nothingSelected : everythingSelected),
              }
            : undefined
        }
      />
      <div
        role="rowgroup"
        className={`${classes.rows} ${rows.stale ? classes.stale : ''}`}
        style={{
          height: Math.max(virtual.getTotalSize(), rows.total === undefined ? FIRST * height : 0),
          minWidth: width,
        }}
      >
        {(rows.total === undefined ? placeholders(height) : items).map(({ index, start }) => {
          const row = rows.row(index);
          const group = row === undefined ? undefined : props.group?.(row);
          return (
            <GridRow
              key={index % slots.current}
              id={`${id}-${index}`}
              index={index}
              row={row}
              group={group}
              level={grouped ? 2 : undefined}
              columns={columns.visible}
              tracks={tracks}
              style={style}
              offset={start - HEAD}
              active={active.row === index ? active.column : undefined}
              current={row !== undefined && props.open !== undefined && rowKey(row) === props.open}
              selected={
                selectable ? row !== undefined && !group && isSelected(selection, rowKey(row)) : undefined
              }
              name={row === undefined ? '' : rowName(row)}
              onPress={press}
              onCheck={check}
            />
          );
        })}
      </div>
      {rows.error && (
        <p className={classes.broken} role="alert">
          {t('grid.broken')}{' '}
          <button type="button" onClick={rows.retry}>
            {t('problem.retry')}
          </button>
        </p>
      )}
    </div>
  );
}

/** Height of the head, which stays in view over the rows. */
const HEAD = 32;
const FIRST = 12;

const placeholders = (height: number) =>
  Array.from({ length: FIRST }, (_, index) => ({ index, start: HEAD + index * height }));

/** A function that stays the same one and does what it was last given, so that what gets it is not drawn anew. */
function useStable<A extends unknown[]>(work: (...args: A) => void): (...args: A) => void {
  const last = useRef(work);
  useEffect(() => {
    last.current = work;
  });
  return useCallback((...args) => last.current(...args), []);
}

/** A group has one cell. */
const activeColumn = <Row,>(active: Cell, row: Row | undefined, group: Props<Row>['group']): number =>
  row !== undefined && group?.(row) ? 0 : active.column;

/** In pixels, as the density of the window has it. Asking for a style makes the browser work out all of them. */
function useRowHeight(): number {
  const { density } = useAppearance();
  return useMemo(
    () => Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row')),
    [density],
  );
}
