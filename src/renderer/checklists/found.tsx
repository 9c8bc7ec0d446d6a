import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ask } from '../data/query.ts';
import { Empty } from '../parts/empty.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import classes from './checklists.module.css';

interface Props {
  text: string;
  onOpen: (found: { checklist: string; item: string }) => void;
}

/** What was found in all checklists. */
export function Found({ text, onOpen }: Props) {
  const { t } = useWords();
  const { data } = useQuery({
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
      <ul>
        {data.found.map(({ checklist, item, title, question }) => (
          <li key={item}>
            <button type="button" className="quiet" onClick={() => onOpen({ checklist, item })}>
              {question} <span className="secondary small">{title}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
