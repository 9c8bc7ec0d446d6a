import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconPencilPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import { kinds, tracks } from '../../shared/model/recommendation.ts';
import { ask } from '../data/query.ts';
import { useSession } from '../data/session.ts';
import { useWhich } from '../data/snapshot.ts';
import type { Answer } from '../data/types.ts';
import { Empty } from '../parts/empty.tsx';
import { Grid, type RowsSource } from '../parts/grid.tsx';
import { ColumnChooser } from '../parts/grid-chooser.tsx';
import { useColumns } from '../parts/grid-columns.ts';
import { isSelected, nothingSelected } from '../parts/grid-selection.ts';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { PageSkeleton } from '../parts/skeleton.tsx';
import { Split } from '../parts/split.tsx';
import { ExportMenu } from '../roadmap/export.tsx';
import { useWords } from '../words.ts';
import { ActionBar } from './action-bar.tsx';
import { useActionColumns } from './columns.tsx';
import { type ActionRow, look, standOf } from './look.ts';
import { ActionPanel } from './panel.tsx';
import { ReadEntry } from './read-entry.tsx';
import classes from './recommendations.module.css';
import { type RecommendationsSearch, shows } from './search.ts';
import { WriteOne } from './write.tsx';

export const route = createLazyRoute('/recommendations')({ component: Recommendations });

function Recommendations() {
  const { t } = useWords();
  const list = useQuery(ask('recommendations', 'list', useWhich()));
  if (list.error)
    return (
      <Page title={t('recommendations.title')}>
        <Problem error={list.error.toData()} onRetry={() => void list.refetch()} />
      </Page>
    );
  return list.data ? <List {...list.data} /> : <PageSkeleton />;
}

/** Proposals and what was adopted in one ranked list, and the panel of the one that is open. */
function List({ actions, findings }: Answer<'recommendations', 'list'>) {
  const { t } = useWords();
  const { engagement } = useSession();
  const search = route.useSearch() as RecommendationsSearch;
  const go = useNavigate({ from: '/recommendations' });
  const field = useRef<HTMLInputElement>(null);
  const [selection, select] = useState(nothingSelected);
  const [writing, write] = useState(false);
  useHotkeys([['/', () => field.current?.focus()]]);
  const change = useCallback(
    (more: Partial<RecommendationsSearch>) =>
      void go({ search: ((old: RecommendationsSearch) => ({ ...old, ...more })) as never, replace: true }),
    [go],
  );
  const { text, show, track, kind, sort } = search;
  const shown = useMemo(
    () => look(actions, { text, show, track, kind, sort }),
    [actions, text, show, track, kind, sort],
  );
  const source = useMemo(
    (): RowsSource<ActionRow> => ({
      // The rows are here already: what they say is part of the question, so that the grid never shows old ones.
      queryKey: ['recommendations', 'look', JSON.stringify(shown)],
      place: JSON.stringify([text, show, track, kind, sort]),
      fetch: async ({ offset, limit }) => ({
        total: shown.length,
        rows: shown.slice(offset, offset + limit),
      }),
    }),
    [shown, text, show, track, kind, sort],
  );
  const columns = useColumns('recommendations', useActionColumns());
  const count = (name: 'proposed' | 'adopted' | 'done') =>
    actions.filter((row) => standOf(row) === name).length;
  // A proposal that was adopted has got an id of its own; the link to it stays good.
  const open = actions.find(
    ({ id, library }) => id === search.recommendation || library === search.recommendation,
  );
  const close = () => change({ recommendation: undefined });
  const openOne = (id: string | undefined) => change({ recommendation: id });
  const chosen = shown.filter(({ id }) => isSelected(selection, id));
  return (
    <Split
      id="recommendations"
      label={t('recommendations.panel.label')}
      onClose={close}
      panel={open ? <ActionPanel key={open.id} row={open} onClose={close} onOpen={openOne} /> : null}
    >
      <Page
        fill
        title={t('recommendations.title')}
        lead={[
          t('recommendations.proposed', { count: count('proposed') }),
          t('recommendations.adopted', { count: count('adopted') }),
          ...(count('done') > 0 ? [t('recommendations.done', { count: count('done') })] : []),
          t('recommendations.lead', { count: findings.all }),
          ...(findings.uncovered > 0 ? [t('recommendations.uncovered', { count: findings.uncovered })] : []),
        ].join(' · ')}
        actions={
          <>
            <Button
              leftSection={<IconPencilPlus size={14} />}
              disabled={engagement.readonly}
              onClick={() => write(true)}
            >
              {t('recommendations.actions.write')}
            </Button>
            <ReadEntry onRead={openOne} />
            <ExportMenu disabled={count('adopted') === 0} />
            <ColumnChooser columns={columns} />
          </>
        }
      >
        <div className={classes.filters}>
          <SegmentedControl
            aria-label={t('recommendations.showLabel')}
            value={show ?? 'open'}
            data={shows.map((value) => ({ value, label: t(`recommendations.show.${value}`) }))}
            onChange={(value) => {
              select(nothingSelected);
              change({ show: value === 'open' ? undefined : (value as RecommendationsSearch['show']) });
            }}
          />
          <TextInput
            ref={field}
            flex={1}
            miw={150}
            leftSection={<IconSearch size={14} />}
            aria-label={t('recommendations.search')}
            placeholder={t('recommendations.search')}
            value={text ?? ''}
            onChange={(event) => change({ text: event.currentTarget.value || undefined })}
          />
          <Select
            w={140}
            aria-label={t('recommendations.columns.track')}
            value={track ?? 'all'}
            data={[
              { value: 'all', label: t('recommendations.allTracks') },
              ...tracks.map((value) => ({ value, label: t(`advice.tracks.${value}`) })),
            ]}
            onChange={(value) => change({ track: value === 'all' ? undefined : (value as never) })}
          />
          <Select
            w={140}
            aria-label={t('recommendations.columns.kind')}
            value={kind ?? 'all'}
            data={[
              { value: 'all', label: t('recommendations.allKinds') },
              ...kinds.map((value) => ({ value, label: t(`advice.kinds.${value}`) })),
            ]}
            onChange={(value) => change({ kind: value === 'all' ? undefined : (value as never) })}
          />
        </div>
        <ActionBar chosen={chosen} onClear={() => select(nothingSelected)} onOpen={openOne} />
        <Grid
          label={t('recommendations.title')}
          columns={columns}
          source={source}
          rowKey={({ id }) => id}
          rowName={({ title }) => title}
          sort={sort ?? { by: 'rank', direction: 'asc' }}
          onSort={(sort) => change({ sort: sort as NonNullable<RecommendationsSearch['sort']> })}
          onOpen={({ id }) => openOne(id)}
          onClose={close}
          open={open?.id}
          selection={selection}
          onSelect={select}
          empty={
            actions.length === 0 ? (
              <Empty what={t('recommendations.none')} next={t('recommendations.noneNext')} />
            ) : (
              <Empty what={t('recommendations.noMatch')} />
            )
          }
        />
        <WriteOne opened={writing} onClose={() => write(false)} onWritten={openOne} />
      </Page>
    </Split>
  );
}
