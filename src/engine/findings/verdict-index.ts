import type { Verdicts } from './verdicts.ts';

/** Verdicts by check, resource and sub-key. Most have no sub-key, so they are found by two numbers. */
export function verdictIndex(verdicts: Verdicts) {
  const ruleOf = new Map(verdicts.checks.map((check, rule) => [check, rule]));
  // A map for each check: its keys stay small whole numbers, which are several times faster than large ones.
  const byRule = verdicts.checks.map(() => new Map<number, number | number[]>());
  for (let number = 0; number < verdicts.size; number++) {
    const byResource = byRule[verdicts.rule[number]!]!;
    const resource = verdicts.resource[number]!;
    const known = byResource.get(resource);
    if (known === undefined) byResource.set(resource, number);
    else if (typeof known === 'number') byResource.set(resource, [known, number]);
    else known.push(number);
  }
  const found = (check: string, resource: number): number | readonly number[] | undefined => {
    const rule = ruleOf.get(check);
    return rule === undefined ? undefined : byRule[rule]!.get(resource);
  };
  return {
    siblings(check: string, resource: number): readonly number[] | undefined {
      const one = found(check, resource);
      return typeof one === 'number' ? [one] : one;
    },
    find(check: string, resource: number, subKey: string): number | undefined {
      const one = found(check, resource);
      if (typeof one === 'number') return verdicts.subKey(one) === subKey ? one : undefined;
      return one?.find((number) => verdicts.subKey(number) === subKey);
    },
  };
}
