import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate, useSearch } from '@tanstack/react-router';
import { ask } from '../data/query.ts';
import { useUnderWay } from '../data/scan.ts';
import { useSession } from '../data/session.ts';
import { useSnapshots } from '../data/snapshot.ts';
import { Empty } from '../parts/empty.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { PageSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import { History } from './history.tsx';
import { Live } from './live.tsx';
import { Profiles } from './profiles.tsx';
import { Setup } from './setup/setup.tsx';
import { Waiting } from './waiting.tsx';

export const route = createLazyRoute('/scans')({ component: Scans });

function Scans() {
  const { t } = useWords();
  const { engagement } = useSession();
  const { setup } = useSearch({ from: '/scans' });
  const go = useNavigate();
  const list = useQuery(ask('scan', 'list', {}));
  const snapshots = useSnapshots();
  const underWay = useUnderWay();
  if (list.error)
    return (
      <Page title={t('scans.title')}>
        <Problem error={list.error.toData()} onRetry={() => void list.refetch()} />
      </Page>
    );
  if (!snapshots) return <PageSkeleton />;
  const { all, shown } = snapshots;
  const newest = all[0];
  const unfinished = underWay
    ? undefined
    : (all.find(({ state }) => state === 'running' || state === 'paused') ??
      (newest?.state === 'complete' && !newest.judged ? newest : undefined));
  const busy = underWay !== null || unfinished !== undefined;
  const begin = () => void go({ to: '/scans', search: { setup: 'accounts' } });
  if (setup && !busy && !engagement.readonly) return <Setup step={setup} />;
  const start = (
    <Button
      variant="filled"
      leftSection={<IconPlus size={14} aria-hidden />}
      disabled={busy || engagement.readonly}
      onClick={begin}
    >
      {t('scans.new')}
    </Button>
  );
  return (
    <Page
      title={t('scans.title')}
      lead={engagement.readonly ? t('common.readonlyFile') : unfinished ? t('scans.busy') : t('scans.lead')}
      actions={all.length > 0 && start}
    >
      {all.length === 0 && <Empty what={t('scans.first')} next={t('scans.firstNext')} action={start} />}
      {underWay && (
        <Live
          key={underWay.snapshot}
          underWay={underWay}
          snapshot={all.find(({ id }) => id === underWay.snapshot)}
        />
      )}
      {unfinished && <Waiting key={unfinished.id} snapshot={unfinished} />}
      {all.length > 0 && <History snapshots={all} shown={shown?.id} running={underWay?.snapshot} />}
      <Profiles />
    </Page>
  );
}
