import type { Aspect } from '../../shared/model/aspect.ts';
import type { Effort } from '../../shared/model/effort.ts';
import type { Severity } from '../../shared/model/finding.ts';
import type { Micros } from '../../shared/model/money.ts';
import type { Check } from '../checks/check.ts';
import type { Summary } from './judge-snapshot.ts';
import { severityWeights } from './score.ts';

/** What would come of mending everything that one check found. */
export interface Action {
  check: string;
  aspect: Aspect;
  severity: Severity;
  effort: Effort;
  findings: number;
  counted: Micros;
  advisory: Micros;
}

/** Points that all counted savings together are worth: as much as seven critical findings of one check. */
const MONEY = 24;

/**
 * Actions by what they move = weight of the severity × log2(1 + findings) + 24 × share of all counted savings. The
 * logarithm keeps a thousand small findings from hiding one open database; of two that move the same, the first by id.
 */
export function topActions(summary: Summary, checks: ReadonlyMap<string, Check>, most: number): Action[] {
  const counted = Object.values(summary).reduce((sum, one) => sum + one.counted, 0);
  return Object.entries(summary)
    .flatMap(([id, of]) => {
      const check = checks.get(id);
      if (!check || of.counts.fail === 0) return [];
      const { aspect, severity, effort } = check;
      const findings = of.counts.fail;
      const moves =
        severityWeights[severity] * Math.log2(1 + findings) +
        (counted > 0 ? (MONEY * of.counted) / counted : 0);
      const { counted: saved, advisory } = of;
      return [{ moves, action: { check: id, aspect, severity, effort, findings, counted: saved, advisory } }];
    })
    .sort((a, b) => b.moves - a.moves || (a.action.check < b.action.check ? -1 : 1))
    .slice(0, most)
    .map(({ action }) => action);
}
