import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { ask } from '../data/query.ts';
import { useSnapshots, useWhich } from '../data/snapshot.ts';
import type { CoverageData } from '../data/types.ts';
import { Card } from '../parts/card.tsx';
import { Empty } from '../parts/empty.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { PageSkeleton } from '../parts/skeleton.tsx';
import { ReadsMap } from '../scans/reads-map.tsx';
import { useWords } from '../words.ts';
import { Export } from './export.tsx';
import { Mends } from './mends.tsx';

export const route = createLazyRoute('/coverage')({ component: Coverage });

/** What was read and what was not, what that means for the verdicts, and what would mend it. */
function Coverage() {
  const { t } = useWords();
  const which = useWhich();
  const coverage = useQuery(ask('coverage', 'get', which));
  const snapshots = useSnapshots();
  const shown = snapshots?.shown ?? snapshots?.all[0];
  if (coverage.error?.code === 'nothing-scanned')
    return (
      <Page title={t('coverage.title')}>
        <Empty
          what={t('coverage.none')}
          next={t('coverage.noneNext')}
          action={
            <Button renderRoot={(props) => <Link to="/scans" {...props} />}>{t('coverage.toScans')}</Button>
          }
        />
      </Page>
    );
  if (coverage.error)
    return (
      <Page title={t('coverage.title')}>
        <Problem error={coverage.error.toData()} onRetry={() => void coverage.refetch()} />
      </Page>
    );
  if (!coverage.data || !shown) return <PageSkeleton />;
  return (
    <Page title={t('coverage.title')} actions={<Export judged={shown.judged} />}>
      <p>
        <Line coverage={coverage.data} />
      </p>
      <Card title={t('coverage.matrix')}>
        <ReadsMap
          key={shown.id}
          snapshot={shown.id}
          label={t('coverage.matrix')}
          pending={shown.state !== 'complete'}
        />
      </Card>
      <Mends />
      {coverage.data.off.length > 0 && (
        <Card title={t('coverage.off')} note={t('coverage.offNote')}>
          <ul>
            {coverage.data.off.map(({ check, title, reason }) => (
              <li key={check}>
                {title} <span className="secondary">{reason}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}

/** One honest line: how much was read, and how many verdicts cannot be given because of the rest. */
function Line({ coverage: { reads, verdicts } }: { coverage: CoverageData }) {
  const { t } = useWords();
  const whole = reads.ok === reads.planned;
  return (
    <>
      {whole
        ? t('coverage.lineWhole', { planned: reads.planned })
        : t('coverage.line', { ...reads, share: reads.planned === 0 ? 0 : reads.ok / reads.planned })}{' '}
      {verdicts === null
        ? t('coverage.notJudged')
        : verdicts.unknown === 0
          ? t('coverage.meansNone')
          : t('coverage.means', { ...verdicts, share: verdicts.unknown / verdicts.all })}
    </>
  );
}
