import { useQuery } from '@tanstack/react-query';
import { useAccountName } from '../data/accounts.ts';
import { ask } from '../data/query.ts';
import type { Answer } from '../data/types.ts';
import { Card } from '../parts/card.tsx';
import { Empty } from '../parts/empty.tsx';
import { Problem } from '../parts/problem.tsx';
import { serviceName } from '../parts/service.ts';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import classes from './compare.module.css';
import type { Which } from './use-compare.ts';

type Savings = Answer<'compare', 'savings'>;
const SHOWN = 100;

/** What was realised of the savings that were named before: by list price, and by the bill where one was read. */
export function RealisedSavings({ which }: { which: Which }) {
  const { t } = useWords();
  const accountName = useAccountName();
  const { data, error, refetch } = useQuery(ask('compare', 'savings', { ...which, offset: 0, limit: SHOWN }));
  if (error) return <Problem error={error.toData()} onRetry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={8} />;
  return (
    <div className={classes.overview}>
      <Figures data={data} />
      {data.changes === 0 ? (
        <Empty what={t('compare.savedNothing')} next={t('compare.savedNothingNext')} />
      ) : (
        <>
          <div className={classes.became}>
            <Sums title={t('compare.byCheck')} sums={data.byCheck} />
            <Sums
              title={t('compare.byAccount')}
              sums={data.byAccount.map((one) => ({ ...one, title: accountName(one.value) }))}
            />
            <Sums
              title={t('compare.byService')}
              sums={data.byService.map((one) => ({ ...one, title: serviceName(one.value) }))}
            />
          </div>
          <Changes data={data} />
        </>
      )}
    </div>
  );
}

function Figures({ data: { total, advisory, byRules, bill, priceDate } }: { data: Savings }) {
  const { t, money, locale } = useWords();
  const day = (date: string) =>
    new Date(date).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const figures = [
    {
      name: t('compare.savedTotal'),
      value: money(total.was),
      note: [
        t('compare.savedNote', { date: day(priceDate.was) }),
        priceDate.is !== priceDate.was &&
          t('compare.savedNow', { date: day(priceDate.is), amount: total.is }),
      ]
        .filter(Boolean)
        .join('; '),
    },
    {
      name: t('compare.savedAdvisory'),
      value: money(advisory.was),
      note: t('compare.savedAdvisoryNote'),
    },
    {
      name: t('compare.savedByRules'),
      value: money(byRules.was),
      note: t('compare.savedByRulesNote', { count: byRules.findings }),
    },
    {
      name: t('compare.bill'),
      value: bill.gap === null ? t('compare.billWas', { before: bill.before, after: bill.after }) : '–',
      note:
        bill.gap === null
          ? t('compare.billNote', { ...bill.months, count: bill.accounts })
          : `${t(`compare.noBill.${bill.gap}`)} ${t('compare.noBillNote')}`,
    },
  ];
  return (
    <section className="card figures" aria-label={t('compare.savings')}>
      {figures.map(({ name, value, note }) => (
        <div key={name} className="figure">
          <div className="name">{name}</div>
          <div className="value">{value}</div>
          <div className="note">{note}</div>
        </div>
      ))}
    </section>
  );
}

function Sums({ title, sums }: { title: string; sums: Savings['byCheck'] }) {
  const { t, number, money } = useWords();
  return (
    <Card title={title}>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col" className="amount">
              {t('compare.savedFindings')}
            </th>
            <th scope="col" className="amount">
              {t('compare.savedAmount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sums.map(({ value, title: name, findings, was }) => (
            <tr key={value}>
              <th scope="row">{name}</th>
              <td className="amount">{number(findings)}</td>
              <td className="amount strong">{money(was)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Changes({ data }: { data: Savings }) {
  const { t, money } = useWords();
  const accountName = useAccountName();
  return (
    <Card
      title={t('compare.savedChanges')}
      note={data.changes > SHOWN && t('compare.savedMore', { shown: SHOWN, all: data.changes })}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('compare.finding')}</th>
            <th scope="col">{t('compare.resource')}</th>
            <th scope="col">{t('compare.account')}</th>
            <th scope="col">{t('compare.how')}</th>
            <th scope="col" className="amount">
              {t('compare.savedAmount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map(({ check, title, resource, how, properties, was, counted }) => (
            <tr key={`${check} ${resource.account} ${resource.arn} ${was}`}>
              <td>{title}</td>
              <th scope="row">{resource.name}</th>
              <td className="secondary">{accountName(resource.account)}</td>
              <td>{howOf(properties) || t(`compare.hows.${how}`)}</td>
              <td className="amount">
                {counted ? (
                  <strong>{money(was)}</strong>
                ) : (
                  <span className="secondary">
                    {money(was)} · {t('compare.notCounted')}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

/** What tells of the change most, which the engine gives first: `VolumeType gp2 → gp3`; short values, and few of them. */
function howOf(properties: Savings['rows'][number]['properties']): string {
  const short = (value: unknown) =>
    ['string', 'number', 'boolean'].includes(typeof value) && String(value).length <= 24;
  return properties
    .filter(({ before, after }) => short(before) && short(after))
    .slice(0, 2)
    .map(({ path, before, after }) => `${path.split('.').at(-1)} ${String(before)} → ${String(after)}`)
    .join(', ');
}
