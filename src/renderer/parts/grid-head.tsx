import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useWords } from '../words.ts';
import classes from './grid.module.css';
import { type GridColumns, stuckAt, type Track } from './grid-columns.ts';

export interface GridSort {
  by: string;
  direction: 'asc' | 'desc';
}

interface Props<Row> {
  columns: GridColumns<Row>;
  tracks: Map<string, Track>;
  style: CSSProperties;
  /** Of all columns at their smallest, as the rows have it. */
  width: number;
  sort: GridSort | undefined;
  onSort: ((sort: GridSort) => void) | undefined;
  /** Chooses all rows or none; left out, rows cannot be chosen. */
  select: { state: boolean | 'mixed'; toggle: () => void } | undefined;
}

/** Names of the columns; each sorts when it is pressed, and is drawn wider at its edge. */
export function GridHead<Row>({ columns, tracks, style, width, sort, onSort, select }: Props<Row>) {
  const { t } = useWords();
  const headers = new Map(columns.table.getFlatHeaders().map((header) => [header.column.id, header]));
  const lead = select ? 1 : 0;
  return (
    <div role="rowgroup" className={classes.head} style={{ minWidth: width }}>
      <div role="row" aria-rowindex={1} className={classes.row} style={style}>
        {select && (
          <div role="columnheader" aria-colindex={1} className={classes.check}>
            <input
              type="checkbox"
              className={classes.box}
              aria-label={t('grid.selectAll')}
              checked={select.state === true}
              ref={(box) => {
                if (box) box.indeterminate = select.state === 'mixed';
              }}
              onChange={select.toggle}
            />
          </div>
        )}
        {columns.visible.map(({ id, name, align, sort: by, largestFirst }, at) => {
          const sorted = by !== undefined && sort?.by === by ? sort.direction : undefined;
          const { left } = tracks.get(id)!;
          return (
            <div
              key={id}
              role="columnheader"
              aria-colindex={at + 1 + lead}
              aria-sort={sorted && (sorted === 'asc' ? 'ascending' : 'descending')}
              className={`${classes.name} ${align ? classes.end : ''} ${left === undefined ? '' : classes.pinned}`}
              style={stuckAt(left)}
            >
              {by !== undefined && onSort ? (
                <button
                  type="button"
                  className={classes.sort}
                  onClick={() => onSort({ by, direction: next(sorted, largestFirst) })}
                >
                  <span>{name}</span>
                  {sorted === 'asc' && <IconArrowUp size={12} aria-hidden />}
                  {sorted === 'desc' && <IconArrowDown size={12} aria-hidden />}
                </button>
              ) : (
                <span>{name}</span>
              )}
              <div
                aria-hidden
                className={classes.resize}
                onMouseDown={headers.get(id)?.getResizeHandler()}
                onDoubleClick={() => columns.table.getColumn(id)?.resetSize()}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The other way, or the way in which the column is first sorted. */
const next = (sorted: GridSort['direction'] | undefined, largestFirst = false): GridSort['direction'] => {
  if (sorted === undefined) return largestFirst ? 'desc' : 'asc';
  return sorted === 'asc' ? 'desc' : 'asc';
};
