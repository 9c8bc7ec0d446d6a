import { useMemo } from 'react';
import { AspectIcon } from '../parts/aspect.tsx';
import type { GridColumn } from '../parts/grid-columns.ts';
import { SeverityName } from '../parts/severity.tsx';
import { useWords } from '../words.ts';
import type { CheckRow } from './catalogue.ts';
import classes from './checks.module.css';

/** Columns of the catalogue. */
export function useCheckColumns(): GridColumn<CheckRow>[] {
  const { t, number } = useWords();
  return useMemo(
    () => [
      {
        id: 'severity',
        name: t('checks.columns.severity'),
        size: 96,
        cell: ({ severity }) => <SeverityName severity={severity} />,
        sort: 'severity',
        largestFirst: true,
        pinned: true,
      },
      {
        id: 'title',
        name: t('checks.columns.title'),
        size: 260,
        grow: 1,
        cell: ({ title, off }) => <span className={off === null ? 'strong' : classes.gone}>{title}</span>,
        sort: 'title',
      },
      {
        id: 'aspect',
        name: t('checks.columns.aspect'),
        size: 216,
        cell: ({ aspect }) => (
          <>
            <AspectIcon aspect={aspect} /> {t(`aspectNames.${aspect}`)}
          </>
        ),
        sort: 'aspect',
      },
      {
        id: 'services',
        name: t('checks.columns.services'),
        size: 112,
        cell: ({ services }) => <span className="secondary">{services}</span>,
      },
      {
        id: 'fails',
        name: t('checks.columns.fails'),
        size: 76,
        align: 'end',
        largestFirst: true,
        cell: ({ fails }) =>
          fails === null ? (
            <span className="secondary">–</span>
          ) : (
            <span className={fails > 0 ? 'status-fail' : 'secondary'}>{number(fails)}</span>
          ),
        sort: 'fails',
      },
      {
        id: 'effort',
        name: t('checks.columns.effort'),
        size: 84,
        cell: ({ effort }) => t(`findings.efforts.${effort}`),
        sort: 'effort',
      },
      {
        id: 'state',
        name: t('checks.columns.state'),
        size: 110,
        cell: ({ state }) => <span className={classes[state]}>{t(`checks.states.${state}`)}</span>,
        sort: 'state',
      },
      {
        id: 'id',
        name: t('checks.columns.id'),
        size: 220,
        optional: true,
        cell: ({ id }) => <code>{id}</code>,
      },
      {
        id: 'permissions',
        name: t('checks.columns.permissions'),
        size: 260,
        optional: true,
        cell: ({ permissions }) => <code>{permissions.join(', ')}</code>,
      },
    ],
    [t, number],
  );
}
