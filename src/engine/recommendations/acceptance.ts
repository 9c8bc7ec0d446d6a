import type { acceptanceResults } from '../../shared/contract/recommendations.ts';
import type { Summary } from '../findings/judge-snapshot.ts';
import type { UnreadPlaces } from './unread.ts';

export type AcceptanceResult = (typeof acceptanceResults)[number];

interface Condition {
  checks: readonly string[];
  /** What a person said. */
  met: boolean | null;
}

/**
 * Whether a condition is met. Checks decide where it names some: one that fails is enough against it. Where nothing
 * fails it is met if all have spoken everywhere, and met where it could be read if each has spoken somewhere: a closed
 * account must not take away what was seen in the others. One that needs a person's look leaves it unknown.
 */
export function resultOf(
  { checks, met }: Condition,
  summary: Summary,
  unreadPlaces: UnreadPlaces,
): { result: AcceptanceResult; failing: number; unread: number } {
  const none = { failing: 0, unread: 0 };
  if (checks.length === 0) return { ...none, result: met === null ? 'open' : met ? 'met' : 'unmet' };
  const counts = checks.map((check) => summary[check]?.counts);
  const failing = counts.reduce((sum, one) => sum + (one?.fail ?? 0), 0);
  if (failing > 0) return { ...none, result: 'unmet', failing };
  if (counts.some((one) => !one || one.manual > 0)) return { ...none, result: 'unknown' };
  if (counts.every((one) => one!.unknown === 0)) return { ...none, result: 'met' };
  const spoken = counts.every((one) => one!.unknown === 0 || one!.pass + one!['not-applicable'] > 0);
  if (!spoken) return { ...none, result: 'unknown' };
  const places = new Set(checks.flatMap((check) => [...unreadPlaces(check)]));
  return { ...none, result: 'met-where-read', unread: places.size };
}
