import { Button, Select } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { DecisionVerdict } from '../../shared/model/decision.ts';
import {
  expressionOfTokens,
  type FilterToken,
  type FindingFilter,
  type FindingSort,
  type GroupName,
  groupNames,
} from '../../shared/model/finding-query.ts';
import { ask } from '../data/query.ts';
import { useSession } from '../data/session.ts';
import { useSnapshots, useWhich } from '../data/snapshot.ts';
import { DecideDialog, type Subject } from '../decisions/dialog.tsx';
import { fieldbook } from '../fieldbook.ts';
import { Empty } from '../parts/empty.tsx';
import { Grid, type GridSelection, type RowsSource } from '../parts/grid.tsx';
import { ColumnChooser } from '../parts/grid-chooser.tsx';
import { useColumns } from '../parts/grid-columns.ts';
import { useAskAhead } from '../parts/grid-rows.ts';
import { countSelected, nothingSelected } from '../parts/grid-selection.ts';
import { Page } from '../parts/page.tsx';
import { PageSkeleton } from '../parts/skeleton.tsx';
import { Split } from '../parts/split.tsx';
import { useWords } from '../words.ts';
import { ActionBar, choiceOf } from './action-bar.tsx';
import { type FindingsRow, useFindingColumns } from './columns.tsx';
import { ExportMenu } from './export.tsx';
import { GroupRow } from './group-row.tsx';
import { FindingPanel } from './panel.tsx';
import { PropertyFilter } from './property-filter.tsx';
import { type FindingsSearch, firstFilter, firstSort } from './search.ts';
import { hasOneStatus } from './tokens.ts';
import { ViewsMenu } from './views.tsx';

export const route = createLazyRoute('/findings')({ component: Findings });

function Findings() {
  const { t } = useWords();
  const snapshots = useSnapshots();
  if (!snapshots) return <PageSkeleton />;
  if (!snapshots.shown)
    return (
      <Page title={t('findings.title')}>
        <Empty
          what={t(snapshots.all.length > 0 ? 'empty.notJudged' : 'empty.noScan')}
          next={t(snapshots.all.length > 0 ? 'empty.notJudgedNext' : 'empty.noScanNext')}
        />
      </Page>
    );
  return <Table accounts={snapshots.shown.accounts} />;
}

