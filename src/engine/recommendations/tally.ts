import { type Severity, severities, statuses } from '../../shared/model/finding.ts';
import type { Verdicts } from '../findings/verdicts.ts';

/** The failing findings of one check. */
export interface Failing {
  findings: Record<Severity, number>;
  total: number;
  /** Micros a month. */
  counted: number;
  advisory: number;
  /** Rows of the resources that fail. */
  resources: ReadonlySet<number>;
}

/** Whether a finding takes no part, because somebody has accepted it or knows it to be wrong; by its number. */
export type LeftOut = (finding: number) => boolean;

const FAIL = statuses.indexOf('fail');

/** Failing findings by check. Goes once through all verdicts. */
export function failingByCheck(verdicts: Verdicts, leftOut: LeftOut = () => false): Map<string, Failing> {
  const byRule = new Map<number, Failing & { resources: Set<number> }>();
  const { size, status, rule, severity, saving, counted, resource } = verdicts;
  for (let number = 0; number < size; number++) {
    if (status[number] !== FAIL || leftOut(number)) continue;
    let one = byRule.get(rule[number]!);
    if (!one) {
      one = { ...nothingFails(), resources: new Set() };
      byRule.set(rule[number]!, one);
    }
    one.total++;
    one.findings[severities[severity[number]!]!]++;
    if (counted[number]) one.counted += saving[number]!;
    else one.advisory += saving[number]!;
    one.resources.add(resource[number]!);
  }
  return new Map(Array.from(byRule, ([number, one]) => [verdicts.checks[number]!, one]));
}

const nothingFails = (): Failing => ({
  findings: Object.fromEntries(severities.map((name) => [name, 0])) as Record<Severity, number>,
  total: 0,
  counted: 0,
  advisory: 0,
  resources: new Set(),
});

/** What several checks found together; a resource that fails several counts once. */
export function together(checks: readonly string[], failing: ReadonlyMap<string, Failing>): Failing {
  const sum = { ...nothingFails(), resources: new Set<number>() };
  for (const check of new Set(checks)) {
    const one = failing.get(check);
    if (!one) continue;
    for (const name of severities) sum.findings[name] += one.findings[name];
    sum.total += one.total;
    sum.counted += one.counted;
    sum.advisory += one.advisory;
    for (const resource of one.resources) sum.resources.add(resource);
  }
  return sum;
}

/** The worst severity that is there. */
export const worstOf = ({ findings }: Pick<Failing, 'findings'>): Severity | null =>
  severities.find((name) => findings[name] > 0) ?? null;
