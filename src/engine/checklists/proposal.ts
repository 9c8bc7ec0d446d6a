import type { Level } from '../../shared/model/checklist.ts';
import type { Severity } from '../../shared/model/finding.ts';
import { severityWeights } from '../findings/score.ts';

/** How the verdicts of one check fell. */
export interface Tally {
  severity: Severity;
  pass: number;
  fail: number;
  unknown: number;
}

export interface Proposal {
  /** Null: none, for the reason in `state`. */
  level: Level | null;
  /** `proposed`; `nothing`: the account has nothing that the checks look at; `unclear`: too much could not be read. */
  state: 'proposed' | 'nothing' | 'unclear';
  /** Share of what passes, 0 to 1; null when nothing could be judged. */
  share: number | null;
  pass: number;
  fail: number;
  unknown: number;
}

/** The shares at which levels 1, 2 and 3 begin. */
export const shareBands = [0.25, 0.6, 0.9] as const;

/** The most that can be proposed while something of that severity fails. */
const most: Record<Severity, Level> = { critical: 1, high: 2, medium: 3, low: 3 };

/**
 * The level that a scan speaks for. The share is that of the scores: for each check the share of its resources that
 * pass, weighed by severity. Below 25 % it is level 0, below 60 % level 1, below 90 % level 2, else level 3; while a
 * critical check fails anywhere at most 1, while a high one does at most 2. Level 4 is about people, which a scan does
 * not see. When more is unknown than known there is no proposal. Decision: docs/decisions/scan-proposals.md.
 */
export function propose(tallies: readonly Tally[]): Proposal {
  const sum = (key: 'pass' | 'fail' | 'unknown') => tallies.reduce((total, one) => total + one[key], 0);
  const counts = { pass: sum('pass'), fail: sum('fail'), unknown: sum('unknown') };
  const spoke = tallies.filter(({ pass, fail }) => pass + fail > 0);
  const weights = spoke.reduce((total, { severity }) => total + severityWeights[severity], 0);
  const share =
    weights === 0
      ? null
      : spoke.reduce(
          (total, { severity, pass, fail }) => total + (severityWeights[severity] * pass) / (pass + fail),
          0,
        ) / weights;
  if (counts.unknown > counts.pass + counts.fail) return { ...counts, share, level: null, state: 'unclear' };
  if (share === null) return { ...counts, share, level: null, state: 'nothing' };
  const byShare = shareBands.filter((band) => share >= band).length;
  const capped = spoke.filter(({ fail }) => fail > 0).map(({ severity }) => most[severity]);
  return { ...counts, share, level: Math.min(byShare, ...capped) as Level, state: 'proposed' };
}
