import { useContext, useEffect, useRef, useSyncExternalStore } from 'react';
import type { KeptDraft } from '../../shared/contract/desktop.ts';
import { fieldbook } from '../fieldbook.ts';
import { SessionContext } from './session.ts';
import { hold, letGo } from './unsaved.ts';

/** What was typed and not saved: it outlives its form, so that another page or a closed dialog loses nothing. */
const drafts = new Map<string, { engagement: string | null; value: unknown }>();
const watchers = new Set<() => void>();

const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};
const changed = (): void => {
  for (const watcher of watchers) watcher();
};

export const draftOf = (key: string) => drafts.get(key);

export function keepDraft(key: string, engagement: string | null, value: unknown): void {
  drafts.set(key, { engagement, value });
  hold(key, engagement);
  // That of the wizard holds a passphrase, which stays in the page.
  if (engagement !== null) keepInMain(key, { engagement, value: JSON.stringify(value) });
  changed();
}

export function dropDraft(key: string): void {
  const draft = drafts.get(key);
  if (!draft) return;
  drafts.delete(key);
  letGo(key);
  if (draft.engagement !== null) keepInMain(key, null);
  changed();
}

const keepInMain = (key: string, draft: KeptDraft | null): void =>
  void fieldbook.desktop.keepDraft({ key, draft });

/** What a page that died had of them; what was typed since stays. */
export async function restoreDrafts(): Promise<void> {
  for (const { key, engagement, value } of (await fieldbook.desktop.drafts({})).drafts) {
    if (drafts.has(key)) continue;
    drafts.set(key, { engagement, value: JSON.parse(value) });
    hold(key, engagement);
  }
  changed();
}

/** The engagement is left: what was typed in it must not be found in memory, nor in another. */
export function dropDraftsOfEngagement(): void {
  for (const [key, { engagement }] of drafts) if (engagement !== null) dropDraft(key);
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/**
 * What is typed into a form, under a name of its own: what is kept until somebody changes it, and again once the draft is
 * dropped or has been saved.
 */
export function useDraft<T>(name: string, kept: T): [T, (change: T | ((old: T) => T)) => void, () => void] {
  const engagement = useContext(SessionContext)?.engagement.id ?? null;
  const key = `${engagement} ${name}`;
  // One value for as long as it says the same: forms build it anew each time they are drawn.
  const last = useRef(kept);
  if (!same(last.current, kept)) last.current = kept;
  const first = last.current;
  const draft = useSyncExternalStore(watch, () => draftOf(key));
  const drop = () => dropDraft(key);
  useEffect(() => {
    if (draft && same(draft.value, first)) dropDraft(key);
  }, [draft, first, key]);
  const set = (change: T | ((old: T) => T)) => {
    const old = (draftOf(key) ?? { value: first }).value as T;
    const next = typeof change === 'function' ? (change as (old: T) => T)(old) : change;
    if (same(next, first)) drop();
    else keepDraft(key, engagement, next);
  };
  return [(draft ?? { value: first }).value as T, set, drop];
}
