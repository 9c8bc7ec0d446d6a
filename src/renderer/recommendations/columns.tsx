import { useMemo } from 'react';
import type { GridColumn } from '../parts/grid-columns.ts';
import { SeverityName } from '../parts/severity.tsx';
import { useWords } from '../words.ts';
import { type ActionRow, standOf } from './look.ts';
import { Marks } from './marks.tsx';
import classes from './recommendations.module.css';

/** Columns of the ranked list. */
export function useActionColumns(): GridColumn<ActionRow>[] {
  const { t, number, money } = useWords();
  return useMemo(() => {
    const none = <span className="secondary">–</span>;
    return [
      {
        id: 'rank',
        name: t('recommendations.columns.rank'),
        size: 56,
        align: 'end',
        cell: ({ rank }) => (rank === null ? none : <span className="secondary">{number(rank)}</span>),
        sort: 'rank',
        pinned: true,
      },
      {
        id: 'title',
        name: t('recommendations.columns.title'),
        size: 240,
        grow: 1,
        cell: (row) => (
          <span className={classes.title}>
            <span className={row.state === 'dismissed' ? classes.gone : 'strong'}>{row.title}</span>
            <Marks action={row} />
          </span>
        ),
        sort: 'title',
      },
      {
        id: 'state',
        name: t('recommendations.columns.state'),
        size: 92,
        cell: (row) => (
          <span className={classes[standOf(row)]}>{t(`recommendations.states.${standOf(row)}`)}</span>
        ),
      },
      {
        id: 'severity',
        name: t('recommendations.columns.severity'),
        size: 92,
        largestFirst: true,
        cell: ({ severity }) => (severity ? <SeverityName severity={severity} /> : none),
        sort: 'severity',
      },
      {
        id: 'findings',
        name: t('recommendations.columns.findings'),
        size: 82,
        align: 'end',
        largestFirst: true,
        cell: ({ findings }) => (findings > 0 ? number(findings) : none),
        sort: 'findings',
      },
      {
        id: 'saving',
        name: t('recommendations.columns.saving'),
        size: 110,
        align: 'end',
        largestFirst: true,
        cell: ({ counted }) => (counted > 0 ? money(counted) : none),
        sort: 'saving',
      },
      {
        id: 'effort',
        name: t('recommendations.columns.effort'),
        size: 56,
        align: 'end',
        cell: ({ effort }) => number(effort),
        sort: 'effort',
      },
      {
        id: 'track',
        name: t('recommendations.columns.track'),
        size: 122,
        cell: ({ track }) => t(`advice.tracks.${track}`),
        sort: 'track',
      },
      {
        id: 'kind',
        name: t('recommendations.columns.kind'),
        size: 128,
        optional: true,
        cell: ({ kind }) => t(`advice.kinds.${kind}`),
        sort: 'kind',
      },
      {
        id: 'when',
        name: t('recommendations.columns.when'),
        size: 104,
        optional: true,
        cell: ({ horizon }) => (horizon ? t(`advice.horizons.${horizon}`) : none),
      },
      {
        id: 'owner',
        name: t('recommendations.columns.owner'),
        size: 130,
        optional: true,
        cell: ({ owner }) => owner || none,
      },
    ];
  }, [t, number, money]);
}
