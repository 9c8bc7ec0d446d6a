import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate, useSearch } from '@tanstack/react-router';
import { ask } from '../data/query.ts';
import { useSnapshots } from '../data/snapshot.ts';
import { Empty } from '../parts/empty.tsx';
import { Page } from '../parts/page.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import { MadeReports } from './made.tsx';
import { MakeReport } from './make.tsx';
import classes from './reports.module.css';

export const route = createLazyRoute('/reports')({ component: Reports });

/** Making a report, and what was made. */
function Reports() {
  const { t, number } = useWords();
  const { view = 'make' } = useSearch({ from: '/reports' });
  const go = useNavigate();
  const snapshots = useSnapshots();
  const { data } = useQuery(ask('reports', 'list', { limit: 50 }));
  return (
    <Page title={t('reports.title')} lead={t('reports.lead')} fill>
      <Tabs
        value={view}
        onChange={(next) =>
          void go({
            to: '/reports',
            search: ((before: object) => ({
              ...before,
              view: next === 'made' ? 'made' : undefined,
            })) as never,
          })
        }
        className={classes.tabs!}
      >
        <Tabs.List>
          <Tabs.Tab value="make">{t('reports.make')}</Tabs.Tab>
          <Tabs.Tab value="made">
            {t('reports.made')}{' '}
            {data && data.total > 0 && <span className="secondary">{number(data.total)}</span>}
          </Tabs.Tab>
        </Tabs.List>
        {/* A preview takes its time to make, and stays while somebody looks at what was delivered. */}
        <Tabs.Panel value="make" keepMounted className={classes.panel!}>
          {!snapshots ? (
            <RowsSkeleton rows={6} />
          ) : snapshots.shown ? (
            <MakeReport key={snapshots.shown.id} snapshot={snapshots.shown} />
          ) : (
            <Empty what={t('reports.nothingJudged')} next={t('reports.nothingJudgedNext')} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="made" className={classes.panel!}>
          <MadeReports />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
