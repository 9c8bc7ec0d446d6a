import { Select, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useRef } from 'react';
import { aspects } from '../../shared/model/aspect.ts';
import { ask } from '../data/query.ts';
import { useSnapshots, useWhich } from '../data/snapshot.ts';
import { Empty } from '../parts/empty.tsx';
import { Grid, type RowsSource } from '../parts/grid.tsx';
import { ColumnChooser } from '../parts/grid-chooser.tsx';
import { useColumns } from '../parts/grid-columns.ts';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { PageSkeleton } from '../parts/skeleton.tsx';
import { Split } from '../parts/split.tsx';
import { useWords } from '../words.ts';
import { type CheckRow, look, rowsOf } from './catalogue.ts';
import classes from './checks.module.css';
import { useCheckColumns } from './columns.tsx';
import { CheckPanel, UnknownCheck } from './panel.tsx';
import type { ChecksSearch } from './search.ts';

export const route = createLazyRoute('/checks')({ component: Checks });

function Checks() {
  const { t } = useWords();
  const which = useWhich();
  const judged = useSnapshots()?.shown !== undefined;
  const checks = useQuery(ask('checks', 'list', {}));
  const scores = useQuery({ ...ask('scores', 'get', which), enabled: judged });
  const rows = useMemo(() => {
    const counts = scores.data?.checks ?? [];
    return (
      checks.data && rowsOf(checks.data.checks, new Map(counts.map((one) => [one.id, one.counts.fail ?? 0])))
    );
  }, [checks.data, scores.data]);
  if (checks.error)
    return (
      <Page title={t('checks.title')}>
        <Problem error={checks.error.toData()} onRetry={() => void checks.refetch()} />
      </Page>
    );
  return rows ? <Catalogue rows={rows} judged={judged} /> : <PageSkeleton />;
}

/** All checks there are, and the panel of the one that is open. */
function Catalogue({ rows, judged }: { rows: CheckRow[]; judged: boolean }) {
  const { t } = useWords();
  const search = route.useSearch() as ChecksSearch;
  const go = useNavigate({ from: '/checks' });
  const field = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => field.current?.focus()]]);
  const change = useCallback(
    (more: Partial<ChecksSearch>) =>
      void go({ search: ((old: ChecksSearch) => ({ ...old, ...more })) as never, replace: true }),
    [go],
  );
  const { text, aspect, show, sort } = search;
  const shown = useMemo(() => look(rows, { text, aspect, show, sort }), [rows, text, aspect, show, sort]);
  const source = useMemo(
    (): RowsSource<CheckRow> => ({
      queryKey: ['checks', 'look', { text, aspect, show, sort }, versionOf(shown)],
      place: JSON.stringify([text, aspect, show, sort]),
      fetch: async ({ offset, limit }) => ({
        total: shown.length,
        rows: shown.slice(offset, offset + limit),
      }),
      rowOf: async (key) => {
        const row = shown.findIndex(({ id }) => id === key);
        return row === -1 ? null : row;
      },
    }),
    [shown, text, aspect, show, sort],
  );
  const columns = useColumns('checks', useCheckColumns());
  const open = rows.find(({ id }) => id === search.check);
  const close = () => change({ check: undefined });
  const off = rows.filter(({ state }) => state === 'off').length;
  const tuned = rows.filter(({ state }) => state === 'tuned').length;
  return (
    <Split
      id="checks"
      label={t('checks.panel.label')}
      onClose={close}
      panel={
        open ? (
          <CheckPanel key={open.id} check={open} judged={judged} onClose={close} />
        ) : search.check ? (
          <UnknownCheck key={search.check} id={search.check} onClose={close} />
        ) : null
      }
    >
      <Page
        fill
        title={t('checks.title')}
        lead={[
          t('checks.lead', { count: rows.length }),
          ...(off > 0 ? [t('checks.off', { count: off })] : []),
          ...(tuned > 0 ? [t('checks.tuned', { count: tuned })] : []),
        ].join(' · ')}
        actions={<ColumnChooser columns={columns} />}
      >
        <div className={classes.filters}>
          <TextInput
            ref={field}
            flex={1}
            leftSection={<IconSearch size={14} />}
            aria-label={t('checks.search')}
            placeholder={t('checks.search')}
            value={text ?? ''}
            onChange={(event) => change({ text: event.currentTarget.value || undefined })}
          />
          <Select
            w={190}
            aria-label={t('checks.columns.aspect')}
            value={aspect ?? 'all'}
            data={[
              { value: 'all', label: t('checks.allAspects') },
              ...aspects.map((value) => ({ value, label: t(`aspectNames.${value}`) })),
            ]}
            onChange={(value) =>
              change({ aspect: value === 'all' ? undefined : (value as ChecksSearch['aspect']) })
            }
          />
          <Select
            w={150}
            aria-label={t('checks.columns.state')}
            value={show ?? 'all'}
            data={(['all', 'failing', 'off', 'tuned'] as const).map((value) => ({
              value,
              label: t(`checks.show.${value}`),
            }))}
            onChange={(value) =>
              change({ show: value === 'all' ? undefined : (value as ChecksSearch['show']) })
            }
          />
        </div>
        <Grid
          label={t('checks.title')}
          columns={columns}
          source={source}
          rowKey={({ id }) => id}
          rowName={({ title }) => title}
          sort={sort ?? { by: 'severity', direction: 'desc' }}
          onSort={(sort) => change({ sort: sort as NonNullable<ChecksSearch['sort']> })}
          onOpen={({ id }) => change({ check: id })}
          onClose={close}
          open={open?.id}
          empty={<Empty what={t('checks.noMatch')} />}
        />
      </Page>
    </Split>
  );
}

/** Changes when anything that the rows show does. */
const versionOf = (rows: readonly CheckRow[]): string =>
  rows.map(({ id, fails, state, severity }) => `${id}${fails}${state}${severity}`).join();
