import { createScopedKeydownHandler } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ask } from '../data/query.ts';
import { Empty } from '../parts/empty.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import classes from './checklists.module.css';

/** The line that Enter opens in the field of the search. */
export const firstFound = () => document.querySelector<HTMLButtonElement>('[data-found] button');

const alongTheLines = createScopedKeydownHandler({
  parentSelector: '[data-found]',
  siblingSelector: 'button',
  orientation: 'vertical',
  activateOnFocus: false,
  loop: false,
  dir: 'ltr',
});

interface Props {
  text: string;
  onOpen: (found: { checklist: string; item: string }) => void;
}

/** What was found in all checklists. */
export function Found({ text, onOpen }: Props) {
  const { t } = useWords();
  const { data, isPlaceholderData } = useQuery({
    ...ask('checklists', 'search', { text, limit: 100 }),
    placeholderData: keepPreviousData,
  });
  if (!data) return <RowsSkeleton rows={6} />;
  if (data.total === 0) return <Empty what={t('checklists.noMatch')} />;
  return (
    <section className={`card ${classes.found}`} aria-label={t('checklists.found', { count: data.total })}>
      <p className="secondary small" role="status">
        {t('checklists.found', { count: data.total })}
      </p>
      <ul {...(!isPlaceholderData && { 'data-found': true })}>
        {data.found.map(({ checklist, item, title, question }) => (
          <li key={item}>
            <button
              type="button"
              className="quiet"
              onKeyDown={alongTheLines}
              onClick={() => onOpen({ checklist, item })}
            >
              {question} <span className="secondary small">{title}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
