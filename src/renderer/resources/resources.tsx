import { Button } from '@mantine/core';
import { createLazyRoute } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import type { ResourceFilter, ResourceSort } from '../../shared/model/resource-query.ts';
import { useAccountName } from '../data/accounts.ts';
import { useSnapshots, useWhich } from '../data/snapshot.ts';
import type { Answer } from '../data/types.ts';
import { fieldbook } from '../fieldbook.ts';
import { Empty } from '../parts/empty.tsx';
import facets from '../parts/facets/facets.module.css';
import { Grid, type GridColumn, type GridSort } from '../parts/grid.tsx';
import { ColumnChooser } from '../parts/grid-chooser.tsx';
import { useColumns } from '../parts/grid-columns.ts';
import { Page } from '../parts/page.tsx';
import { typeName } from '../parts/service.ts';
import { Split } from '../parts/split.tsx';
import { useWords } from '../words.ts';
import { ExportButton } from './export.tsx';
import { Filters, nothing } from './filters.tsx';
import { ResourcePanel } from './panel/panel.tsx';
import type { ResourcesSearch } from './search.ts';

export const route = createLazyRoute('/resources')({ component: Resources });

type Row = Answer<'resources', 'page'>['resources'][number];
const first: ResourceSort = { by: 'type', direction: 'asc' };

const keyOf = ({ account, arn }: Pick<Row, 'account' | 'arn'>): string => `${account} ${arn}`;
const closed = { resource: undefined, seenFrom: undefined };

function Resources() {
  const { t } = useWords();
  const which = useWhich();
  const snapshots = useSnapshots();
  const accountName = useAccountName();
  const { resource, seenFrom, sort = first, ...filter } = useFilter();
  const [total, setTotal] = useState<number>();
  const change = useChange();
  const columns = useColumns<Row>('resources', useRows(accountName));
  if (snapshots && !snapshots.shown)
    return (
      <Page title={t('resources.title')}>
        <Empty what={t('resources.noScan')} next={t('resources.noScanNext')} />
      </Page>
    );
  const filtered = Object.values(filter).some((one) => (Array.isArray(one) ? one.length > 0 : one));
  return (
    <Page
      fill
      title={t('resources.title')}
      lead={
        total !== undefined &&
        snapshots?.shown &&
        t('resources.lead', { count: total, of: Math.max(total, snapshots.shown.resources) })
      }
      actions={
        <>
          <ColumnChooser columns={columns} />
          <ExportButton filter={filter} sort={sort} />
        </>
      }
    >
      <Split
        id="resources"
        label={t('resources.panel', { name: resource ?? '' })}
        onClose={() => change(closed)}
        panel={
          resource === undefined ? null : (
            <ResourcePanel key={`${seenFrom} ${resource}`} arn={resource} account={seenFrom} />
          )
        }
      >
        <div className={facets.row}>
          <Filters filter={filter} filtered={filtered} onChange={change} />
          <div className={facets.grid}>
            <Grid<Row>
              label={t('resources.grid')}
              columns={columns}
              source={{
                queryKey: ['resources', 'page', { ...which, filter, sort }],
                fetch: async (window, signal) => {
                  const page = await fieldbook.resources.page(
                    { ...which, filter, sort, ...window },
                    { signal },
                  );
                  return { total: page.total, rows: page.resources };
                },
                rowOf: async (_, signal) => {
                  const one = { arn: resource!, account: seenFrom };
                  return (await fieldbook.resources.place({ ...which, filter, sort, ...one }, { signal }))
                    .row;
                },
              }}
              rowKey={keyOf}
              rowName={(row) => row.name}
              sort={sort}
              onSort={(next: GridSort) => change({ sort: next as ResourceSort })}
              open={resource === undefined ? undefined : keyOf({ arn: resource, account: seenFrom ?? '' })}
              onOpen={({ arn, account }) => change({ resource: arn, seenFrom: account })}
              onClose={() => change(closed)}
              onTotal={setTotal}
              empty={
                <Empty
                  what={t('resources.none')}
                  next={t('resources.noneNext')}
                  action={filtered && <Button onClick={() => change(nothing)}>{t('resources.clear')}</Button>}
                />
              }
            />
          </div>
        </div>
      </Split>
    </Page>
  );
}

/** What the address asks for. */
function useFilter(): ResourceFilter & Pick<ResourcesSearch, 'resource' | 'seenFrom' | 'sort'> {
  const { resource, seenFrom, sort, type, account, region, tag, failing, text } =
    route.useSearch() as ResourcesSearch;
  return { resource, seenFrom, sort, type, account, region, tag, failing, text };
}

function useChange(): (change: Partial<ResourcesSearch>) => void {
  const navigate = route.useNavigate();
  return useCallback(
    (change) =>
      void navigate({
        to: '/resources',
        search: (old: object) => ({ ...old, ...change }) as never,
        // Going back leads to the resource that was open before, and not through every letter of a search.
        replace: !('resource' in change),
      }),
    [navigate],
  );
}

function useRows(accountName: (id: string) => string): GridColumn<Row>[] {
  const { t, number } = useWords();
  return useMemo(
    () => [
      {
        id: 'name',
        name: t('resources.name'),
        cell: ({ name }) => name,
        size: 220,
        grow: 3,
        sort: 'name',
      },
      {
        id: 'type',
        name: t('resources.type'),
        cell: ({ type }) => typeName(type),
        size: 170,
        grow: 1,
        sort: 'type',
      },
      {
        id: 'account',
        name: t('resources.account'),
        cell: ({ account }) => accountName(account),
        size: 146,
        sort: 'account',
      },
      { id: 'region', name: t('resources.region'), cell: ({ region }) => region, size: 110, sort: 'region' },
      {
        id: 'failing',
        name: t('resources.failing'),
        cell: ({ failing }) => (failing === 0 ? '–' : number(failing)),
        size: 80,
        align: 'end',
        sort: 'failing',
      },
      {
        id: 'arn',
        name: t('resources.arn'),
        cell: ({ arn }) => <code>{arn}</code>,
        size: 420,
        optional: true,
      },
    ],
    [t, number, accountName],
  );
}
