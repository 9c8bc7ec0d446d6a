import { type Cause, causes } from '../../shared/model/comparison.ts';
import { statuses } from '../../shared/model/finding.ts';
import type { Place } from '../../shared/model/resource.ts';
import { verdictIndex } from '../findings/verdict-index.ts';
import type { Verdicts } from '../findings/verdicts.ts';
import type { FindingDifference } from './findings.ts';
import type { Reread } from './reread.ts';

export interface CauseInput {
  differences: readonly FindingDifference[];
  before: Verdicts;
  after: Verdicts;
  /** The earlier snapshot judged by the rules of the later one; null where both went by the same. */
  again: Verdicts | null;
  /** Ids of the checks of the earlier judgement. */
  judgedBefore: ReadonlySet<string>;
  /** What the earlier snapshot looked for: only what was looked for can be new. */
  lookedFor: Reread;
  resource: (id: number) => Place & { type: string };
}

const FAIL = statuses.indexOf('fail');
const UNTOLD = new Set([statuses.indexOf('unknown'), statuses.indexOf('manual')]);

/**
 * Why each finding is where it is, in the order of the differences. One that is over, or has appeared, already when
 * the earlier snapshot is judged by the later rules is so because of the rules: nothing was changed in the estate.
 */
export function causesOf(input: CauseInput): Cause[] {
  const { differences, before, after, again, judgedBefore, lookedFor, resource } = input;
  const then = verdictIndex(again ?? before);
  const { status } = again ?? before;
  const fails = (number: number | undefined) => number !== undefined && status[number] === FAIL;

  return differences.map(({ change, in: side, finding }): Cause => {
    if (change === 'persisting') return 'same';
    const from = side === 'before' ? before : after;
    const check = from.checks[from.rule[finding]!]!;
    const row = from.resource[finding]!;
    const failed = fails(then.find(check, row, from.subKey(finding)));
    if (side === 'before') {
      if (!failed) return 'rules';
      return change === 'not-rechecked' ? 'unseen' : 'infrastructure';
    }
    if (failed) return 'rules';
    const known = then.siblings(check, row);
    if (!known) return lookedFor(resource(row)) ? 'infrastructure' : 'unseen';
    if (known.some((number) => UNTOLD.has(status[number]!)))
      return judgedBefore.has(check) ? 'unseen' : 'rules';
    return 'infrastructure';
  });
}

export const countCauses = (all: readonly Cause[]): Record<Cause, number> => {
  const counts = Object.fromEntries(causes.map((cause) => [cause, 0])) as Record<Cause, number>;
  for (const cause of all) counts[cause]++;
  return counts;
};
