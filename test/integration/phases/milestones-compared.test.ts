import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../../src/shared/contract/define.ts';
import type { Contract } from '../../../src/shared/contract/index.ts';
import {
  closeSampleDiagnosis,
  closeSampleRoadmap,
  planSamplePhases,
} from '../../../src/shared/sample/phases.ts';
import { thrownBy } from '../../support/errors.ts';
import { sampleScope, type Workbench, workbench } from '../../support/workbench.ts';

/** The phases of the sample: the first closed after the first scan, then other rules, then the second scan. */
let bench: Workbench;
let client: Client<Contract>;
let first: string;
let unchanged: Awaited<ReturnType<typeof client.compare.rules>>;
const CHECK = 'ebs-gp2-to-gp3';

beforeAll(async () => {
  bench = await workbench();
  client = bench.client;
  await planSamplePhases(client);
  await client.scan.start({ scope: sampleScope('before') });
  await closeSampleDiagnosis(client);
  await closeSampleRoadmap(client);
  first = (await client.phases.list({})).phases[0]!.milestone!.id;
  await client.scan.start({ scope: sampleScope('after') });
  unchanged = await client.compare.rules({ before: first });
  await client.checks.configure({
    settings: [{ check: CHECK, off: 'Agreed with the client', severity: null, parameters: null }],
  });
});
afterAll(() => bench.close());

test('the sample has three phases, the first two closed with their notes', async () => {
  const { phases } = await client.phases.list({});
  expect(phases.map(({ name, milestone }) => [name, milestone?.note.slice(0, 9)])).toEqual([
    ['Discovery and diagnosis', 'Diagnosis'],
    ['Recommendations and roadmap', 'Roadmap a'],
    ['Implementation and support', undefined],
  ]);
  // Called again, nothing happens.
  await closeSampleDiagnosis(client);
  expect((await client.phases.list({})).phases).toEqual(phases);
});

test('before a phase is closed, it is said what would be kept and what is missing', async () => {
  const [, , third] = (await client.phases.list({})).phases;
  const { standing, missing, reports } = await client.phases.closing({ phase: third!.id });
  const { open, scores } = await client.engagement.overview({});
  expect(standing).toMatchObject({ open, scores });
  expect(reports).toEqual([]);
  expect(missing.map(({ kind }) => kind)).toEqual(['coverage-gaps', 'no-report']);

  const { step } = await client.checklists.adopt({ templates: ['delivery-metrics'] });
  const { total } = await client.checklists.list({});
  const later = await client.phases.closing({ phase: third!.id });
  expect(later.missing).toContainEqual({ kind: 'unanswered', count: total });
  await client.history.undo({ step });
});

test('by the same rules, every difference is in the estate or was not seen', async () => {
  expect(unchanged).toMatchObject({ differ: false, kept: true, differences: [], sameRules: null });
  expect(unchanged.causes.rules).toBe(0);
  expect(unchanged.causes.infrastructure).toBeGreaterThan(0);
});

