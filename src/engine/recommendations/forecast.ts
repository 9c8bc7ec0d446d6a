import type { CheckTally } from '../findings/score.ts';
import { scoresOf } from '../findings/score.ts';

export interface Standing {
  /** The overall score; null when no check could speak. */
  score: number | null;
  /** Counted saving a month that was reached, in micros. */
  counted: number;
}

/**
 * Where the engagement stands after each of some steps, when all findings of the checks of a step and of those before
 * it pass. A check that two steps share is counted once. Unknowns stay unknown.
 */
export function forecast(
  tallies: ReadonlyMap<string, CheckTally>,
  counted: ReadonlyMap<string, number>,
  steps: readonly (readonly string[])[],
): Standing[] {
  const now = new Map(tallies);
  const passed = new Set<string>();
  let saved = 0;
  return steps.map((checks) => {
    for (const check of checks) {
      if (passed.has(check)) continue;
      passed.add(check);
      saved += counted.get(check) ?? 0;
      const tally = now.get(check);
      if (tally) now.set(check, { ...tally, pass: tally.pass + tally.fail, fail: 0 });
    }
    return { score: scoresOf([...now.values()]).overall.score, counted: saved };
  });
}
