import type { acceptanceResults } from '../../shared/contract/recommendations.ts';
import type { Summary } from '../findings/judge-snapshot.ts';

export type AcceptanceResult = (typeof acceptanceResults)[number];

interface Condition {
  checks: readonly string[];
  /** What a person said. */
  met: boolean | null;
}

/**
 * Whether a condition is met. Checks decide where it names some: one that fails is enough against it, one that could not
 * tell somewhere leaves it unknown, and only when all have spoken and nothing fails is it met.
 */
export function resultOf(
  { checks, met }: Condition,
  summary: Summary,
): { result: AcceptanceResult; failing: number } {
  if (checks.length === 0) return { result: met === null ? 'open' : met ? 'met' : 'unmet', failing: 0 };
  const failing = checks.reduce((sum, check) => sum + (summary[check]?.counts.fail ?? 0), 0);
  if (failing > 0) return { result: 'unmet', failing };
  const unclear = checks.some((check) => {
    const counts = summary[check]?.counts;
    return !counts || counts.unknown + counts.manual > 0;
  });
  return { result: unclear ? 'unknown' : 'met', failing };
}
