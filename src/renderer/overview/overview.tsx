import { Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { severities } from '../../shared/model/finding.ts';
import { useJobs } from '../data/jobs.ts';
import { ask } from '../data/query.ts';
import { useAsItWas, useWhich } from '../data/snapshot.ts';
import type { CoverageData, OverviewData } from '../data/types.ts';
import { Empty } from '../parts/empty.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { PageSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import { Actions } from './actions.tsx';
import { Aspects } from './aspects.tsx';
import { Figures } from './figures.tsx';
import { FirstSteps } from './first-steps.tsx';
import { NextStepCard, SinceLine } from './guidance.tsx';
import { Lead } from './lead.tsx';
import { nextStep, phaseNow, reportOf, type Work } from './next-step.ts';
import { ScanUnderWay } from './scan-under-way.tsx';
import { Unseen } from './unseen.tsx';

/** The first page: where the client stands, what moves most, what could not be seen, what comes next. */
export function Overview() {
  const which = useWhich();
  const overview = useQuery(ask('engagement', 'overview', which));
  // Asked for at the same time; what it says when nothing has been judged is not used.
  const coverage = useQuery(ask('coverage', 'get', which));
  // What the next step goes by; the navigation asks for them as well.
  const checklists = useQuery(ask('checklists', 'list', {})).data;
  const advice = useQuery(ask('recommendations', 'counts', which)).data;
  const judged = overview.data?.scores ? overview.data.snapshot : null;
  const { t } = useWords();
  const error = overview.error ?? (judged && coverage.error);
  if (error)
    return (
      <Page title={t('overview.title')}>
        <Problem error={error.toData()} onRetry={() => void overview.refetch()} />
      </Page>
    );
  if (!overview.data || (judged && !coverage.data) || !checklists || !advice) return <PageSkeleton />;
  return (
    <Content
      overview={overview.data}
      coverage={(judged && coverage.data) ?? null}
      work={{ checklists, advice }}
    />
  );
}

interface Loaded {
  overview: OverviewData;
  /** Null until something has been judged. */
  coverage: CoverageData | null;
  work: Pick<Work, 'checklists' | 'advice'>;
}

function Content({ overview, coverage, work }: Loaded) {
  const { t } = useWords();
  const go = useNavigate();
  const asItWas = useAsItWas();
  const scanning = useJobs().some(({ kind, state }) => kind === 'scan' && state === 'running');
  const { snapshot, scores, savings, open, previous, since } = overview;
  const report = reportOf[asItWas?.phase.kind ?? phaseNow(overview.engagement)];
  const total = severities.reduce((sum, severity) => sum + open[severity], 0);
  return (
    <Page
      title={t('overview.title')}
      lead={<Lead overview={overview} />}
      actions={
        scores && (
          <Button
            variant="filled"
            rightSection={<IconFileText size={15} stroke={1.5} />}
            onClick={() => void go({ to: '/reports', search: { kind: report } })}
          >
            {t(`overview.make.${report}`)}
          </Button>
        )
      }
    >
      <ScanUnderWay />
      {!snapshot && (
        <>
          <p>{t('firstSteps.lead')}</p>
          <FirstSteps scan />
        </>
      )}
      {snapshot && !scores && (
        <>
          <Empty
            what={t('empty.notJudged')}
            next={t('empty.notJudgedNext')}
            action={
              !scanning && <Button onClick={() => void go({ to: '/scans' })}>{t('empty.toScans')}</Button>
            }
          />
          <p className="secondary">{t('firstSteps.meanwhile')}</p>
          <FirstSteps scan={false} />
        </>
      )}
      {snapshot && scores && savings && coverage && (
        <>
          {since && <SinceLine since={since} />}
          <Figures scores={scores} savings={savings} open={open} previous={previous} reads={coverage.reads} />
          {/* A phase that is over asks for nothing more. */}
          {!asItWas && <NextStepCard step={nextStep({ overview, coverage, ...work })} report={report} />}
          <Aspects aspects={scores.aspects} before={previous?.scores.aspects ?? null} />
          <div className="columns wide-left">
            <Actions actions={overview.actions} open={total} />
            <Unseen snapshot={snapshot} gaps={coverage.gaps} />
          </div>
        </>
      )}
    </Page>
  );
}