describe('after a check was switched off', () => {
  test('the milestone still shows its findings, and now does not', async () => {
    const count = async (snapshot?: string) =>
      (
        await client.findings.page({
          limit: 1,
          ...(snapshot && { snapshot }),
          filter: { check: [CHECK], status: ['fail'] },
        })
      ).total;
    expect(await count(first)).toBeGreaterThan(0);
    expect(await count()).toBe(0);
  });

  test('the comparison names the rule, and lays its findings at no other door', async () => {
    const { differ, differences, causes } = await client.compare.rules({ before: first });
    expect(differ).toBe(true);
    expect(differences.map(({ difference }) => difference)).toEqual([{ kind: 'switched-off', check: CHECK }]);
    const { rows } = await client.compare.findings({
      before: first,
      filter: { cause: ['rules'] },
      limit: 1000,
    });
    expect(rows).toHaveLength(causes.rules!);
    expect(new Set(rows.map(({ finding }) => finding.check))).toEqual(new Set([CHECK]));
    const { counts } = await client.compare.findingCounts({ before: first, by: 'cause' });
    expect(Object.fromEntries(counts.map(({ value, count }) => [value, count]))).toMatchObject({
      rules: causes.rules,
      infrastructure: causes.infrastructure,
    });
  });

  test('with the same rules on both sides they are gone, and the rest is what it was', async () => {
    const pair = { before: first, rules: 'same-rules' as const };
    const { sameRules } = await client.compare.rules({ before: first });
    const summary = await client.compare.summary(pair);
    expect(summary.findings).toEqual(sameRules!.findings);
    expect(summary.scores.before).toEqual(sameRules!.scores);
    const all = await client.compare.findings({ ...pair, limit: 1000 });
    expect(all.rows.some(({ finding }) => finding.check === CHECK)).toBe(false);
    expect(all.rows.some(({ cause }) => cause === 'rules')).toBe(false);
    const over = all.rows.find(({ change }) => change === 'resolved')!;
    const opened = await client.compare.finding({ ...pair, ref: over.finding.ref });
    expect(opened).toMatchObject({ change: 'resolved', before: { status: 'fail' } });
    expect(opened.before!.reason).toBe(over.finding.reason);
  });

  test('what went by rule was not saved', async () => {
    const { total, byRules, byCheck, byAccount, changes, rows, bill } = await client.compare.savings({
      before: first,
      limit: 1000,
    });
    expect(byRules.findings).toBeGreaterThan(0);
    expect(total.was).toBeGreaterThan(0);
    expect(byCheck.some(({ value }) => value === CHECK)).toBe(false);
    expect(byAccount.reduce((sum, one) => sum + one.was, 0)).toBe(total.was);
    expect(rows).toHaveLength(changes);
    // What was paid stands beside it, and is of other months.
    expect(bill).toMatchObject({ months: { before: '2026-08', after: '2026-10' } });
  });
});

test('what was changed begins with what the finding named', async () => {
  const { rows } = await bench.client.compare.savings({ before: first, limit: 1000 });
  const cluster = rows.find(({ check }) => check === 'eks-extended-support')!;
  expect(cluster.properties.length).toBeGreaterThan(2);
  expect(cluster.properties[0]!.path).toBe('version');
});

test('groups hold every finding once, whatever they are put together by', async () => {
  const { findings } = await client.compare.summary({ before: first });
  const all = Object.values(findings).reduce((sum, n) => sum + n, 0);
  for (const by of ['account', 'region', 'service', 'check'] as const) {
    const { groups } = await client.compare.groups({ before: first, by });
    expect(
      groups.reduce((sum, { total }) => sum + total, 0),
      by,
    ).toBe(all);
    for (const { counts, total } of groups)
      expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(total);
  }
  const owners = await client.compare.groups({ before: first, by: 'tag', key: 'owner' });
  expect(owners.groups.reduce((sum, { total }) => sum + total, 0)).toBe(all);
  expect(owners.groups.filter(({ value }) => value !== null).length).toBeGreaterThan(1);
  const resources = await client.compare.groups({ before: first, of: 'resources', by: 'service' });
  const summary = await client.compare.summary({ before: first });
  expect(resources.groups.reduce((sum, { total }) => sum + total, 0)).toBe(
    Object.values(summary.resources).reduce((sum, n) => sum + n, 0),
  );
});

test('answers of a milestone are held against those of now, and nobody guesses those of a mere snapshot', async () => {
  expect(await client.compare.answers({ before: first })).toEqual({ kept: true, same: 0, changes: [] });
  const { snapshots } = await client.scan.list({});
  expect(await client.compare.answers({ before: snapshots.at(-1)!.id })).toMatchObject({ kept: false });
});

test('a milestone is compared with its own snapshot as it is judged now', async () => {
  const { standing } = await client.phases.milestone({ id: first });
  const { findings, scores } = await client.compare.summary({ before: first, after: standing!.snapshot });
  expect(scores.before).toEqual(standing!.scores);
  expect(findings['not-rechecked']).toBeGreaterThan(0);
  const { causes } = await client.compare.rules({ before: first, after: standing!.snapshot });
  expect(causes).toMatchObject({ infrastructure: 0, unseen: 0, rules: findings['not-rechecked'] });
});

test('a snapshot on which a closed phase rests cannot be deleted', async () => {
  const { standing } = await client.phases.milestone({ id: first });
  const error = await thrownBy(() => client.scan.delete({ snapshot: standing!.snapshot }));
  expect(error.message).toMatch(/closed phase rests/);
});
