import type { Client } from '../shared/contract/define.ts';
import type { Contract } from '../shared/contract/index.ts';
import { type FindingChange, findingChanges } from '../shared/model/comparison.ts';

type Answer<M extends keyof Contract['compare']> = Awaited<ReturnType<Client<Contract>['compare'][M]>>;
type Which = Parameters<Client<Contract>['compare']['summary']>[0];

export type FindingChangeRow = Answer<'findings'>['rows'][number];

/** What the terminal shows of a comparison: the numbers, and the worst of each kind of change. */
export interface ShownComparison {
  summary: Answer<'summary'>;
  rules: Answer<'rules'>;
  savings: Answer<'savings'>;
  appeared: FindingChangeRow[];
  resolved: FindingChangeRow[];
  notRechecked: FindingChangeRow[];
}

/** `most` rows of each list. */
export async function comparisonOf(
  { compare }: Client<Contract>,
  which: Which,
  most: number,
): Promise<ShownComparison> {
  const worst = async (...change: FindingChange[]) =>
    most === 0
      ? []
      : (await compare.findings({ ...which, filter: { change }, limit: Math.min(most, 1000) })).rows;
  return {
    summary: await compare.summary(which),
    rules: await compare.rules(which),
    savings: await compare.savings({ ...which, limit: 1 }),
    appeared: await worst('regressed', 'new'),
    resolved: await worst('resolved'),
    notRechecked: await worst('not-rechecked'),
  };
}

/** Everything that changed, for programs: all but what persists, worst first, and every resource with its properties. */
export async function wholeComparison({ compare }: Client<Contract>, which: Which) {
  const change = findingChanges.filter((one) => one !== 'persisting');
  return {
    ...(await compare.summary(which)),
    rules: await compare.rules(which),
    realised: await compare.savings({ ...which, limit: PAGE }),
    changed: await all((window) => compare.findings({ ...which, ...window, filter: { change } })),
    differences: await all((window) => compare.resources({ ...which, ...window })),
  };
}

const PAGE = 1000;

async function all<Row>(
  page: (window: { offset: number; limit: number }) => Promise<{ total: number; rows: Row[] }>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const { total, rows: next } = await page({ offset: rows.length, limit: PAGE });
    rows.push(...next);
    if (rows.length >= total || next.length === 0) return rows;
  }
}
