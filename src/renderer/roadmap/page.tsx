import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link, useNavigate } from '@tanstack/react-router';
import { ask } from '../data/query.ts';
import { useSession } from '../data/session.ts';
import { useWhich } from '../data/snapshot.ts';
import { Empty } from '../parts/empty.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { PageSkeleton } from '../parts/skeleton.tsx';
import { Split } from '../parts/split.tsx';
import { useWords } from '../words.ts';
import { Board } from './board.tsx';
import { Capacity } from './capacity.tsx';
import { ExportMenu } from './export.tsx';
import { Forecast } from './forecast.tsx';
import { PlanPanel } from './panel.tsx';
import type { RoadmapSearch } from './search.ts';
import { Timeline } from './timeline.tsx';

export const route = createLazyRoute('/roadmap')({ component: RoadmapPage });

function RoadmapPage() {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(ask('roadmap', 'get', useWhich()));
  const { readonly } = useSession().engagement;
  const search = route.useSearch() as RoadmapSearch;
  const go = useNavigate({ from: '/roadmap' });
  const change = (more: Partial<RoadmapSearch>) =>
    void go({ search: ((old: RoadmapSearch) => ({ ...old, ...more })) as never, replace: true });
  if (error)
    return (
      <Page title={t('roadmap.title')}>
        <Problem error={error.toData()} onRetry={() => void refetch()} />
      </Page>
    );
  if (!data) return <PageSkeleton />;
  const { items } = data;
  const view = search.view ?? 'board';
  const open = items.find(({ id }) => id === search.action);
  const close = () => change({ action: undefined });
  const show = (action: string) => change({ action });
  return (
    <Split
      id="roadmap"
      label={t('roadmap.panel.label')}
      onClose={close}
      panel={open ? <PlanPanel key={open.id} item={open} onClose={close} /> : null}
    >
      <Page
        title={t('roadmap.title')}
        lead={[
          t('roadmap.lead', { count: items.length }),
          ...(readonly ? [] : [t(view === 'board' ? 'roadmap.keys' : 'roadmap.keysTimeline')]),
        ].join(' · ')}
        actions={
          <>
            <SegmentedControl
              aria-label={t('roadmap.view')}
              value={view}
              data={(['board', 'timeline'] as const).map((value) => ({
                value,
                label: t(`roadmap.${value}`),
              }))}
              onChange={(value) => change({ view: value === 'board' ? undefined : 'timeline' })}
            />
            <ExportMenu disabled={items.length === 0} />
          </>
        }
      >
        {items.length === 0 ? (
          <Empty
            what={t('roadmap.none')}
            next={t('roadmap.noneNext')}
            action={
              <Button component={Link} to="/recommendations" variant="filled">
                {t('roadmap.toRecommendations')}
              </Button>
            }
          />
        ) : (
          <>
            <Forecast roadmap={data} />
            {view === 'board' ? (
              <Board items={items} open={open?.id} onOpen={show} />
            ) : (
              <Timeline items={items} open={open?.id} onOpen={show} />
            )}
            <Capacity roadmap={data} />
          </>
        )}
      </Page>
    </Split>
  );
}
