import { useHotkeys } from '@mantine/hooks';
import { Outlet, useNavigate, useRouter, useRouterState } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { SessionContext, useSession } from '../data/session.ts';
import { useAsItWas } from '../data/snapshot.ts';
import { inDialog, useUndoKeys } from '../data/undo-keys.ts';
import { EngineNotice } from '../engine/engine-notice.tsx';
import { StateLine } from '../engine/state-line.tsx';
import { Boundary } from '../parts/boundary.tsx';
import { ScanCompanion } from '../scans/prompts.tsx';
import { useWords } from '../words.ts';
import { AsItWas } from './as-it-was.tsx';
import { useElsewhere } from './elsewhere.ts';
import classes from './frame.module.css';
import { OfKnownSnapshot } from './known-snapshot.tsx';
import { Navigation } from './navigation.tsx';
import { pages } from './pages.ts';
import { openPalette, Palette } from './palette.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { TopBar } from './top-bar.tsx';

/** What stays while pages come and go: navigation, top bar, line of state; and the keys that work everywhere. */
export function Frame() {
  const { t } = useWords();
  const { engine } = useSession();
  const session = useSessionOfPage();
  const router = useRouter();
  const go = useNavigate();
  const main = useRef<HTMLElement>(null);
  const [sheet, setSheet] = useState(false);
  useHotkeys(
    [
      ['mod+K', openPalette],
      ['alt+ArrowLeft', () => router.history.back()],
      ['alt+ArrowRight', () => router.history.forward()],
      ['mod+,', () => void go({ to: '/settings' })],
      ...pages
        .slice(0, 9)
        .map((page, at): [string, () => void] => [`mod+${at + 1}`, () => void go({ to: page.path })]),
    ],
    [],
  );
  useHotkeys([['shift+?', () => setSheet(true)]]);
  useElsewhere();
  useUndoKeys(() => !session.engagement.readonly && !inDialog());
  return (
    <div className={classes.window}>
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        {t('frame.skip')}
      </button>
      <Navigation />
      <div className={classes.body}>
        <TopBar />
        <EngineNotice engine={engine} />
        <AsItWas />
        <main ref={main} tabIndex={-1} className={classes.main}>
          <Boundary>
            <SessionContext value={session}>
              <OfKnownSnapshot>
                <Outlet />
              </OfKnownSnapshot>
            </SessionContext>
          </Boundary>
        </main>
        <StateLine engine={engine} />
      </div>
      <Palette onShortcuts={() => setSheet(true)} />
      <ScanCompanion />
      <Shortcuts opened={sheet} onClose={() => setSheet(false)} />
    </div>
  );
}

/** A closed phase is looked at and not changed: on its pages the engagement cannot be written to. */
function useSessionOfPage() {
  const session = useSession();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const frozen = useAsItWas() !== undefined && !pages.some((page) => page.path === path && 'apart' in page);
  return useMemo(
    () => (frozen ? { ...session, engagement: { ...session.engagement, readonly: true } } : session),
    [session, frozen],
  );
}
