import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import { languages } from '../../shared/model/languages.ts';

/** How this machine likes its window. Not a client's, so it is kept beside the page and in no engagement. */
const schema = z.object({
  density: z.enum(['comfortable', 'compact']).default('comfortable'),
  /** Of the window; null: that of the engagement, or of the system. */
  language: z.enum(languages).nullable().default(null),
  narrowNavigation: z.boolean().default(false),
});
export type Appearance = z.infer<typeof schema>;

const KEY = 'fieldbook.appearance';
const watchers = new Set<() => void>();
let current = load();
show();

/** What was kept; settings that cannot be read are worth nothing, so the usual ones take their place. */
function load(): Appearance {
  const kept = localStorage.getItem(KEY);
  const read = schema.safeParse(kept === null ? {} : jsonOf(kept));
  return read.success ? read.data : schema.parse({});
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function show(): void {
  document.documentElement.dataset.density = current.density;
}

export function setAppearance(change: Partial<Appearance>): void {
  current = { ...current, ...change };
  localStorage.setItem(KEY, JSON.stringify(current));
  show();
  for (const watcher of watchers) watcher();
}

export const appearance = (): Appearance => current;

export function watchAppearance(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export const useAppearance = (): Appearance => useSyncExternalStore(watchAppearance, appearance);
