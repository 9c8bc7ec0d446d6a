import { useEffect, useMemo } from 'react';
import type { Requested } from '../shared/contract/desktop.ts';
import { EngineNotice } from './engine/engine-notice.tsx';
import { StateLine } from './engine/state-line.tsx';
import { useEngine } from './engine/use-engine.ts';
import { fieldbook, listen } from './fieldbook.ts';
import { OpenEngagement } from './open/open-engagement.tsx';
import { closeEngagement, Overview } from './overview/overview.tsx';
import type { EngagementState } from './overview/types.ts';
import { Loading } from './parts/loading.tsx';
import { Problem } from './parts/problem.tsx';
import { type Call, useCall } from './use-call.ts';
import { useWords, WordsContext, windowWords } from './words.ts';

/** What main knows comes first, because it is there at once; then what the engine knows. */
export function App() {
  const start = useCall('start', (signal) => fieldbook.desktop.start({}, { signal }));
  if (start.error) return <Problem error={start.error.toData()} onRetry={start.again} />;
  return start.data ? <Workbench start={start.data} /> : null;
}

type Start = NonNullable<Awaited<ReturnType<typeof fieldbook.desktop.start>>>;

function Workbench({ start }: { start: Start }) {
  const engine = useEngine(start.engine);
  // Each engine is asked anew: what was open in the last one may not be open in this one.
  const life = engine.state === 'ready' ? String(engine.pid) : null;
  const current = useCurrent(life);
  const engagement = current.data?.engagement ?? null;
  const requested = current.data ? current.data.requested : start.requested;
  const opening = requested?.opening || (life !== null && !current.data);
  const words = useMemo(
    () => windowWords(start.locale, engagement?.language),
    [start.locale, engagement?.language],
  );
  useEffect(() => {
    document.documentElement.lang = words.locale;
    document.title = engagement ? `${engagement.client} – Fieldbook` : 'Fieldbook';
  }, [words, engagement]);
  return (
    <WordsContext value={words}>
      <div className="window">
        {engagement && <Head engagement={engagement} />}
        <EngineNotice engine={engine} />
        {engagement ? (
          <Overview key={engagement.id} engine={life} />
        ) : opening ? (
          <Loading />
        ) : (
          <OpenEngagement key={requested?.path} requested={requested} ready={life !== null} />
        )}
        <StateLine engine={engine}>{engagement && <OpenFile engagement={engagement} />}</StateLine>
      </div>
    </WordsContext>
  );
}

/** What is open in this engine; and, when that is nothing, what was to be opened and why it was not. */
function useCurrent(
  life: string | null,
): Call<{ engagement: EngagementState | null; requested: Requested | null }> {
  const current = useCall(life, async (signal) => {
    const engagement = await fieldbook.engagement.current({}, { signal });
    const { requested } = await fieldbook.desktop.start({}, { signal });
    return { engagement, requested };
  });
  useEffect(
    () =>
      listen('changed', ({ what }) => {
        if (what === 'engagement') current.again();
      }),
    [current.again],
  );
  return current;
}

function Head({ engagement }: { engagement: EngagementState }) {
  const { t } = useWords();
  const initials = engagement.client
    .split(/\s+/)
    .map((word) => word[0])
    .slice(0, 2)
    .join('')
    .toUpperCase();
  return (
    <header className="head">
      <span className="tile" aria-hidden="true">
        {initials}
      </span>
      <div>
        <div className="strong">{engagement.client}</div>
        <div className="secondary small">{engagement.consultant}</div>
      </div>
      <button type="button" onClick={() => void closeEngagement()}>
        {t('overview.close')}
      </button>
    </header>
  );
}

function OpenFile({ engagement }: { engagement: EngagementState }) {
  const { t } = useWords();
  return (
    <span className="open-file">
      {engagement.path} · {t('engine.encrypted')}
      {engagement.readonly && <> · {t('overview.readonly')}</>}
    </span>
  );
}
