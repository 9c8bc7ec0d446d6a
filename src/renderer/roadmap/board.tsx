import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Horizon } from '../../shared/model/records/recommendation.ts';
import { useSession } from '../data/session.ts';
import { useWords } from '../words.ts';
import { BoardCard } from './card.tsx';
import { columns, moved, type Place } from './move.ts';
import classes from './roadmap.module.css';
import { type RoadmapItem, usePlan } from './use-plan.ts';

interface Props {
  items: readonly RoadmapItem[];
  open: string | undefined;
  onOpen: (id: string) => void;
}

/** The horizons as columns. An action is moved by dragging it, or by Alt and the arrow keys. */
export function Board({ items, open, onOpen }: Props) {
  const { t } = useWords();
  const { readonly } = useSession().engagement;
  const plan = usePlan();
  const board = useRef<HTMLDivElement>(null);
  /** What was moved by key: it keeps the focus in its new place. */
  const held = useRef<string>(undefined);
  const [said, say] = useState('');
  const [over, setOver] = useState<Horizon | 'unplanned'>();
  useEffect(() => {
    if (held.current === undefined) return;
    board.current?.querySelector<HTMLElement>(`[data-action="${CSS.escape(held.current)}"]`)?.focus();
  }, [items]);

  const put = async (item: RoadmapItem, { horizon, before }: Place) => {
    if (!(await plan(item.id, { horizon, before }))) return;
    const there = items.filter((one) => one.horizon === horizon && one.id !== item.id);
    const at = before === null ? there.length : there.findIndex(({ id }) => id === before);
    say(
      t('roadmap.moved', {
        title: item.title,
        horizon: t(`advice.horizons.${horizon ?? 'unplanned'}`),
        place: at + 1,
        of: there.length + 1,
      }),
    );
  };
  const onKey = (event: KeyboardEvent, item: RoadmapItem) => {
    if (!event.altKey || !event.key.startsWith('Arrow')) return;
    // Alt and an arrow go back and forth in the window elsewhere.
    event.preventDefault();
    event.stopPropagation();
    const place = moved(items, item, event.key);
    if (readonly || !place) return;
    held.current = item.id;
    void put(item, place);
  };
  const drop = (id: string, place: Place) => {
    setOver(undefined);
    const item = items.find((one) => one.id === id);
    if (item && place.before !== id) void put(item, place);
  };
  return (
    <div className={classes.board} ref={board}>
      <p className="hidden" role="status">
        {said}
      </p>
      {columns.map((horizon) => {
        const name = horizon ?? 'unplanned';
        const there = items.filter((one) => one.horizon === horizon);
        return (
          <section
            key={name}
            aria-label={t(`advice.horizons.${name}`)}
            className={over === name ? `${classes.column} ${classes.over}` : classes.column}
            onDragOver={(event) => {
              if (readonly) return;
              event.preventDefault();
              setOver(name);
            }}
            onDragLeave={() => setOver(undefined)}
            onDrop={(event) => drop(event.dataTransfer.getData('text/plain'), { horizon, before: null })}
          >
            <h2>
              {t(`advice.horizons.${name}`)} <span className="secondary">{there.length}</span>
            </h2>
            {there.length === 0 && <p className="secondary small">{t('roadmap.empty')}</p>}
            <ul>
              {there.map((item) => (
                <BoardCard
                  key={item.id}
                  item={item}
                  open={item.id === open}
                  movable={!readonly}
                  onOpen={() => onOpen(item.id)}
                  onFocus={() => {
                    held.current = item.id;
                  }}
                  onKey={(event) => onKey(event, item)}
                  onDrop={(id) => drop(id, { horizon, before: item.id })}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
