import { refusal } from '../refusal.ts';
import type { Texts } from '../texts.ts';

interface Waiting {
  id: string;
  /** Ids of actions that go before it. */
  prerequisites: readonly string[];
}

/** The way on which an action that gets these prerequisites would wait for itself, from it to it; null: there is none. */
export function circleOf(
  id: string,
  prerequisites: readonly string[],
  actions: readonly Waiting[],
): string[] | null {
  const before = new Map(actions.map((one) => [one.id, one.prerequisites]));
  const seen = new Set<string>();
  const search = (at: string, way: readonly string[]): string[] | null => {
    if (at === id) return [...way, id];
    if (seen.has(at)) return null;
    seen.add(at);
    for (const next of before.get(at) ?? []) {
      const found = search(next, [...way, at]);
      if (found) return found;
    }
    return null;
  };
  for (const first of prerequisites) {
    const found = search(first, [id]);
    if (found) return found;
  }
  return null;
}

/** Refuses prerequisites that would make an action wait for itself. */
export function refuseCircle(
  id: string,
  prerequisites: readonly string[],
  actions: readonly Waiting[],
  titleOf: (id: string) => string,
  texts: Texts,
): void {
  const circle = circleOf(id, prerequisites, actions);
  if (!circle) return;
  throw refusal(
    texts,
    texts.t('files.entries.circle', { circle: circle.map(titleOf).join(' → ') }),
    texts.t('files.entries.circleNext'),
  );
}
