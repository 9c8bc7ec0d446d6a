import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CheckSetting } from '../../shared/model/check-setting.ts';
import { statuses } from '../../shared/model/finding.ts';
import { formatMoney } from '../../shared/model/money.ts';
import { ask } from '../data/query.ts';
import { useWhich } from '../data/snapshot.ts';
import { Problem } from '../parts/problem.tsx';
import { useWords } from '../words.ts';
import classes from './checks.module.css';

/** What the snapshot that is shown would say, were the setting applied. */
export function Preview({ setting }: { setting: CheckSetting }) {
  const { t, locale } = useWords();
  const which = useWhich();
  const { data, error } = useQuery(ask('checks', 'preview', { ...which, settings: [setting] }));
  if (error) return <Problem error={error.toData()} />;
  if (!data)
    return (
      <div className={classes.preview} role="status" aria-label={t('common.loading')}>
        <Skeleton height={12} width="60%" />
        <Skeleton height={48} mt={8} />
      </div>
    );
  const score = (value: number | null) => (value === null ? '–' : String(Math.round(value)));
  const money = (micros: number) => formatMoney(micros, 'USD', locale);
  const { changes, scores, savings } = data;
  const count = changes.reduce((sum, { verdicts }) => sum + verdicts, 0);
  const rows = [
    ...changes.flatMap(({ check, title, before, after }) =>
      statuses
        .filter((status) => before[status] > 0 || after[status] > 0)
        .map((status) => ({
          key: `${check} ${status}`,
          name: changes.length > 1 ? `${title}: ${t(`statuses.${status}`)}` : t(`statuses.${status}`),
          before: String(before[status]),
          after: String(after[status]),
        })),
    ),
    {
      key: 'score',
      name: t('figures.score'),
      before: score(scores.before.overall.score),
      after: score(scores.after.overall.score),
    },
    {
      key: 'saving',
      name: t('figures.saving'),
      before: money(savings.before.counted),
      after: money(savings.after.counted),
    },
  ];
  return (
    <div className={classes.preview}>
      <p className="strong">{t('checks.preview.changes', { count })}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('checks.preview.what')}</th>
            <th scope="col" className="amount">
              {t('checks.preview.now')}
            </th>
            <th scope="col" className="amount">
              {t('checks.preview.then')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, before, after }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className="amount secondary">{before}</td>
              <td className={`amount ${before === after ? 'secondary' : 'strong'}`}>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="secondary small">{t('checks.preview.note')}</p>
    </div>
  );
}
