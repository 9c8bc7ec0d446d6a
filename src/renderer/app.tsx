import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { EngineState } from '../shared/contract/desktop.ts';
import { useAppearance } from './data/appearance.ts';
import { chosenFolder } from './data/folder.ts';
import { followProgress } from './data/jobs.ts';
import { ask, refresh } from './data/query.ts';
import { SessionContext } from './data/session.ts';
import type { Answer } from './data/types.ts';
import { useDroppedFiles, useMenu, useThemeOfWindow } from './desktop.ts';
import { EngineNotice } from './engine/engine-notice.tsx';
import { StateLine } from './engine/state-line.tsx';
import { useEngine } from './engine/use-engine.ts';
import { fieldbook, listen } from './fieldbook.ts';
import { Shortcuts } from './frame/shortcuts.tsx';
import { Loading } from './parts/loading.tsx';
import { Problem } from './parts/problem.tsx';
import { WorkspaceNotice } from './settings/start-notice.ts';
import { forgetRecent } from './start/forget-recent.ts';
import { Start } from './start/start.tsx';
import { useWords, WordsContext, windowWords } from './words.ts';

const loadPages = () => import('./pages.tsx');
const Pages = lazy(() => loadPages().then(({ Pages }) => ({ default: Pages })));
const Wizard = lazy(() => import('./start/wizard/wizard.tsx').then(({ Wizard }) => ({ default: Wizard })));

/** What main knows comes first, because it is there at once; then what the engine knows. */
export function App() {
  const start = useQuery(ask('desktop', 'start', {}));
  if (start.error) return <Problem error={start.error.toData()} onRetry={() => void start.refetch()} />;
  return start.data ? <Workbench start={start.data} /> : null;
}

function Workbench({ start }: { start: Answer<'desktop', 'start'> }) {
  const engine = useEngine(start.engine);
  const { current, requested } = useCurrent(engine, start);
  useEngineEvents();
  useThemeOfWindow();
  useDroppedFiles();
  const { language } = useAppearance();
  const client = useQueryClient();
  const asked = useRef(language);
  const engagement = current ?? null;
  const wizard = useWizard(`${engagement?.id} ${requested?.path}`);
  useEffect(() => {
    // Sentences that are here already are in the other language.
    if (language !== asked.current) void client.invalidateQueries();
    asked.current = language;
  }, [language, client]);
  const words = useWindowWords(start.locale, engagement?.language, language);
  const drawn = words !== undefined;
  useEffect(() => {
    // While a passphrase is typed, and while a file is opened; after the first picture, which must not wait for them.
    if (drawn) void loadPages();
  }, [drawn]);
  useEffect(() => {
    if (words) document.documentElement.lang = words.locale;
    document.title = engagement ? `${engagement.client} – Fieldbook` : 'Fieldbook';
  }, [words, engagement]);
  const opening = requested?.opening || (engine.state === 'ready' && current === undefined);
  if (!words) return null;
  return (
    <WordsContext value={words}>
      {wizard.shown ? (
        <div className="window">
          <EngineNotice engine={engine} />
          <Suspense fallback={<Loading />}>
            <Wizard folder={chosenFolder() ?? start.folder} onCancel={wizard.hide} />
          </Suspense>
          <StateLine engine={engine} />
        </div>
      ) : engagement ? (
        <SessionContext value={{ engagement, engine, start }}>
          <Suspense fallback={<Loading />}>
            <Pages key={engagement.id} />
          </Suspense>
        </SessionContext>
      ) : (
        <div className="window">
          <EngineNotice engine={engine} />
          {opening ? (
            <Loading />
          ) : (
            <Start
              key={requested?.path}
              requested={requested}
              ready={engine.state === 'ready'}
              usualFolder={start.folder}
              onNew={wizard.show}
            />
          )}
          <StateLine engine={engine} />
        </div>
      )}
      <WorkspaceNotice ready={engine.state === 'ready'} />
      <CommandsOfMenu />
    </WordsContext>
  );
}

/**
 * The wizard for a new engagement, over whatever is shown; what is open stays open until the new one is made. It goes
 * when something else is opened or asked for.
 */
function useWizard(place: string) {
  const [at, setAt] = useState({ place, shown: false });
  if (at.place !== place) setAt({ place, shown: false });
  const show = () => setAt({ place, shown: true });
  useMenu('new-engagement', show);
  return { shown: at.shown && at.place === place, show, hide: () => setAt({ place, shown: false }) };
}

/** Undefined until the first are there; then the ones before, until the others are. */
function useWindowWords(...[locale, engagement, chosen]: Parameters<typeof windowWords>) {
  const { data } = useQuery({
    queryKey: ['words', locale, engagement, chosen],
    queryFn: () => windowWords(locale, engagement, chosen),
    placeholderData: keepPreviousData,
    networkMode: 'always',
    // A function cannot be compared by its parts.
    structuralSharing: false,
  });
  return data;
}

/** What the menus ask for wherever the window stands. */
function CommandsOfMenu() {
  const words = useWords();
  const [opened, setOpened] = useState(false);
  useMenu('shortcuts', () => setOpened(true));
  useMenu('clear-recent', () => void forgetRecent(words));
  return <Shortcuts opened={opened} onClose={() => setOpened(false)} />;
}

/** What is open in this engine; and, when that is nothing, what was to be opened and why it was not. */
function useCurrent(engine: EngineState, start: Answer<'desktop', 'start'>) {
  // Each engine is asked anew: what was open in the last one may not be open in this one.
  const life = engine.state === 'ready' ? engine.pid : null;
  const { data } = useQuery<Current>({
    queryKey: ['engagement', 'current', life],
    enabled: life !== null,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const current = await fieldbook.engagement.current({}, { signal });
      const { requested } = await fieldbook.desktop.start({}, { signal });
      return { current, requested };
    },
  });
  return data ?? { current: undefined, requested: start.requested };
}
interface Current {
  current: Answer<'engagement', 'current'>;
  requested: Answer<'desktop', 'start'>['requested'];
}

/** What the engine tells of is asked for again; a new engine is asked for everything. */
function useEngineEvents(): void {
  const client = useQueryClient();
  useEffect(() => {
    const stops = [
      listen('changed', ({ what, kinds }) => refresh(client, what, kinds)),
      listen('requested', () => void client.invalidateQueries({ queryKey: ['engagement', 'current'] })),
      listen('engine', ({ state }) => state === 'ready' && void client.invalidateQueries()),
      followProgress(),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [client]);
}
