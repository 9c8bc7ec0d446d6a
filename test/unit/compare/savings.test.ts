import fc from 'fast-check';
import { expect, test } from 'vitest';
import { realisedSavings, type SavedChange } from '../../../src/engine/compare/savings.ts';

const dates = { was: '2026-01-01', is: '2026-10-01' };
const change = (more: Partial<SavedChange> = {}): SavedChange => ({
  difference: 0,
  check: 'ebs-gp2-to-gp3',
  resource: 1,
  account: '111122223333',
  service: 'EC2',
  how: 'changed',
  action: 'migrate',
  kind: 'counted',
  was: 2_000_000,
  is: 2_000_000,
  seen: ['VolumeType'],
  ...more,
});
const realised = (...changes: SavedChange[]) =>
  realisedSavings({ changes, priceDate: dates, bill: { gap: 'not-read' } });

test('a volume that became gp3 saved what its finding had named, by the prices of then and of now', () => {
  const { total, byCheck, byAccount, byService, bill } = realised(change({ is: 1_800_000 }));
  const sum = { findings: 1, was: 2_000_000, is: 1_800_000 };
  expect(total).toEqual(sum);
  expect(byCheck).toEqual([{ value: 'ebs-gp2-to-gp3', ...sum }]);
  expect(byAccount).toEqual([{ value: '111122223333', ...sum }]);
  expect(byService).toEqual([{ value: 'EC2', ...sum }]);
  expect(bill).toEqual({ gap: 'not-read' });
});

test('of a volume that was deleted, what gp3 would have saved is not counted once more', () => {
  const { total, advisory, changes } = realised(
    change({ how: 'gone' }),
    change({
      difference: 1,
      check: 'ebs-volume-unattached',
      action: 'delete',
      how: 'gone',
      was: 10_000_000,
      is: 10_000_000,
    }),
  );
  expect(total).toEqual({ findings: 1, was: 10_000_000, is: 10_000_000 });
  expect(advisory).toEqual({ findings: 1, was: 2_000_000, is: 2_000_000 });
  expect(changes.map(({ check, counted }) => [check, counted])).toEqual([
    ['ebs-volume-unattached', true],
    ['ebs-gp2-to-gp3', false],
  ]);
});

test('what rested on something that was not read is shown and not summed', () => {
  const { total, advisory } = realised(change({ kind: 'advisory' }));
  expect(total.was).toBe(0);
  expect(advisory.was).toBe(2_000_000);
});

test('nothing changed, nothing saved', () => {
  expect(realised()).toMatchObject({ total: { findings: 0, was: 0, is: 0 }, byCheck: [], changes: [] });
});

test('the bill stands beside the list prices and changes none of them', () => {
  const changes = [change()];
  const months = { before: '2026-08', after: '2026-10' };
  const bill = { gap: null, before: 90_000_000, after: 50_000_000, months, accounts: 2 };
  const { bill: shown, ...sums } = realisedSavings({ changes, priceDate: dates, bill });
  const { bill: _, ...without } = realised(...changes);
  expect(shown).toEqual(bill);
  expect(sums).toEqual(without);
});

test('every sum by check, account and service comes to the total, and no resource is counted twice', () => {
  const some = fc.record({
    difference: fc.nat(1000),
    check: fc.constantFrom('a', 'b', 'c'),
    resource: fc.nat(5),
    account: fc.constantFrom('1', '2'),
    service: fc.constantFrom('EC2', 'RDS'),
    how: fc.constantFrom('gone' as const, 'changed' as const),
    action: fc.constantFrom('delete' as const, 'stop' as const),
    kind: fc.constantFrom('counted' as const, 'advisory' as const),
    was: fc.integer({ min: 1, max: 10 ** 12 }),
    is: fc.integer({ min: 0, max: 10 ** 12 }),
    seen: fc.constant([]),
  });
  fc.assert(
    fc.property(fc.array(some), (changes) => {
      const { total, advisory, byCheck, byAccount, byService, changes: all } = realised(...changes);
      for (const sums of [byCheck, byAccount, byService])
        for (const key of ['findings', 'was', 'is'] as const)
          expect(sums.reduce((sum, one) => sum + one[key], 0)).toBe(total[key]);
      expect(total.findings + advisory.findings).toBe(changes.length);
      const counted = all.filter((one) => one.counted).map(({ resource }) => resource);
      expect(new Set(counted).size).toBe(counted.length);
    }),
  );
});
