import { useEffect } from 'react';
import { asFieldbookError } from '../../shared/contract/errors.ts';
import { fieldbook, listen } from '../fieldbook.ts';
import { Loading } from '../parts/loading.tsx';
import { Problem } from '../parts/problem.tsx';
import { useCall } from '../use-call.ts';
import { useWords } from '../words.ts';
import { Aspects } from './aspects.tsx';
import { Figures } from './figures.tsx';
import { TopFindings } from './top-findings.tsx';
import type { CoverageData, OverviewData } from './types.ts';
import { Unseen } from './unseen.tsx';

/** The first page: where the client stands, what matters most, what could not be seen. */
export function Overview({ engine }: { engine: string | null }) {
  const overview = useCall(engine, load);
  useEffect(() => listen('changed', overview.again), [overview.again]);
  if (overview.error?.code === 'engine-lost' && overview.data === undefined) return null;
  if (overview.error && overview.error.code !== 'engine-lost')
    return (
      <main className="centre">
        <Problem error={overview.error.toData()} onRetry={overview.again} />
      </main>
    );
  if (!overview.data) return <Loading />;
  return <Page {...overview.data} />;
}

async function load(signal: AbortSignal): Promise<Loaded> {
  const overview = await fieldbook.engagement.overview({}, { signal });
  if (!overview.snapshot || !overview.scores) return { overview, coverage: null };
  const coverage = await fieldbook.coverage.get({ snapshot: overview.snapshot.id }, { signal });
  return { overview, coverage };
}

interface Loaded {
  overview: OverviewData;
  /** Null until something has been judged. */
  coverage: CoverageData | null;
}

function Page({ overview, coverage }: Loaded) {
  const { t, moment } = useWords();
  const { snapshot, scores, savings } = overview;
  return (
    <main className="page">
      <header className="page-head">
        <h1>{t('overview.title')}</h1>
        {snapshot && (
          <p className="secondary">
            {t('overview.snapshot', {
              when: moment(snapshot.startedAt),
              accounts: t('overview.accounts', { count: snapshot.accounts.length }),
              resources: t('overview.resources', { count: snapshot.resources }),
            })}
            {snapshot.state !== 'complete' && <> · {t(`states.${snapshot.state}`)}</>}
          </p>
        )}
      </header>
      {!snapshot && <Empty what={t('empty.noScan')} next={t('empty.noScanNext')} />}
      {snapshot && !scores && <Empty what={t('empty.notJudged')} next={t('empty.notJudgedNext')} />}
      {snapshot && scores && savings && coverage && (
        <>
          <Figures overall={scores.overall} savings={savings} open={overview.open} reads={coverage.reads} />
          <Aspects aspects={scores.aspects} />
          <div className="columns wide-left">
            <TopFindings findings={overview.top} open={overview.open} />
            <Unseen snapshot={snapshot} gaps={coverage.gaps} />
          </div>
        </>
      )}
    </main>
  );
}

const Empty = ({ what, next }: { what: string; next: string }) => (
  <section className="card empty">
    <p>
      <strong>{what}</strong>
    </p>
    <p className="secondary">{next}</p>
  </section>
);

/** Closes what is open; the window learns of it from the engine's event. */
export const closeEngagement = (): Promise<unknown> =>
  fieldbook.engagement.close({}).catch((error: unknown) => {
    // The engine went away: nothing is open there any more.
    if (asFieldbookError(error).code !== 'engine-lost') throw error;
  });