/** Verdicts of a snapshot: filter, grid, and the panel of the one that is open. */
function Table({ accounts }: { accounts: { id: string; name: string }[] }) {
  const { t, number } = useWords();
  const which = useWhich();
  const {
    filter: tokens = firstFilter,
    sort = firstSort,
    group,
    finding,
  } = route.useSearch() as FindingsSearch;
  const go = useNavigate({ from: '/findings' });
  const look = useCallback(
    (change: Partial<FindingsSearch>, replace = false) =>
      void go({ search: ((old: FindingsSearch) => ({ ...old, ...change })) as never, replace }),
    [go],
  );
  const [selection, setSelection] = useState<GridSelection>(nothingSelected);
  const [opened, setOpened] = useState<{ by: GroupName | undefined; values: readonly string[] }>({
    by: group,
    values: [],
  });
  const [total, setTotal] = useState<number>();
  // Numbers of the findings that were opened from here: found at once, where a reference must be looked for.
  const [known, setKnown] = useState<{ ref: string; id: number }>();

  const filter = useMemo(() => filterOf(tokens), [tokens]);
  const open = opened.by === group ? opened.values : noValues;
  const source = useMemo(
    () => rowsOf({ ...which, filter, sort }, group, open),
    [which, filter, sort, group, open],
  );
  const all = useQuery(ask('findings', 'page', { ...which, limit: 1 })).data?.total;
  // The rows of a grouped grid are groups as well, so what matches is asked for.
  const counted = useQuery({
    ...ask('findings', 'page', { ...which, filter, sort, limit: 1 }),
    enabled: group !== undefined,
  }).data?.total;
  const matching = group === undefined ? total : counted;
  const accountName = useCallback(
    (id: string) => accounts.find((one) => one.id === id)?.name || id,
    [accounts],
  );
  const columns = useColumns('findings', useFindingColumns(accountName, hasOneStatus(tokens)));

  const askAhead = useAskAhead<FindingsRow>();
  const anew = (change: Partial<FindingsSearch>) => {
    const next = { filter: tokens, sort, group, ...change };
    const query = { ...which, filter: filterOf(next.filter), sort: next.sort };
    askAhead(rowsOf(query, next.group, next.group === group ? open : noValues));
    setSelection(nothingSelected);
    look(change);
  };
  const onOpen = (row: FindingsRow) => {
    if (row.kind === 'finding') {
      setKnown(row);
      look({ finding: row.ref }, finding !== undefined);
    } else
      setOpened({
        by: group,
        values: row.open ? open.filter((one) => one !== row.value) : [...open, row.value],
      });
  };
  const close = () => look({ finding: undefined }, true);
  const active = useRef<FindingsRow | undefined>(undefined);
  const onActive = useCallback((row: FindingsRow | undefined) => {
    active.current = row;
  }, []);
  const [subject, setSubject] = useState<Subject | null>(null);
  const shown = finding === undefined ? undefined : known && known.ref === finding ? known.id : finding;
  const { readonly } = useSession().engagement;
  /** Upon what is chosen, else what is open at the side, else where the arrows are. */
  const decideUpon = (verdict?: DecisionVerdict) => () => {
    const count = countSelected(selection, matching ?? 0);
    const row = active.current;
    const one = typeof shown === 'number' ? shown : row?.kind === 'finding' ? row.id : undefined;
    if (readonly) return;
    if (count > 0) setSubject({ choice: choiceOf(selection, filter), count, verdict });
    else if (one !== undefined) setSubject({ finding: one, verdict });
  };
  useHotkeys([
    ['d', decideUpon()],
    ['a', decideUpon('accepted-risk')],
    ['p', decideUpon('false-positive')],
    ['w', decideUpon('will-fix')],
  ]);
  return (
    <Split
      id="findings"
      label={t('findings.panel.label')}
      onClose={close}
      panel={
        shown === undefined ? null : (
          <FindingPanel
            finding={shown}
            onClose={close}
            onFound={(id) => finding && setKnown({ ref: finding, id })}
            onDecide={(id) => setSubject({ finding: id })}
          />
        )
      }
    >
      <Page
        fill
        title={t('findings.title')}
        lead={
          matching === undefined || all === undefined ? (
            ' '
          ) : (
            <>
              <strong>{number(matching)}</strong> {t('findings.of', { all })}
            </>
          )
        }
        actions={
          <>
            <ViewsMenu
              view={{ filter: [...tokens], sort, group: group ?? null }}
              onChoose={(view) =>
                anew({ filter: view.filter, sort: view.sort, group: view.group ?? undefined })
              }
            />
            <Select
              aria-label={t('findings.group.label')}
              w={168}
              value={group ?? 'none'}
              data={[
                { value: 'none', label: t('findings.group.none') },
                ...groupNames.map((value) => ({ value, label: t(`findings.group.${value}`) })),
              ]}
              onChange={(value) => anew({ group: value === 'none' ? undefined : (value as GroupName) })}
            />
            <ColumnChooser columns={columns} />
            <ExportMenu choice={{ filter }} sort={sort} />
          </>
        }
      >
        <PropertyFilter tokens={tokens} onChange={(filter) => anew({ filter })} />
        <Grid
          label={t('findings.title')}
          columns={columns}
          source={source}
          rowKey={keyOf}
          rowName={(row: FindingsRow) =>
            row.kind === 'group' ? row.label : `${row.title} ${row.resource.name}`
          }
          sort={sort}
          onSort={(sort) => anew({ sort: sort as FindingSort })}
          onOpen={onOpen}
          onClose={close}
          open={typeof shown === 'number' ? String(shown) : undefined}
          selection={selection}
          onSelect={setSelection}
          onTotal={setTotal}
          onActive={onActive}
          {...(group && {
            group: (row: FindingsRow) =>
              row.kind === 'group' ? { open: row.open, content: <GroupRow row={row} /> } : undefined,
          })}
          empty={
            <Empty
              what={t(all === 0 ? 'findings.nothing' : 'findings.noMatch')}
              {...(all !== 0 && {
                action: <Button onClick={() => anew({ filter: [] })}>{t('findings.filter.clearAll')}</Button>,
              })}
            />
          }
        />
        {total !== undefined && matching !== undefined && (
          <ActionBar
            selection={selection}
            total={matching}
            filter={filter}
            sort={sort}
            onClear={() => setSelection(nothingSelected)}
            onDecide={(choice, count) => setSubject({ choice, count })}
          />
        )}
        <DecideDialog
          subject={subject}
          onClose={() => setSubject(null)}
          onDecided={() => setSelection(nothingSelected)}
        />
      </Page>
    </Split>
  );
}

const noValues: readonly string[] = [];
const keyOf = (row: FindingsRow): string => (row.kind === 'group' ? `group ${row.value}` : String(row.id));

function filterOf(tokens: readonly FilterToken[]): FindingFilter {
  const where = expressionOfTokens(tokens);
  return where ? { where } : {};
}

type Query = { snapshot?: string; filter: FindingFilter; sort: FindingSort };

function rowsOf(query: Query, by: GroupName | undefined, open: readonly string[]): RowsSource<FindingsRow> {
  if (by === undefined)
    return {
      queryKey: ['findings', 'page', query],
      async fetch(window, signal) {
        const { total, findings } = await fieldbook.findings.page({ ...query, ...window }, { signal });
        return { total, rows: findings.map((finding) => ({ kind: 'finding' as const, ...finding })) };
      },
      rowOf: (key, signal) => rowOf(key, query, signal),
    };
  const group = { by, open: [...open] };
  return {
    queryKey: ['findings', 'grouped', query, by, open],
    // Groups open and close where they stand.
    place: JSON.stringify([query, by]),
    fetch: (window, signal) => fieldbook.findings.grouped({ ...query, ...window, group }, { signal }),
    rowOf: (key, signal) => rowOf(key, { ...query, group }, signal),
  };
}

const rowOf = async (
  key: string,
  query: Query & { group?: { by: GroupName; open: string[] } },
  signal: AbortSignal,
) => (await fieldbook.findings.place({ ...query, finding: Number(key) }, { signal })).row;
