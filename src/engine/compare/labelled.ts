import type { Cause } from '../../shared/model/comparison.ts';
import { causes as causeNames } from '../../shared/model/comparison.ts';
import { statuses } from '../../shared/model/finding.ts';
import type { RuleDifference } from '../../shared/model/rules.ts';
import type { Check } from '../checks/check.ts';
import { judgementInMemory } from '../findings/judge-again.ts';
import type { Summary } from '../findings/judge-snapshot.ts';
import {
  judgesOtherwise,
  keptRulesOf,
  revived,
  ruleDifferences,
  rulesToKeep,
} from '../findings/kept-rules.ts';
import { resourceReader } from '../findings/read.ts';
import type { Rules } from '../findings/rules.ts';
import { summaryOf } from '../findings/summary.ts';
import { verdictIndex } from '../findings/verdict-index.ts';
import type { Verdicts } from '../findings/verdicts.ts';
import type { ReadPlan } from '../snapshot/plan.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { causesOf } from './causes.ts';
import { type Comparison, compareSnapshots } from './comparison.ts';
import { rereadIn } from './reread.ts';

/** A comparison whose differences are told apart by what made them. */
export interface Labelled {
  comparison: Comparison;
  /** Of each finding of the comparison. */
  causes: readonly Cause[];
  /** In what the rules differ; null where an earlier version of Fieldbook did not keep them. */
  rules: readonly RuleDifference[] | null;
  /** Checks of the later judgement whose version this program does not have: the earlier side was judged by its own. */
  lost: readonly string[];
  /** The earlier snapshot by the rules of the later one, compared with it; null where both went by the same. */
  same: { comparison: Comparison; causes: readonly Cause[]; summary: Summary; priceDate: string } | null;
}

interface Parts {
  db: Db<EngagementSchema>;
  plan: ReadPlan;
  checks: ReadonlyMap<string, Check>;
  /** Of today: they give the prices, and stand in for rules that nobody kept. */
  today: Rules;
  signal: AbortSignal;
}

/** Tells changed rules from changed infrastructure: judges the earlier snapshot again where the rules differ. */
export async function labelComparison(
  comparison: Comparison,
  { db, plan, checks, today, signal }: Parts,
): Promise<Labelled> {
  const { before, after, verdicts } = comparison;
  const earlier = summaryOf(db, before.judgement, checks).summary;
  const common = {
    judgedBefore: new Set(Object.keys(earlier)),
    lookedFor: rereadIn(db, before.id, plan),
    resource: resourceReader(db),
  };
  const label = (of: Comparison, again: Verdicts | null) => {
    const causes = causesOf({ ...of.verdicts, ...common, differences: of.findings, again });
    of.findingBoard.add('cause', {
      names: causeNames,
      of: Uint8Array.from(causes, (cause) => causeNames.indexOf(cause)),
    });
    return causes;
  };
  if (digestOf(db, before.judgement) === digestOf(db, after.judgement))
    return { comparison, causes: label(comparison, null), rules: [], lost: [], same: null };

  const [was, is] = [keptRulesOf(db, before.judgement), keptRulesOf(db, after.judgement)];
  const rules = is ? revived(is, checks, today.prices) : today;
  const { verdicts: again, summary } = await judgementInMemory(db, {
    judged: { ...before, verdicts: verdicts.before, summary: earlier },
    rules,
    otherwise: judgesOtherwise(was, is ?? rulesToKeep(rules), checks),
    signal,
    keep: shownOf(verdicts.after),
  });
  const same = compareSnapshots(
    db,
    plan,
    checks,
    { before: { ...before, verdicts: again }, after: { ...after, verdicts: verdicts.after } },
    comparison,
  );
  return {
    comparison,
    causes: label(comparison, again),
    rules: was && is && ruleDifferences(was, is, checks),
    lost: Object.entries(is?.checks ?? {}).flatMap(([id, { version }]) =>
      checks.get(id)?.version === version ? [] : [id],
    ),
    same: { comparison: same, causes: label(same, null), summary, priceDate: rules.prices.asOf },
  };
}

/** Somebody may look at what fails then, and at what fails now as it was then. */
function shownOf(after: Verdicts): (check: string, resource: number, status: string) => boolean {
  const now = verdictIndex(after);
  const FAIL = statuses.indexOf('fail');
  return (check, resource, status) =>
    status === 'fail' || now.siblings(check, resource)?.some((one) => after.status[one] === FAIL) === true;
}

const digestOf = (db: Db<EngagementSchema>, judgement: number): string =>
  db.get(db.q.selectFrom('judgement').select('rules').where('id', '=', judgement))!.rules;
