import { type ReactNode, useMemo } from 'react';
import type { ImportField } from '../../shared/contract/inventory.ts';
import type { Answer } from '../data/types.ts';
import { dayInWords } from '../parts/day.ts';
import type { GridColumn } from '../parts/grid-columns.ts';
import { useWords } from '../words.ts';
import classes from './inventory.module.css';

export type SystemRow = Answer<'inventory', 'page'>['systems'][number];

type ColumnId = 'fail' | 'unknown' | Exclude<ImportField, 'dependsOn' | 'notes'>;

/** Nobody said it: grey and dashed, never a good or a bad sign. */
export function NotSaid() {
  const { t } = useWords();
  return <span className="status status-unknown">{t('inventory.notSaid')}</span>;
}

/** Columns of the grid of systems. */
export function useSystemColumns(): GridColumn<SystemRow>[] {
  const { t, locale, number } = useWords();
  return useMemo(() => {
    const column = (
      id: ColumnId,
      size: number,
      cell: (row: SystemRow) => ReactNode,
      more: Partial<GridColumn<SystemRow>> = {},
    ): GridColumn<SystemRow> => ({ id, name: t(`inventory.columns.${id}`), size, cell, ...more });
    const said = (value: string | null) =>
      value === null ? (
        <NotSaid />
      ) : value === '' ? (
        <span className={classes.none}>{t('inventory.noneKnown')}</span>
      ) : (
        value
      );
    const day = (value: string | null) => (value === null ? <NotSaid /> : dayInWords(value, locale));
    const choice = <F extends 'kind' | 'criticality' | 'dataClass' | 'lifecycle' | 'signIn'>(
      field: F,
      value: SystemRow[F],
    ) => (value === null ? <NotSaid /> : t(`inventory.values.${field}.${value}` as never));
    const sort = (id: ColumnId) => ({ sort: id });
    return [
      column('name', 180, ({ name }) => <span className="strong">{name}</span>, {
        pinned: true,
        grow: 2,
        ...sort('name'),
      }),
      column('kind', 122, ({ kind }) => choice('kind', kind), sort('kind')),
      column('owner', 118, ({ owner }) => said(owner), { ...sort('owner'), grow: 1 }),
      column('criticality', 90, ({ criticality }) => choice('criticality', criticality), {
        ...sort('criticality'),
        largestFirst: true,
      }),
      column('dataClass', 116, ({ dataClass }) => choice('dataClass', dataClass), {
        ...sort('dataClass'),
        largestFirst: true,
      }),
      column('lifecycle', 116, ({ lifecycle }) => choice('lifecycle', lifecycle), sort('lifecycle')),
      column('contractEnd', 108, ({ contractEnd }) => day(contractEnd), sort('contractEnd')),
      column(
        'fail',
        76,
        ({ fail }) => (fail > 0 ? <span className={classes.fail}>{number(fail)}</span> : '0'),
        {
          align: 'end',
          largestFirst: true,
          ...sort('fail'),
        },
      ),
      column('unknown', 104, ({ unknown }) => <span className="secondary">{number(unknown)}</span>, {
        align: 'end',
      }),
      column('vendor', 130, ({ vendor }) => vendor, { optional: true }),
      column('location', 150, ({ location }) => said(location), { optional: true }),
      column('agreement', 150, ({ agreement }) => said(agreement), { optional: true }),
      column('signIn', 140, ({ signIn }) => choice('signIn', signIn), { optional: true }),
      column('backup', 150, ({ backup }) => said(backup), { optional: true }),
      column('supportEnd', 112, ({ supportEnd }) => day(supportEnd), { optional: true }),
      column('purpose', 220, ({ purpose }) => <span className="secondary">{purpose}</span>, {
        optional: true,
      }),
    ];
  }, [t, locale, number]);
}
