import type { TagPolicy } from '../../shared/model/engagement.ts';
import { type KeptRules, keptRulesSchema, type RuleDifference } from '../../shared/model/rules.ts';
import type { Check } from '../checks/check.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import type { Rules } from './rules.ts';
import { parametersOf } from './settings.ts';

/** The rules of a judgement as they are kept with it. */
export function rulesToKeep({ checks, off = [], parameters, tagPolicy, prices }: Rules): KeptRules {
  return {
    checks: Object.fromEntries(
      checks.map(({ id, version, severity }) => {
        const tuned = parameters[id] as Record<string, number> | undefined;
        return [id, { version, severity, ...(tuned && { parameters: tuned }) }];
      }),
    ),
    off: [...off],
    tagPolicy,
    priceDate: prices.asOf,
  };
}

/** Null for a judgement of a version that did not keep them. */
export function keptRulesOf(db: Db<EngagementSchema>, judgement: number): KeptRules | null {
  const row = db.get(db.q.selectFrom('judgement').select('kept_rules').where('id', '=', judgement));
  return row?.kept_rules ? keptRulesSchema.parse(JSON.parse(row.kept_rules)) : null;
}

/** Kept rules brought to life by the checks and prices that this program has. */
export function revived(kept: KeptRules, checks: ReadonlyMap<string, Check>, prices: Rules['prices']): Rules {
  const had = Object.entries(kept.checks).flatMap(([id, one]) => {
    const check = checks.get(id);
    return check ? [{ check: { ...check, severity: one.severity }, parameters: one.parameters }] : [];
  });
  return {
    checks: had.map(({ check }) => check),
    off: kept.off,
    parameters: Object.fromEntries(
      had.flatMap(({ check, parameters }) => (parameters ? [[check.id, parameters]] : [])),
    ),
    tagPolicy: kept.tagPolicy,
    prices,
  };
}

/** In what two judgements went by different rules; checks in their order, then tag policy and prices. */
export function ruleDifferences(
  before: KeptRules,
  after: KeptRules,
  program: ReadonlyMap<string, Check>,
): RuleDifference[] {
  const ids = [...new Set([...Object.keys(before.checks), ...Object.keys(after.checks)])].sort();
  const differences = ids.flatMap((check): RuleDifference[] => {
    const was = before.checks[check];
    const is = after.checks[check];
    const lost = was !== undefined && program.get(check)?.version !== was.version;
    if (!was) return [{ kind: before.off.includes(check) ? 'switched-on' : 'only-after', check }];
    if (!is)
      return [
        after.off.includes(check) ? { kind: 'switched-off', check } : { kind: 'only-before', check, lost },
      ];
    return [
      ...(was.version === is.version
        ? []
        : [
            {
              kind: 'version' as const,
              check,
              before: String(was.version),
              after: String(is.version),
              lost,
            },
          ]),
      ...(was.severity === is.severity
        ? []
        : [{ kind: 'severity' as const, check, before: was.severity, after: is.severity }]),
      ...thresholds(check, was.parameters ?? {}, is.parameters ?? {}, program.get(check)),
    ];
  });
  if (before.priceDate !== after.priceDate)
    differences.push({ kind: 'prices', before: before.priceDate, after: after.priceDate });
  const policies = { before: tagsIn(before.tagPolicy), after: tagsIn(after.tagPolicy) };
  if (policies.before !== policies.after) differences.push({ kind: 'tag-policy', ...policies });
  return differences;
}

/**
 * Whether a check may say otherwise by the later of two sets of rules. Any may where nobody kept the earlier ones, and
 * where prices or the tag policy differ: checks do not declare that they ask for those.
 */
export function judgesOtherwise(
  before: KeptRules | null,
  after: KeptRules,
  program: ReadonlyMap<string, Check>,
): (check: Check) => boolean {
  const differences = before && ruleDifferences(before, after, program);
  const own = new Set<string>();
  for (const difference of differences ?? []) {
    if (!('check' in difference)) return () => true;
    own.add(difference.check);
  }
  return differences ? ({ id }) => own.has(id) : () => true;
}

function thresholds(
  check: string,
  was: Record<string, number>,
  is: Record<string, number>,
  program: Check | undefined,
): RuleDifference[] {
  const own = new Map(
    program ? parametersOf(program).map((one): [string, number] => [one.name, one.default]) : [],
  );
  const value = (of: Record<string, number>, name: string) => String(of[name] ?? own.get(name) ?? '');
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .sort()
    .map((name) => ({
      kind: 'threshold' as const,
      check,
      name,
      before: value(was, name),
      after: value(is, name),
    }))
    .filter(({ before, after }) => before !== after);
}

/** A tag policy in a line: `owner, env=production|staging`. */
const tagsIn = ({ required }: TagPolicy): string =>
  required.map(({ key, values }) => (values.length > 0 ? `${key}=${values.join('|')}` : key)).join(', ');
