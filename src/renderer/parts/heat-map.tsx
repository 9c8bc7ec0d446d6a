import { type CSSProperties, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useWords } from '../words.ts';
import classes from './heat-map.module.css';

export interface HeatCell {
  planned: number;
  done: number;
  failed: number;
}

interface Props {
  /** What the map shows, for those who do not see it. */
  label: string;
  /** Over the names of the rows. */
  head: string;
  rows: { id: string; name: string; note?: ReactNode }[];
  columns: { id: string; name: string }[];
  cell: (row: string, column: string) => HeatCell | undefined;
  /** The single reads behind a cell. */
  onCell: (row: string, column: string) => void;
  /** What is inside a row; left out, rows have no inside. */
  onRow?: (row: string) => void;
}

/**
 * Shares of reads as a table: each cell says how much was read, how much failed (hatched, for it is no colour of good
 * or bad) and how much is to come (empty). One cell is in the order of Tab, the arrow keys move between them.
 */
export function HeatMap({ label, head, rows, columns, cell, onCell, onRow }: Props) {
  const { t } = useWords();
  const hint = useId();
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState({ row: 0, column: 0 });
  const focus = (row: number, column: number): boolean => {
    const found = table.current?.querySelector<HTMLElement>(`[data-at="${row},${column}"]`);
    if (found) {
      setActive({ row, column });
      found.focus();
    }
    return found !== null && found !== undefined;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const at = (event.target as HTMLElement).dataset.at?.split(',').map(Number);
    if (!step || !at) return;
    event.preventDefault();
    // Over places where nothing was planned.
    for (let [row, column] = at as [number, number]; ; ) {
      row += step[0];
      column += step[1];
      if (row < 0 || column < 0 || row >= rows.length || column >= columns.length) return;
      if (focus(row, column)) return;
    }
  };
  const first = firstAt(rows, columns, cell, active);
  return (
    <div className={classes.place}>
      <table
        ref={table}
        className={classes.map}
        aria-label={label}
        aria-describedby={hint}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map(({ id, name }) => (
              <th scope="col" key={id} className={classes.column}>
                <span>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.id}>
              <th scope="row" className={classes.row}>
                {onRow ? (
                  <button
                    type="button"
                    className={classes.inside}
                    onClick={() => onRow(row.id)}
                    aria-label={t('scans.heat.open', { row: row.name })}
                  >
                    {row.name}
                  </button>
                ) : (
                  <span>{row.name}</span>
                )}
                {row.note && <span className={classes.note}>{row.note}</span>}
              </th>
              {columns.map((column, across) => {
                const counts = cell(row.id, column.id);
                return (
                  <td key={column.id}>
                    {counts && (
                      <Cell
                        counts={counts}
                        at={`${at},${across}`}
                        label={t('scans.heat.cell', { ...counts, service: column.name, row: row.name })}
                        inOrder={first.row === at && first.column === across}
                        onOpen={() => {
                          setActive({ row: at, column: across });
                          onCell(row.id, column.id);
                        }}
                      />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p id={hint} className="hidden">
        {t('scans.heat.keys')}
      </p>
    </div>
  );
}

const steps: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The cell that Tab comes to: the active one, or the first that there is. */
function firstAt(
  rows: Props['rows'],
  columns: Props['columns'],
  cell: Props['cell'],
  active: { row: number; column: number },
): { row: number; column: number } {
  const has = (row: number, column: number) => {
    const [one, other] = [rows[row], columns[column]];
    return one !== undefined && other !== undefined && cell(one.id, other.id) !== undefined;
  };
  if (has(active.row, active.column)) return active;
  for (const row of rows.keys())
    for (const column of columns.keys()) if (has(row, column)) return { row, column };
  return active;
}

interface CellProps {
  counts: HeatCell;
  at: string;
  label: string;
  inOrder: boolean;
  onOpen: () => void;
}

function Cell({ counts: { planned, done, failed }, at, label, inOrder, onOpen }: CellProps) {
  const { percent } = useWords();
  const share = planned === 0 ? 0 : done / planned;
  return (
    <button
      type="button"
      data-at={at}
      className={classes.cell}
      data-whole={share === 1 || undefined}
      data-lost={(failed > 0 && done === 0) || undefined}
      style={
        {
          '--done': `${share * 100}%`,
          '--ended': `${(share + failed / (planned || 1)) * 100}%`,
        } as CSSProperties
      }
      title={label}
      tabIndex={inOrder ? 0 : -1}
      onClick={onOpen}
    >
      {whole(percent(share))}
      <span className="hidden">, {label}</span>
    </button>
  );
}

/** Without the decimal, which a cell has no room for; rounded down as before, so only what is whole reads 100%. */
const whole = (percent: string): string => percent.replace(/[.,]\d/, '');

/** What the fillings mean. */
export function HeatLegend({ pending }: { pending: boolean }) {
  const { t } = useWords();
  return (
    <p className={classes.legend}>
      <span className={`${classes.key} ${classes.read}`} /> {t('scans.heat.read')}
      <span className={`${classes.key} ${classes.failed}`} /> {t('scans.heat.failed')}
      {pending && (
        <>
          <span className={classes.key} /> {t('scans.heat.pending')}
        </>
      )}
    </p>
  );
}
