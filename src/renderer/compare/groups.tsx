import { SegmentedControl, Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { comparisonGroups, findingChanges } from '../../shared/model/comparison.ts';
import { useAccountName } from '../data/accounts.ts';
import { ask } from '../data/query.ts';
import type { Answer } from '../data/types.ts';
import { Problem } from '../parts/problem.tsx';
import { serviceName } from '../parts/service.ts';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import { ChangeMark } from './change-mark.tsx';
import classes from './compare.module.css';
import { useCompareChange, useCompareSearch, type WhichByRules } from './use-compare.ts';

type Group = Answer<'compare', 'groups'>['groups'][number];

/** What became of the findings, put together by account, region, service, check, or a tag such as the owner. */
export function ComparisonGroups({ which }: { which: WhichByRules }) {
  const { t } = useWords();
  const { groupBy: by = 'account', groupKey } = useCompareSearch();
  const change = useCompareChange();
  const keys = useQuery({
    ...ask('compare', 'findingTagKeys', { ...which, filter: {} }),
    enabled: by === 'tag',
  }).data?.keys;
  const key = groupKey ?? keys?.find((one) => /owner/i.test(one.key))?.key ?? keys?.[0]?.key;
  const { data, error, refetch } = useQuery({
    ...ask('compare', 'groups', { ...which, by, ...(by === 'tag' && { key: key ?? '' }) }),
    enabled: by !== 'tag' || key !== undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <div className={classes.overview}>
      <div className={classes.choices}>
        <SegmentedControl
          aria-label={t('compare.groupBy')}
          data={comparisonGroups.map((value) => ({ value, label: t(`compare.groupBys.${value}`) }))}
          value={by}
          onChange={(next) => change({ groupBy: next as typeof by })}
        />
        {by === 'tag' && keys && (
          <Select
            aria-label={t('compare.groupTag')}
            data={keys.map((one) => one.key)}
            value={key ?? null}
            onChange={(next) => next && change({ groupKey: next })}
          />
        )}
      </div>
      {error ? (
        <Problem error={error.toData()} onRetry={() => void refetch()} />
      ) : data ? (
        <Table groups={data.groups} by={by} />
      ) : (
        <RowsSkeleton rows={6} />
      )}
    </div>
  );
}

function Table({ groups, by }: { groups: readonly Group[]; by: (typeof comparisonGroups)[number] }) {
  const { t, number } = useWords();
  const accountName = useAccountName();
  const change = useCompareChange();
  const nameOf = ({ value, known, title }: Group) =>
    value === null
      ? t(known ? 'compare.groupMissing' : 'compare.groupUnread')
      : by === 'account'
        ? accountName(value)
        : by === 'service'
          ? serviceName(value)
          : title;
  const filterOf = (value: string) => (by === 'tag' ? undefined : { [by]: [value] });
  return (
    <section className="card" aria-label={t('compare.groupTable', { by: t(`compare.groupBys.${by}`) })}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(`compare.groupBys.${by}`)}</th>
            {findingChanges.map((one) => (
              <th key={one} scope="col" className="amount">
                <ChangeMark change={one} />
              </th>
            ))}
            <th scope="col" className="amount">
              {t('compare.groupTotal')}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={`${group.known} ${group.value}`}>
              <th scope="row" className={group.known ? '' : 'secondary'}>
                {group.value !== null && filterOf(group.value) ? (
                  <button
                    type="button"
                    className={classes.plain}
                    onClick={() =>
                      change({ part: 'findings', findings: filterOf(group.value!)!, finding: undefined })
                    }
                  >
                    {nameOf(group)}
                  </button>
                ) : (
                  nameOf(group)
                )}
              </th>
              {findingChanges.map((one) => (
                <td key={one} className={group.counts[one] ? 'amount' : 'amount secondary'}>
                  {number(group.counts[one] ?? 0)}
                </td>
              ))}
              <td className="amount strong">{number(group.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
