import { afterAll, beforeAll, expect, test } from 'vitest';
import { checks } from '../../../src/engine/checks/index.ts';
import { parametersOf } from '../../../src/engine/findings/settings.ts';
import { textsOf } from '../../../src/engine/texts.ts';
import { languages } from '../../../src/shared/model/languages.ts';
import { thrownBy } from '../../support/errors.ts';
import { sampleScope, type Workbench, workbench } from '../../support/workbench.ts';

/** Checks that are switched off, tuned or weighed otherwise, asked through the contract. */
let bench: Workbench;
beforeAll(async () => {
  bench = await workbench();
  for (const state of ['before', 'after'] as const)
    await bench.client.scan.start({ scope: sampleScope(state, { regions: ['us-east-1'] }) });
});
afterAll(() => bench.close());

const usual = { off: null, severity: null, parameters: null };
const off = { ...usual, check: 'ebs-gp2-to-gp3', off: 'The client is leaving EBS.' };
const state = async () => {
  const { scores, savings, checks } = await bench.client.scores.get({});
  const { findings, total } = await bench.client.findings.page({ limit: 1000 });
  return { scores, savings, checks, total, refs: findings.map(({ ref, severity }) => [ref, severity]) };
};

test('what is shown before is what comes to be, and undoing it is as if it had never been', async () => {
  const { client } = bench;
  const before = await state();
  const preview = await client.checks.preview({ settings: [off] });
  expect(await state()).toEqual(before);
  const [change, ...others] = preview.changes;
  expect(others).toEqual([]);
  expect(change).toMatchObject({ check: off.check, after: { fail: 0, pass: 0, unknown: 0 } });
  expect(change!.before.fail).toBeGreaterThan(0);
  expect(preview.scores.before).toEqual(before.scores);
  expect(preview.savings.before).toEqual(before.savings);

  const { former, snapshots } = await client.checks.configure({ settings: [off] });
  expect(snapshots).toBe(2);
  const now = await state();
  expect(now.scores).toEqual(preview.scores.after);
  expect(now.savings).toEqual(preview.savings.after);
  expect(now.total).toBe(before.total - change!.verdicts);
  const { total } = await client.findings.page({ filter: { check: [off.check] } });
  expect(total).toBe(0);
  expect((await client.coverage.get({})).off).toMatchObject([{ check: off.check, reason: off.off }]);
  const listed = (await client.checks.list({})).checks.find(({ id }) => id === off.check);
  expect(listed!.off).toBe(off.off);

  await client.checks.configure({ settings: former });
  expect(await state()).toEqual(before);
  expect((await client.coverage.get({})).off).toEqual([]);
});

test('a threshold that is tuned changes what fails, as foretold', async () => {
  const { client } = bench;
  const setting = { ...usual, check: 'iam-access-key-old', parameters: { days: 20_000 } };
  const [change] = (await client.checks.preview({ settings: [setting] })).changes;
  expect(change).toMatchObject({ check: setting.check, after: { fail: 0 } });
  const { former } = await client.checks.configure({ settings: [setting] });
  const filter = { check: [setting.check], status: ['fail' as const] };
  expect((await client.findings.page({ filter })).total).toBe(0);
  await client.checks.configure({ settings: former });
  expect((await client.findings.page({ filter })).total).toBe(change!.before.fail);
});

test('a severity that is set is that of the findings, and weighs in the scores', async () => {
  const { client } = bench;
  const filter = { check: ['ebs-gp2-to-gp3'], status: ['fail' as const] };
  const before = await client.scores.get({});
  const setting = { ...usual, check: 'ebs-gp2-to-gp3', severity: 'critical' as const };
  const preview = await client.checks.preview({ settings: [setting] });
  expect(preview.changes).toEqual([]);
  const { former } = await client.checks.configure({ settings: [setting] });
  const { findings } = await client.findings.page({ filter });
  expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['critical']));
  const after = await client.scores.get({});
  expect(after.scores).not.toEqual(before.scores);
  expect(after.scores).toEqual(preview.scores.after);
  await client.checks.configure({ settings: former });
  expect(await client.scores.get({})).toEqual(before);
});

test('broken off in the middle, everything is as before', async () => {
  const before = await state();
  const abort = new AbortController();
  let told = 0;
  const stop = bench.engine.subscribe((name) => {
    if (name === 'judge.progress' && ++told === 2) abort.abort();
  });
  await expect(
    bench.client.checks.configure({ settings: [off] }, { signal: abort.signal }),
  ).rejects.toThrow();
  stop();
  expect(told).toBeGreaterThanOrEqual(2);
  expect(await state()).toEqual(before);
  expect((await bench.client.coverage.get({})).off).toEqual([]);
});

test.each([
  ['no such check', { ...usual, check: 'no-such-check' }],
  ['no such threshold', { ...usual, check: 'iam-access-key-old', parameters: { weeks: 3 } }],
  ['a threshold of a check without any', { ...usual, check: 'ebs-gp2-to-gp3', parameters: { days: 3 } }],
  ['a threshold out of bounds', { ...usual, check: 'iam-access-key-old', parameters: { days: 0 } }],
  ['no reason', { ...usual, check: 'ebs-gp2-to-gp3', off: '  ' }],
])('%s is refused, and nothing is kept', async (_, setting) => {
  const error = await thrownBy(() => bench.client.checks.configure({ settings: [setting] }));
  expect(error.code).toBe('bad-input');
  expect((await bench.client.checks.list({})).checks.every((check) => check.off === null)).toBe(true);
});

test('every threshold has a name in both languages', () => {
  const names = new Set(checks.flatMap((check) => parametersOf(check).map(({ name }) => name)));
  expect(names.size).toBeGreaterThan(10);
  for (const language of languages)
    for (const name of names) expect(textsOf(language).has(`findings.thresholds.${name}`), name).toBe(true);
});
