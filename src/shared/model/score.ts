import type { Aspect } from './aspect.ts';

/**
 * Score of an aspect, 0 to 100: the severity-weighted share of resources that pass, averaged over the checks
 * that could speak. Null when none could. Formula in src/engine/findings/score.ts.
 */
export interface Score {
  score: number | null;
  /** 0 to 1: severity-weighted share of verdicts that are not `unknown`. */
  confidence: number;
  pass: number;
  fail: number;
  unknown: number;
}

export interface AspectScore extends Score {
  aspect: Aspect;
}

export interface Scores {
  overall: Score;
  aspects: AspectScore[];
}
