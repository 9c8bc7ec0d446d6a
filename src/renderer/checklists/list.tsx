import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useWords } from '../words.ts';
import classes from './checklists.module.css';
import type { ItemData } from './data.ts';
import { Flags, LevelMark } from './mark.tsx';

interface Props {
  sections: { id: string; title: string }[];
  shown: ItemData[];
  numberOf: (one: ItemData) => number;
  current: string;
  selected: ReadonlySet<string>;
  onGo: (item: string) => void;
  onSelect: (item: string) => void;
}

type Row = { section: string } | { one: ItemData; at: number };

/** The questions under their sections; only what is seen is drawn, so that thousands are no burden. */
export function QuestionList({ sections, shown, numberOf, current, selected, onGo, onSelect }: Props) {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => {
    const titles = new Map(sections.map(({ id, title }) => [id, title]));
    return shown.flatMap((one, at): Row[] =>
      at === 0 || shown[at - 1]!.item.section !== one.item.section
        ? [{ section: titles.get(one.item.section) ?? one.item.section }, { one, at }]
        : [{ one, at }],
    );
  }, [shown, sections]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: (index) => ('section' in rows[index]! ? 30 : 52),
    overscan: 12,
  });
  const row = rows.findIndex((one) => 'one' in one && one.one.item.id === current);
  useEffect(() => {
    if (row >= 0) virtual.scrollToIndex(row === 1 ? 0 : row, { align: 'auto' });
  }, [row, virtual]);
  // Arrow keys, j and k are the page's; here is what only a list has.
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { Home: shown[0], End: shown.at(-1) }[event.key];
    if (event.key === ' ') onSelect(current);
    else if (to) onGo(to.item.id);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={place}
      className={classes.list}
      role="listbox"
      aria-label={t('checklists.list')}
      aria-multiselectable
      aria-activedescendant={`question-${current}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start, size }) => {
          const row = rows[index]!;
          const style = { height: size, transform: `translateY(${start}px)` };
          if ('section' in row)
            return (
              <div key={index} role="presentation" className={classes.section} style={style}>
                {row.section}
              </div>
            );
          const { one, at } = row;
          const { id } = one.item;
          const folded = one.state.blocked !== null && one.state.level === null;
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the active one
            <div
              key={index}
              id={`question-${id}`}
              role="option"
              aria-selected={selected.has(id)}
              aria-setsize={shown.length}
              aria-posinset={at + 1}
              className={classes.row}
              data-current={id === current || undefined}
              data-folded={folded || undefined}
              style={style}
              onClick={(event) => (event.ctrlKey || event.metaKey ? onSelect(id) : onGo(id))}
              onKeyDown={undefined}
            >
              <LevelMark state={one.state} />
              <span className={classes.words}>
                <span className={classes.question}>
                  {numberOf(one)}. {one.words.question}
                </span>
                <Flags state={one.state} />
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
