import { type Status, statuses } from '../../shared/model/finding.ts';
import type { Check } from '../checks/check.ts';
import type { Judged } from '../snapshot/list.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { judgementInMemory } from './judge-again.ts';
import type { Summary } from './judge-snapshot.ts';
import { judgesOtherwise, keptRulesOf, rulesToKeep } from './kept-rules.ts';
import type { Rules } from './rules.ts';
import { verdictIndex } from './verdict-index.ts';
import type { Verdicts } from './verdicts.ts';

export interface Preview {
  summary: Summary;
  /** How many verdicts of each check differ in status, those that come or go included. */
  changed: Map<string, number>;
}

/** A snapshot as other rules would judge it, held against its judgement. */
export async function previewJudgement(
  db: Db<EngagementSchema>,
  judged: Judged & { verdicts: Verdicts; summary: Summary },
  rules: Rules,
  program: ReadonlyMap<string, Check>,
  signal: AbortSignal,
): Promise<Preview> {
  const otherwise = judgesOtherwise(keptRulesOf(db, judged.judgement), rulesToKeep(rules), program);
  const { verdicts, summary } = await judgementInMemory(db, { judged, rules, otherwise, signal });
  const [now, then] = [judged.verdicts, verdictIndex(verdicts)];
  const changed = new Map<string, number>();
  const change = (check: string, by: number) => by > 0 && changed.set(check, (changed.get(check) ?? 0) + by);
  const met = new Map<string, number>();
  for (let number = 0; number < now.size; number++) {
    const check = now.checks[now.rule[number]!]!;
    const match = then.find(check, now.resource[number]!, now.subKey(number));
    if (match !== undefined) met.set(check, (met.get(check) ?? 0) + 1);
    if (match === undefined || verdicts.status[match] !== now.status[number]) change(check, 1);
  }
  // Those that have no counterpart in the judgement.
  for (const [check, { counts }] of Object.entries(summary))
    change(check, sizeOf(counts) - (met.get(check) ?? 0));
  return { summary, changed };
}

const sizeOf = (counts: Record<Status, number>): number =>
  statuses.reduce((sum, status) => sum + counts[status], 0);

export const countsOf = (summary: Summary, check: string): Record<Status, number> =>
  summary[check]?.counts ?? { fail: 0, unknown: 0, manual: 0, pass: 0, 'not-applicable': 0 };
