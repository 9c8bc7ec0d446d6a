import { type Aspect, aspects } from '../../shared/model/aspect.ts';
import type { Severity } from '../../shared/model/finding.ts';
import type { AspectScore, Score, Scores } from '../../shared/model/score.ts';

/** How the verdicts of one check fell. */
export interface CheckTally {
  aspect: Aspect;
  severity: Severity;
  pass: number;
  fail: number;
  unknown: number;
}

/** A critical check weighs as much as eight low ones. */
export const severityWeights: Record<Severity, number> = { critical: 8, high: 4, medium: 2, low: 1 };

/**
 * Score of an aspect = Σ weight × pass ÷ (pass + fail) over its checks that could speak, ÷ Σ weight, × 100.
 * A check counts once however many resources it saw, so that a thousand volumes do not drown one open database.
 * `unknown` never moves the score; it lowers the confidence = Σ weight × judged ÷ (judged + unknown) ÷ Σ weight.
 * The overall score is the mean of the aspects that have one, its confidence the mean of all that were asked.
 */
export function scoresOf(tallies: readonly CheckTally[]): Scores {
  const byAspect = aspects.map(
    (aspect): AspectScore => ({
      aspect,
      ...scoreOf(tallies.filter((tally) => tally.aspect === aspect)),
    }),
  );
  const scored = byAspect.filter((one) => one.score !== null);
  const asked = byAspect.filter((one) => one.pass + one.fail + one.unknown > 0);
  return {
    overall: {
      score: scored.length > 0 ? mean(scored.map((one) => one.score!)) : null,
      confidence: asked.length > 0 ? mean(asked.map((one) => one.confidence)) : 0,
      ...totals(byAspect),
    },
    aspects: byAspect,
  };
}

function scoreOf(tallies: readonly CheckTally[]): Score {
  const weighted = (value: (tally: CheckTally) => number | undefined): number | null => {
    let sum = 0;
    let weights = 0;
    for (const tally of tallies) {
      const one = value(tally);
      if (one === undefined) continue;
      sum += severityWeights[tally.severity] * one;
      weights += severityWeights[tally.severity];
    }
    return weights > 0 ? sum / weights : null;
  };
  const passing = weighted(({ pass, fail }) => (pass + fail > 0 ? pass / (pass + fail) : undefined));
  const known = weighted(({ pass, fail, unknown }) =>
    pass + fail + unknown > 0 ? (pass + fail) / (pass + fail + unknown) : undefined,
  );
  return { score: passing === null ? null : passing * 100, confidence: known ?? 0, ...totals(tallies) };
}

const totals = (rows: readonly { pass: number; fail: number; unknown: number }[]) => ({
  pass: rows.reduce((sum, row) => sum + row.pass, 0),
  fail: rows.reduce((sum, row) => sum + row.fail, 0),
  unknown: rows.reduce((sum, row) => sum + row.unknown, 0),
});

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
