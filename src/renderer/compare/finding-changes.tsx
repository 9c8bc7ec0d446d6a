import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type {
  Cause,
  FindingChange,
  FindingChangeFilter,
  FindingChangeSort,
  findingChangeFacets,
} from '../../shared/model/comparison.ts';
import type { Severity } from '../../shared/model/finding.ts';
import { useAccountName } from '../data/accounts.ts';
import { ask } from '../data/query.ts';
import type { Answer } from '../data/types.ts';
import { DecisionMark } from '../decisions/mark.tsx';
import { fieldbook } from '../fieldbook.ts';
import { Empty } from '../parts/empty.tsx';
import facets from '../parts/facets/facets.module.css';
import { Grid, type GridColumn } from '../parts/grid.tsx';
import { useColumns } from '../parts/grid-columns.ts';
import { serviceName, typeName } from '../parts/service.ts';
import { SeverityName } from '../parts/severity.tsx';
import { Split } from '../parts/split.tsx';
import { useWords } from '../words.ts';
import { CauseMark } from './cause-mark.tsx';
import { ChangeMark } from './change-mark.tsx';
import { ChangeFilters } from './filters.tsx';
import { OpenedFinding } from './opened-finding.tsx';
import { useCompareChange, useCompareSearch, type WhichByRules } from './use-compare.ts';

type Row = Answer<'compare', 'findings'>['rows'][number];
type By = Exclude<(typeof findingChangeFacets)[number], 'check'>;
const first: FindingChangeSort = { by: 'severity', direction: 'desc' };

/** What became of every finding that fails in one of the two. */
export function FindingChanges({ which }: { which: WhichByRules }) {
  const { t } = useWords();
  const { findings: filter = {}, sortFindings: sort = first, finding: opened } = useCompareSearch();
  const change = useCompareChange();
  const columns = useColumns<Row>('compare-findings', useFindingColumns());
  return (
    <Split
      id="compare-findings"
      label={t('compare.panelFinding', { name: opened ?? '' })}
      onClose={() => change({ finding: undefined })}
      panel={opened === undefined ? null : <OpenedFinding key={opened} which={which} reference={opened} />}
    >
      <div className={facets.row}>
        <Filters which={which} filter={filter} onChange={(findings) => change({ findings })} />
        <div className={facets.grid}>
          <Grid<Row>
            label={t('compare.gridFindings')}
            columns={columns}
            source={{
              queryKey: ['compare', 'findings', { ...which, filter, sort }],
              fetch: (window, signal) =>
                fieldbook.compare.findings({ ...which, filter, sort, ...window }, { signal }),
            }}
            rowKey={({ finding }) => finding.ref}
            rowName={({ finding }) => finding.title}
            sort={sort}
            onSort={(next) => change({ sortFindings: next as FindingChangeSort })}
            open={opened}
            onOpen={({ finding }) => change({ finding: finding.ref })}
            onClose={() => change({ finding: undefined })}
            empty={<Empty what={t('compare.noneMatch')} next={t('compare.noneMatchNext')} />}
          />
        </div>
      </div>
    </Split>
  );
}

function useFindingColumns(): GridColumn<Row>[] {
  const { t, money } = useWords();
  const accountName = useAccountName();
  return useMemo(
    () => [
      {
        id: 'severity',
        name: t('compare.severity'),
        cell: ({ finding }) => <SeverityName severity={finding.severity} />,
        size: 94,
        sort: 'severity',
      },
      {
        id: 'finding',
        name: t('compare.finding'),
        cell: ({ finding }) => finding.title,
        size: 240,
        grow: 2,
        sort: 'check',
      },
      {
        id: 'state',
        name: t('compare.state'),
        cell: ({ change }) => <ChangeMark change={change} />,
        size: 165,
        sort: 'change',
      },
      {
        id: 'cause',
        name: t('compare.cause'),
        cell: ({ cause }) => <CauseMark cause={cause} />,
        size: 140,
      },
      {
        id: 'resource',
        name: t('compare.resource'),
        cell: ({ finding }) => finding.resource.name,
        size: 160,
        grow: 1,
        sort: 'resource',
      },
      {
        id: 'account',
        name: t('compare.account'),
        cell: ({ finding }) => accountName(finding.resource.account),
        size: 146,
        sort: 'account',
      },
      {
        id: 'region',
        name: t('compare.region'),
        cell: ({ finding }) => finding.resource.region,
        size: 100,
        sort: 'region',
      },
      {
        id: 'decision',
        name: t('findings.columns.decision'),
        cell: ({ finding }) => <DecisionMark decision={finding.decision} />,
        size: 140,
      },
      {
        id: 'saving',
        name: t('compare.saving'),
        cell: ({ finding }) => (finding.saving ? money(finding.saving.monthly) : '–'),
        size: 110,
        align: 'end',
        optional: true,
      },
    ],
    [t, money, accountName],
  );
}

interface FiltersProps {
  which: WhichByRules;
  filter: FindingChangeFilter;
  onChange: (filter: FindingChangeFilter) => void;
}

function Filters({ which, filter, onChange }: FiltersProps) {
  const { t } = useWords();
  const accountName = useAccountName();
  const asked = { ...which, filter };
  const kept = { placeholderData: keepPreviousData };
  return (
    <ChangeFilters<FindingChangeFilter, By>
      search={t('compare.search')}
      filter={filter}
      onChange={onChange}
      properties={[
        {
          by: 'change',
          title: t('compare.state'),
          label: (value) => t(`compare.changes.${value as FindingChange}`),
          words: true,
        },
        {
          by: 'cause',
          title: t('compare.cause'),
          label: (value) => t(`compare.causes.${value as Cause}`),
          words: true,
        },
        {
          by: 'severity',
          title: t('compare.severity'),
          label: (value) => t(`severities.${value as Severity}`),
          words: true,
        },
        { by: 'service', title: t('compare.service'), label: serviceName },
        { by: 'account', title: t('compare.account'), label: accountName },
        { by: 'region', title: t('compare.region'), label: String },
        { by: 'type', title: t('compare.type'), label: typeName },
      ]}
      useCounts={(by) =>
        useQuery({ ...ask('compare', 'findingCounts', { ...asked, by }), ...kept }).data?.counts ?? []
      }
      useTagKeys={() => useQuery({ ...ask('compare', 'findingTagKeys', asked), ...kept }).data}
      useTagValues={(key) =>
        useQuery({ ...ask('compare', 'findingTagValues', { ...asked, key }), ...kept }).data?.counts ?? []
      }
    />
  );
}
