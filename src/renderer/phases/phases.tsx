import { Button, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate, useSearch } from '@tanstack/react-router';
import { ask } from '../data/query.ts';
import { useSession } from '../data/session.ts';
import { Empty } from '../parts/empty.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { PageSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import { PhaseCard } from './phase-card.tsx';
import classes from './phases.module.css';
import { Timeline } from './timeline.tsx';
import { useSavePhases } from './use-save.ts';

export const route = createLazyRoute('/phases')({ component: Phases });

/** The steps of the engagement in their order, and all that happened as a line of time. */
function Phases() {
  const { t } = useWords();
  const { view = 'phases' } = useSearch({ from: '/phases' });
  const go = useNavigate();
  return (
    <Page title={t('phases.title')} lead={t('phases.lead')} fill>
      <Tabs
        value={view}
        onChange={(next) =>
          void go({ to: '/phases', search: { view: next === 'timeline' ? 'timeline' : undefined } })
        }
        className={classes.tabs!}
        classNames={{ panel: classes.panel! }}
      >
        <Tabs.List aria-label={t('phases.tabs')}>
          <Tabs.Tab value="phases">{t('phases.list')}</Tabs.Tab>
          <Tabs.Tab value="timeline">{t('phases.timeline')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="phases" tabIndex={0}>
          <PhaseList />
        </Tabs.Panel>
        <Tabs.Panel value="timeline" tabIndex={0}>
          <Timeline />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function PhaseList() {
  const { t } = useWords();
  const { engagement } = useSession();
  const { data, error, refetch } = useQuery(ask('phases', 'list', {}));
  const { save, saving } = useSavePhases();
  if (error) return <Problem error={error.toData()} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { phases, now } = data;
  const open = phases.findIndex(({ closedAt }) => closedAt === null);
  const add = () =>
    void save((all) => [
      ...all,
      {
        id: crypto.randomUUID(),
        kind: 'implementation',
        name: '',
        from: null,
        to: null,
        closedAt: null,
      },
    ]);
  return (
    <>
      {engagement.readonly && <p className="secondary">{t('phases.readonly')}</p>}
      {phases.length === 0 && <Empty what={t('phases.none')} next={t('phases.noneNext')} />}
      <ol className={classes.phases}>
        {phases.map((phase, at) => (
          <li key={phase.id}>
            <PhaseCard
              phase={phase}
              at={at}
              now={at === open ? now : null}
              first={at === 0 || phases[at - 1]!.closedAt !== null}
              last={at === phases.length - 1}
              save={save}
            />
          </li>
        ))}
      </ol>
      {!engagement.readonly && (
        <div className={classes.foot}>
          <Button leftSection={<IconPlus size={14} />} onClick={add}>
            {t('phases.add')}
          </Button>
          <span className="secondary small" role="status">
            {saving === 'idle' ? '' : t(`phases.${saving}`)}
          </span>
        </div>
      )}
    </>
  );
}
