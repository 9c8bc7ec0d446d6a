import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type {
  ResourceChange,
  ResourceChangeFilter,
  ResourceChangeSort,
  resourceChangeFacets,
} from '../../shared/model/comparison.ts';
import { useAccountName } from '../data/accounts.ts';
import { ask } from '../data/query.ts';
import type { Answer } from '../data/types.ts';
import { fieldbook } from '../fieldbook.ts';
import { Empty } from '../parts/empty.tsx';
import facets from '../parts/facets/facets.module.css';
import { Grid, type GridColumn } from '../parts/grid.tsx';
import { useColumns } from '../parts/grid-columns.ts';
import { serviceName, typeName } from '../parts/service.ts';
import { Split } from '../parts/split.tsx';
import { useWords } from '../words.ts';
import { ChangeMark } from './change-mark.tsx';
import { ChangeFilters } from './filters.tsx';
import { OpenedResource } from './opened-resource.tsx';
import { useCompareChange, useCompareSearch, type Which } from './use-compare.ts';

type Row = Answer<'compare', 'resources'>['rows'][number];
type By = (typeof resourceChangeFacets)[number];
const first: ResourceChangeSort = { by: 'change', direction: 'asc' };

const closed = { resource: undefined, seenFrom: undefined };
const keyOf = ({ account, arn }: Pick<Row['resource'], 'account' | 'arn'>): string => `${account} ${arn}`;

/** Resources that came, went, changed, or were not looked for. */
export function ResourceChanges({ which }: { which: Which }) {
  const { t } = useWords();
  const {
    resources: filter = {},
    sortResources: sort = first,
    resource: opened,
    seenFrom,
  } = useCompareSearch();
  const change = useCompareChange();
  const columns = useColumns<Row>('compare-resources', useResourceColumns());
  return (
    <Split
      id="compare-resources"
      label={t('compare.panelResource', { name: opened ?? '' })}
      onClose={() => change(closed)}
      panel={
        opened === undefined ? null : (
          <OpenedResource key={`${seenFrom} ${opened}`} which={which} arn={opened} account={seenFrom} />
        )
      }
    >
      <div className={facets.row}>
        <Filters which={which} filter={filter} onChange={(resources) => change({ resources })} />
        <div className={facets.grid}>
          <Grid<Row>
            label={t('compare.gridResources')}
            columns={columns}
            source={{
              queryKey: ['compare', 'resources', { ...which, filter, sort }],
              fetch: (window, signal) =>
                fieldbook.compare.resources({ ...which, filter, sort, ...window }, { signal }),
            }}
            rowKey={({ resource }) => keyOf(resource)}
            rowName={({ resource }) => resource.name}
            sort={sort}
            onSort={(next) => change({ sortResources: next as ResourceChangeSort })}
            open={opened === undefined ? undefined : keyOf({ arn: opened, account: seenFrom ?? '' })}
            onOpen={({ resource }) => change({ resource: resource.arn, seenFrom: resource.account })}
            onClose={() => change(closed)}
            empty={<Empty what={t('compare.noneMatch')} next={t('compare.noneMatchNext')} />}
          />
        </div>
      </div>
    </Split>
  );
}

function useResourceColumns(): GridColumn<Row>[] {
  const { t } = useWords();
  const accountName = useAccountName();
  return useMemo(
    () => [
      {
        id: 'state',
        name: t('compare.state'),
        cell: ({ change }) => <ChangeMark change={change} />,
        size: 150,
        sort: 'change',
      },
      {
        id: 'resource',
        name: t('compare.resource'),
        cell: ({ resource }) => resource.name,
        size: 190,
        grow: 2,
        sort: 'resource',
      },
      {
        id: 'type',
        name: t('compare.type'),
        cell: ({ resource }) => typeName(resource.type),
        size: 160,
        sort: 'type',
      },
      {
        id: 'properties',
        name: t('compare.properties'),
        cell: ({ properties }) =>
          properties.length > 0 ? <code>{properties.map(({ path }) => path).join(', ')}</code> : '–',
        size: 200,
        grow: 1,
      },
      {
        id: 'account',
        name: t('compare.account'),
        cell: ({ resource }) => accountName(resource.account),
        size: 146,
        sort: 'account',
      },
      {
        id: 'region',
        name: t('compare.region'),
        cell: ({ resource }) => resource.region,
        size: 100,
        sort: 'region',
      },
    ],
    [t, accountName],
  );
}

interface FiltersProps {
  which: Which;
  filter: ResourceChangeFilter;
  onChange: (filter: ResourceChangeFilter) => void;
}

function Filters({ which, filter, onChange }: FiltersProps) {
  const { t } = useWords();
  const accountName = useAccountName();
  const asked = { ...which, filter };
  const kept = { placeholderData: keepPreviousData };
  return (
    <ChangeFilters<ResourceChangeFilter, By>
      search={t('compare.searchResources')}
      filter={filter}
      onChange={onChange}
      properties={[
        {
          by: 'change',
          title: t('compare.state'),
          label: (value) => t(`compare.changes.${value as ResourceChange}`),
          words: true,
        },
        { by: 'service', title: t('compare.service'), label: serviceName },
        { by: 'account', title: t('compare.account'), label: accountName },
        { by: 'region', title: t('compare.region'), label: String },
        { by: 'type', title: t('compare.type'), label: typeName },
      ]}
      useCounts={(by) =>
        useQuery({ ...ask('compare', 'resourceCounts', { ...asked, by }), ...kept }).data?.counts ?? []
      }
      useTagKeys={() => useQuery({ ...ask('compare', 'resourceTagKeys', asked), ...kept }).data}
      useTagValues={(key) =>
        useQuery({ ...ask('compare', 'resourceTagValues', { ...asked, key }), ...kept }).data?.counts ?? []
      }
    />
  );
}
