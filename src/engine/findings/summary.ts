import type { Scores } from '../../shared/model/score.ts';
import type { Check } from '../checks/check.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import type { Summary } from './judge-snapshot.ts';
import { scoresOf } from './score.ts';

export interface JudgementSummary {
  summary: Summary;
  scores: Scores;
  savings: { counted: number; advisory: number; currency: 'USD'; priceDate: string };
}

/** Scores and money of a finished judgement, from the counts that it left. */
export function summaryOf(
  db: Db<EngagementSchema>,
  judgement: number,
  checks: ReadonlyMap<string, Check>,
): JudgementSummary {
  const row = db.get(
    db.q
      .selectFrom('judgement')
      .select(['summary', 'price_date'])
      .where('id', '=', judgement)
      .where('summary', 'is not', null),
  );
  if (!row?.summary) throw new Error(`Judgement ${judgement} is not finished`);
  const summary = JSON.parse(row.summary) as Summary;
  return { summary, ...totalsOf(summary, row.price_date, checks) };
}

/** Scores and money by the counts of each check. */
export function totalsOf(
  summary: Summary,
  priceDate: string,
  checks: ReadonlyMap<string, Check>,
): Omit<JudgementSummary, 'summary'> {
  const tallies = Object.entries(summary).flatMap(([id, { counts, severity }]) => {
    const check = checks.get(id);
    return check
      ? [
          {
            aspect: check.aspect,
            severity: severity ?? check.severity,
            pass: counts.pass,
            fail: counts.fail,
            unknown: counts.unknown,
          },
        ]
      : [];
  });
  const sum = (key: 'counted' | 'advisory') =>
    Object.values(summary).reduce((total, one) => total + one[key], 0);
  return {
    scores: scoresOf(tallies),
    savings: { counted: sum('counted'), advisory: sum('advisory'), currency: 'USD', priceDate },
  };
}
