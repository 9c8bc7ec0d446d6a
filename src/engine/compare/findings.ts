import { type FindingChange, findingChanges } from '../../shared/model/comparison.ts';
import { statuses } from '../../shared/model/finding.ts';
import type { Place } from '../../shared/model/resource.ts';
import { verdictIndex } from '../findings/verdict-index.ts';
import type { Verdicts } from '../findings/verdicts.ts';
import type { Reread } from './reread.ts';

export interface FindingDifference {
  change: FindingChange;
  /** Number of the finding in the judgement named by `in`. */
  finding: number;
  in: 'before' | 'after';
  /** Place in the list of severities, 0 the worst. */
  severity: number;
}

export interface CompareInput {
  before: Verdicts;
  after: Verdicts;
  /** Ids of the checks of the later judgement. */
  judged: ReadonlySet<string>;
  /** What the later snapshot looked for decides whether something is resolved or only not seen. */
  reread: Reread;
  /** Where a resource is, by its row. */
  resource: (id: number) => Place & { type: string };
}

const FAIL = statuses.indexOf('fail');
const PASS = statuses.indexOf('pass');
const NOT_APPLICABLE = statuses.indexOf('not-applicable');
/** Statuses that a check gives when it could tell. */
const SPOKEN = new Set([FAIL, PASS, NOT_APPLICABLE]);

/** What became of every finding that fails in one of two judgements. */
export function compareFindings({
  before,
  after,
  judged,
  reread,
  resource,
}: CompareInput): FindingDifference[] {
  const then = verdictIndex(before);
  const now = verdictIndex(after);

  /** The finding is not in the later judgement: its part of the resource is gone, the resource is, or nobody looked. */
  const absent = (number: number): FindingChange => {
    const check = before.checks[before.rule[number]!]!;
    if (!judged.has(check)) return 'not-rechecked';
    const others = now.siblings(check, before.resource[number]!)?.map((one) => after.status[one]!);
    if (!others) return reread(resource(before.resource[number]!)) ? 'no-longer-applicable' : 'not-rechecked';
    if (others.some((status) => !SPOKEN.has(status))) return 'not-rechecked';
    return others.every((status) => status === NOT_APPLICABLE) ? 'no-longer-applicable' : 'resolved';
  };

  /** The finding did not fail before: it passed, or its resource as a whole did, or nobody knew of it. */
  const appeared = (number: number, match: number | undefined): FindingChange => {
    const check = after.checks[after.rule[number]!]!;
    const known = match === undefined ? then.siblings(check, after.resource[number]!) : [match];
    return known?.every((one) => before.status[one] === PASS) ? 'regressed' : 'new';
  };

  const differences: FindingDifference[] = [];
  for (let number = 0; number < before.size; number++) {
    if (before.status[number] !== FAIL) continue;
    const match = now.find(
      before.checks[before.rule[number]!]!,
      before.resource[number]!,
      before.subKey(number),
    );
    const change = match === undefined ? absent(number) : changed(after.status[match]!);
    // What is over is described as it was, what goes on as it is.
    if (match !== undefined && change === 'persisting')
      differences.push({ change, finding: match, in: 'after', severity: after.severity[match]! });
    else differences.push({ change, finding: number, in: 'before', severity: before.severity[number]! });
  }
  for (let number = 0; number < after.size; number++) {
    if (after.status[number] !== FAIL) continue;
    const match = then.find(
      after.checks[after.rule[number]!]!,
      after.resource[number]!,
      after.subKey(number),
    );
    if (match !== undefined && before.status[match] === FAIL) continue;
    differences.push({
      change: appeared(number, match),
      finding: number,
      in: 'after',
      severity: after.severity[number]!,
    });
  }
  return differences;
}

/** What became of a failing finding, by its later status. */
function changed(status: number): FindingChange {
  switch (status) {
    case FAIL:
      return 'persisting';
    case PASS:
      return 'resolved';
    case NOT_APPLICABLE:
      return 'no-longer-applicable';
    default:
      return 'not-rechecked';
  }
}

export function countChanges(differences: readonly FindingDifference[]): Record<FindingChange, number> {
  const counts = Object.fromEntries(findingChanges.map((change) => [change, 0])) as Record<
    FindingChange,
    number
  >;
  for (const { change } of differences) counts[change]++;
  return counts;
}
