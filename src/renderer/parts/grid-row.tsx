import { Skeleton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type CSSProperties, memo, type ReactNode } from 'react';
import { useWords } from '../words.ts';
import classes from './grid.module.css';
import { type GridColumn, stuckAt, type Track } from './grid-columns.ts';

interface Props<Row> {
  id: string;
  index: number;
  row: Row | undefined;
  /** What is shown across all columns when the row stands for a group of others. */
  group: { content: ReactNode; open: boolean } | undefined;
  level: number | undefined;
  columns: readonly GridColumn<Row>[];
  tracks: Map<string, Track>;
  style: CSSProperties;
  /** Pixels from the first row. */
  offset: number;
  /** Column of the cell that keys act on, when it is in this row. */
  active: number | undefined;
  /** True for the row whose panel is open. */
  current: boolean;
  selected: boolean | undefined;
  name: string;
  onPress: (index: number, column: number, event: React.MouseEvent) => void;
  onCheck: (index: number, event: React.MouseEvent) => void;
}

/** One row: cells, a group across them, or skeletons until it is here. */
function OneRow<Row>(props: Props<Row>) {
  const { id, index, row, group, level, columns, tracks, active, current, selected, name } = props;
  const style = { ...props.style, transform: `translateY(${props.offset}px)` };
  const { t } = useWords();
  const lead = selected === undefined ? 0 : 1;
  const cellClass = (at: number, more: string | undefined = '') =>
    `${classes.cell} ${active === at ? classes.active : ''} ${more}`;
  if (group)
    return (
      <div
        role="row"
        aria-rowindex={index + 2}
        aria-level={1}
        aria-expanded={group.open}
        className={`${classes.row} ${classes.group}`}
        style={style}
      >
        <div
          id={`${id}-0`}
          role="gridcell"
          aria-colindex={1}
          aria-colspan={columns.length + lead}
          className={`${cellClass(0)} ${classes.across} ${active === undefined ? '' : classes.active}`}
          onClick={(event) => props.onPress(index, 0, event)}
        >
          {group.open ? (
            <IconChevronDown size={14} aria-hidden />
          ) : (
            <IconChevronRight size={14} aria-hidden />
          )}
          {group.content}
        </div>
      </div>
    );
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={level}
      aria-selected={selected ?? (current || undefined)}
      aria-current={current || undefined}
      className={`${classes.row} ${classes.body} ${current ? classes.current : ''} ${selected ? classes.selected : ''}`}
      style={style}
    >
      {selected !== undefined && (
        <div role="gridcell" aria-colindex={1} className={classes.check}>
          {row !== undefined && (
            <input
              type="checkbox"
              tabIndex={-1}
              className={classes.box}
              aria-label={t('grid.select', { row: name })}
              checked={selected}
              onChange={() => {}}
              onClick={(event) => props.onCheck(index, event)}
            />
          )}
        </div>
      )}
      {columns.map((column, at) => {
        const { left } = tracks.get(column.id)!;
        return (
          <div
            key={column.id}
            id={`${id}-${at}`}
            role="gridcell"
            aria-colindex={at + 1 + lead}
            className={cellClass(
              at,
              `${column.align ? classes.end : ''} ${left === undefined ? '' : classes.pinned}`,
            )}
            style={stuckAt(left)}
            onClick={(event) => props.onPress(index, at, event)}
          >
            {row === undefined ? (
              <Skeleton height={10} width={`${40 + ((index * 7 + at * 13) % 45)}%`} />
            ) : (
              <div className={classes.text}>{column.cell(row)}</div>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** Drawn anew only when something of it is another: while a grid is scrolled most rows just move. */
export const GridRow = memo(OneRow) as typeof OneRow;
