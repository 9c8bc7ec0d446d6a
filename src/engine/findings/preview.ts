import { type Status, statuses } from '../../shared/model/finding.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { judgeAgain } from './judge-again.ts';
import type { Summary } from './judge-snapshot.ts';
import type { Rules } from './rules.ts';
import { verdictIndex } from './verdict-index.ts';
import { loadVerdicts } from './verdicts.ts';

export interface Preview {
  summary: Summary;
  /** How many verdicts of each check differ in status, those that come or go included. */
  changed: Map<string, number>;
}

/** Judges a snapshot by other rules in memory, and holds the verdicts against those of its judgement. */
export async function previewJudgement(
  db: Db<EngagementSchema>,
  snapshot: number,
  judgement: number,
  rules: Rules,
  signal: AbortSignal,
): Promise<Preview> {
  const now = loadVerdicts(db, judgement);
  const index = verdictIndex(now);
  const changed = new Map<string, number>();
  const change = (check: string, by = 1) => changed.set(check, (changed.get(check) ?? 0) + by);
  const met = new Map<string, number>();
  const { summary } = await judgeAgain(db, snapshot, rules, signal, ({ check, resource, verdict }) => {
    const before = index.find(check.id, resource, verdict.subKey ?? '');
    if (before === undefined) change(check.id);
    else {
      met.set(check.id, (met.get(check.id) ?? 0) + 1);
      if (statuses[now.status[before]!] !== verdict.status) change(check.id);
    }
  });
  // Those of the judgement that have no counterpart any more.
  const sizes = new Map<string, number>();
  for (let number = 0; number < now.size; number++) {
    const check = now.checks[now.rule[number]!]!;
    sizes.set(check, (sizes.get(check) ?? 0) + 1);
  }
  for (const [check, size] of sizes) {
    const gone = size - (met.get(check) ?? 0);
    if (gone > 0) change(check, gone);
  }
  return { summary, changed };
}

export const countsOf = (summary: Summary, check: string): Record<Status, number> =>
  summary[check]?.counts ?? { fail: 0, unknown: 0, manual: 0, pass: 0, 'not-applicable': 0 };
