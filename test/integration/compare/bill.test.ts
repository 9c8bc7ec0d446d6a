import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleScope, type Workbench, workbench } from '../../support/workbench.ts';

/** What the client's bill says, beside what was saved by list price. */
let bench: Workbench;
beforeAll(async () => {
  bench = await workbench();
});
afterAll(() => bench.close());

const usEast = { regions: ['us-east-1'], checks: ['ebs-gp2-to-gp3'] };
const scanned = async (state: 'before' | 'after', bill: boolean) =>
  (await bench.client.scan.start({ scope: sampleScope(state, { ...usEast, bill }) })).snapshot.id;
const billOf = async (before: string, after: string) =>
  (await bench.client.compare.savings({ before, after })).bill;

test('a plan names what Cost Explorer will take, and the policy allows it, only where the bill is wanted', async () => {
  const { aws } = bench.client;
  const wanted = sampleScope('before', usEast);
  const { paid, accounts } = await aws.plan({ scope: wanted });
  const entered = accounts.filter(({ refused }) => refused === null).length;
  expect(paid).toEqual([{ read: 'ce:GetCostAndUsage', requests: entered, price: entered * 10_000 }]);
  expect((await aws.plan({ scope: { ...wanted, bill: false } })).paid).toEqual([]);
  expect((await aws.policy({ checks: usEast.checks, bill: true })).actions).toContain('ce:GetCostAndUsage');
  expect((await aws.policy({ checks: usEast.checks })).actions).not.toContain('ce:GetCostAndUsage');
});

test('the bill is that of the last whole month before each scan, of the accounts that both asked about', async () => {
  const [before, after] = [await scanned('before', true), await scanned('after', true)];
  const bill = await billOf(before, after);
  expect(bill).toMatchObject({ gap: null, months: { before: '2026-08', after: '2026-10' } });
  if (bill.gap !== null) expect.fail(bill.gap);
  expect(bill.accounts).toBeGreaterThan(1);
  expect(bill.after).toBeLessThan(bill.before);
  const { total } = await bench.client.compare.savings({ before, after });
  expect(total.was).not.toBe(bill.before - bill.after);
});

test('two scans that saw the same month say nothing of what was changed between them', async () => {
  expect(await billOf(await scanned('before', true), await scanned('before', true))).toEqual({
    gap: 'same-month',
  });
});

test('where one side did not ask, there is no bill to compare', async () => {
  expect(await billOf(await scanned('before', false), await scanned('after', true))).toEqual({
    gap: 'not-read',
  });
});

test('the month of a bill is no resource of the client', async () => {
  const { resources } = await bench.client.resources.page({ filter: { text: 'monthly-cost' } });
  expect(resources).toEqual([]);
  const changes = await bench.client.compare.resources({ limit: 1000 });
  expect(JSON.stringify(changes)).not.toContain('monthly-cost');
});
