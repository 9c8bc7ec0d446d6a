import { type Severity, severities } from '../../shared/model/finding.ts';
import { severityWeights } from '../findings/score.ts';

export interface Ranked {
  id: string;
  /** Ids of others that go before it; those that are not among the ranked do not count. */
  prerequisites: readonly string[];
  /** Findings by severity. */
  findings: Readonly<Record<Severity, number>>;
  /** Counted saving in micros a month. */
  counted: number;
  /** Answers that call for it, each by its weight × how far it is below level 3, in thirds: 0 to 5. */
  answers: number;
  /** Systems outside of AWS whose checks call for it. */
  systems: number;
  /** Person-days. */
  effort: number;
}

/** Points that all counted savings together are worth: as much as seven critical findings. */
const MONEY = 24;

/**
 * What an action moves for the work it takes:
 *
 *   (Σ over severities: weight × log2(1 + findings)  +  24 × its share of all counted savings  +  Σ answers
 *    +  2 × log2(1 + systems)) ÷ √(1 + days)
 *
 * The logarithm keeps a thousand small findings from hiding one open database; the root keeps a small job that mends
 * little from going before a large one that mends much. Checks of systems outside of AWS have no severity: a system counts
 * as a medium finding does.
 */
export function priorityOf(one: Omit<Ranked, 'id' | 'prerequisites'>, allCounted: number): number {
  const severity = severities.reduce(
    (sum, name) => sum + severityWeights[name] * Math.log2(1 + one.findings[name]),
    0,
  );
  const money = allCounted > 0 ? (MONEY * one.counted) / allCounted : 0;
  const systems = severityWeights.medium * Math.log2(1 + one.systems);
  return (severity + money + one.answers + systems) / Math.sqrt(1 + one.effort);
}

/**
 * Highest priority first, and nothing before its prerequisites: what a more urgent action waits for is as urgent as
 * that action. The same actions in another order give the same ranking; of two that are equal, the first by id. Where
 * prerequisites run in a circle, which edits can make, the most urgent of the circle goes first.
 */
export function rank<T extends Ranked>(actions: readonly T[], allCounted: number): T[] {
  const byId = new Map(actions.map((one) => [one.id, one]));
  const before = (one: T) => one.prerequisites.flatMap((id) => (id === one.id ? [] : (byId.get(id) ?? [])));
  const urgency = new Map(actions.map((one) => [one.id, priorityOf(one, allCounted)]));
  const lift = (one: T, to: number) => {
    for (const earlier of before(one))
      if (urgency.get(earlier.id)! < to) {
        urgency.set(earlier.id, to);
        lift(earlier, to);
      }
  };
  for (const one of actions) lift(one, urgency.get(one.id)!);

  const own = new Map(actions.map((one) => [one.id, priorityOf(one, allCounted)]));
  const waiting = actions.toSorted(
    (a, b) =>
      urgency.get(b.id)! - urgency.get(a.id)! || own.get(b.id)! - own.get(a.id)! || (a.id < b.id ? -1 : 1),
  );
  const placed = new Set<string>();
  const order: T[] = [];
  while (waiting.length > 0) {
    const free = waiting.findIndex((one) => before(one).every(({ id }) => placed.has(id)));
    const [next] = waiting.splice(Math.max(free, 0), 1);
    placed.add(next!.id);
    order.push(next!);
  }
  return order;
}
