import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatMoney } from '../../shared/model/money.ts';
import { ask } from '../data/query.ts';
import { useWhich } from '../data/snapshot.ts';
import { Problem } from '../parts/problem.tsx';
import { StatusName } from '../parts/status.tsx';
import { useWords } from '../words.ts';
import classes from './findings.module.css';

/** What each judged snapshot said of the finding, newest first. */
export function History({ finding }: { finding: number }) {
  const { t, moment, locale } = useWords();
  const which = useWhich();
  const { data, error } = useQuery(ask('findings', 'history', { ...which, finding }));
  if (error) return <Problem error={error.toData()} />;
  if (!data) return <Skeleton height={28} />;
  return (
    <ol className={classes.history}>
      {data.history.toReversed().map(({ snapshot, startedAt, status, saving }) => (
        <li key={snapshot} className={classes.past}>
          <span className="secondary">{moment(startedAt)}</span>
          {status ? (
            <StatusName status={status} />
          ) : (
            <span className="secondary">{t('findings.panel.absent')}</span>
          )}
          <span>{saving !== null && formatMoney(saving, 'USD', locale)}</span>
        </li>
      ))}
    </ol>
  );
}
