import type { Verdicts } from './verdicts.ts';

export interface VerdictIndex {
  /** Verdicts of a check on a resource, in the order of judgement; undefined where there are none. */
  siblings(check: string, resource: number): readonly number[] | undefined;
  find(check: string, resource: number, subKey: string): number | undefined;
}

const indexes = new WeakMap<Verdicts, VerdictIndex>();

/** Where to find verdicts by check, resource and sub-key; made once of each list. */
export function verdictIndex(verdicts: Verdicts): VerdictIndex {
  const index = indexes.get(verdicts) ?? indexOf(verdicts);
  indexes.set(verdicts, index);
  return index;
}

/** A table of open addresses in two typed arrays: maps of half a million numbers took twice as long to fill. */
function indexOf({ checks, size, rule, resource, subKey }: Verdicts): VerdictIndex {
  const mask = 2 ** Math.ceil(Math.log2(Math.max(1, size) * 2)) - 1;
  /** Number of the first verdict of a check and resource, and 1. */
  const first = new Int32Array(mask + 1);
  /** The next one of the same check and resource, and 1. */
  const next = new Int32Array(size);
  const slotOf = (ofRule: number, ofResource: number): number => {
    let slot = (Math.imul(ofResource, 0x9e3779b1) ^ Math.imul(ofRule + 1, 0x85ebca6b)) & mask;
    for (let one = first[slot]!; one !== 0; one = first[slot]!) {
      if (rule[one - 1] === ofRule && resource[one - 1] === ofResource) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  // From the last, so that each chain is in the order of judgement.
  for (let number = size - 1; number >= 0; number--) {
    const slot = slotOf(rule[number]!, resource[number]!);
    next[number] = first[slot]!;
    first[slot] = number + 1;
  }
  const rules = new Map(checks.map((check, number) => [check, number]));
  const firstOf = (check: string, ofResource: number): number => {
    const ofRule = rules.get(check);
    return ofRule === undefined ? 0 : first[slotOf(ofRule, ofResource)]!;
  };
  return {
    siblings(check, ofResource) {
      const found: number[] = [];
      for (let one = firstOf(check, ofResource); one !== 0; one = next[one - 1]!) found.push(one - 1);
      return found.length > 0 ? found : undefined;
    },
    find(check, ofResource, key) {
      for (let one = firstOf(check, ofResource); one !== 0; one = next[one - 1]!)
        if (subKey(one - 1) === key) return one - 1;
      return undefined;
    },
  };
}
