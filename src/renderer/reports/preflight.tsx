import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ask } from '../data/query.ts';
import { Card } from '../parts/card.tsx';
import { Problem } from '../parts/problem.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import type { Wanted } from './preview.tsx';
import classes from './reports.module.css';

/** What will not print, and what to know before the report is handed over; each leads to its place. */
export function Preflight({ wanted }: { wanted: Wanted }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(ask('reports', 'preflight', wanted));
  if (error) return <Problem error={error.toData()} onRetry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={3} />;
  return (
    <Card title={t('reports.before')}>
      {data.notes.length === 0 ? (
        <p className={classes.note}>
          <IconCircleCheck size={16} stroke={1.5} aria-hidden className={classes.good} />
          <span>{t('reports.allPrints')}</span>
        </p>
      ) : (
        <ul>
          {data.notes.map(({ code, blocks, message, go }) => (
            <li key={`${code} ${message}`} className={classes.note}>
              {blocks ? (
                <IconAlertTriangle size={16} stroke={1.5} aria-hidden className={classes.bad} />
              ) : (
                <IconInfoCircle size={16} stroke={1.5} aria-hidden className="secondary" />
              )}
              <span>
                {blocks && <strong>{t('reports.blocks')} </strong>}
                {message}{' '}
                {go && (
                  <Link to={go.path as '/'} search={go.search as never}>
                    {t('reports.goThere')}
                    <span className="hidden"> ({message})</span>
                  </Link>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
