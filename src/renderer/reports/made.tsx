import { IconAlertTriangle, IconCircleCheck, IconFileOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../data/query.ts';
import { useAsItWas } from '../data/snapshot.ts';
import { Copy } from '../parts/code.tsx';
import { Empty } from '../parts/empty.tsx';
import { Path } from '../parts/path.tsx';
import { Problem } from '../parts/problem.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import { Deliveries } from './deliveries.tsx';
import type { Report } from './report.ts';
import classes from './reports.module.css';

/** What was made, whether its file is still the same, and to whom it was handed. */
export function MadeReports() {
  const { t, moment, number } = useWords();
  const { data, error, refetch } = useQuery({
    ...ask('reports', 'list', { limit: 50 }),
    // The engine does not hear of it when somebody changes, moves or removes a file.
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
  });
  const frozen = useAsItWas()?.reports.map(({ id }) => id);
  if (error) return <Problem error={error.toData()} onRetry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={4} />;
  // Of a closed phase, the reports that it had.
  const reports = frozen ? data.reports.filter(({ id }) => frozen.includes(id)) : data.reports;
  if (reports.length === 0) return <Empty what={t('reports.noneMade')} next={t('reports.noneMadeNext')} />;
  return (
    <section className="card" aria-label={t('reports.made')}>
      <table>
        <thead>
          <tr>
            <th>{t('reports.columns.made')}</th>
            <th>{t('reports.columns.report')}</th>
            <th className="amount">{t('reports.columns.pages')}</th>
            <th>{t('reports.columns.file')}</th>
            <th>{t('reports.columns.delivered')}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <tr key={report.id}>
              <td>{moment(report.madeAt)}</td>
              <td>
                {t(`reports.kinds.${report.kind}`)}
                <div className="secondary small">
                  {t(`languages.${report.language}`)} ·{' '}
                  {t('reports.ofSnapshot', { when: moment(report.snapshot.startedAt) })}
                </div>
              </td>
              <td className="amount">{number(report.pages)}</td>
              <td>
                <div className={classes.file}>
                  <code>
                    <Path path={report.path} />
                  </code>
                  <FileState state={report.file} />
                  <span className={`${classes.hash} secondary small`}>
                    SHA-256 <code>{report.sha256.slice(0, 12)}…</code>
                    <Copy text={report.sha256} />
                  </span>
                </div>
              </td>
              <td>
                <Deliveries report={report} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {data.total > data.reports.length && (
        <p className="secondary">{t('reports.older', { count: data.total - data.reports.length })}</p>
      )}
    </section>
  );
}

const icons = {
  unchanged: IconCircleCheck,
  changed: IconAlertTriangle,
  missing: IconFileOff,
  unreadable: IconFileOff,
} as const;

function FileState({ state }: { state: Report['file'] }) {
  const { t } = useWords();
  const Icon = icons[state];
  const colour = {
    unchanged: classes.good,
    changed: classes.bad,
    missing: 'secondary',
    unreadable: 'secondary',
  };
  return (
    <span className={`${classes.state} small ${colour[state]}`}>
      <Icon size={14} stroke={1.5} aria-hidden /> {t(`reports.file.${state}`)}
    </span>
  );
}
