import { expect, test } from 'vitest';
import { billBetween } from '../../../src/engine/compare/bill.ts';

const months = (accounts: Record<string, [month: string, cost: number, currency?: string]>) =>
  new Map(
    Object.entries(accounts).map(([account, [month, cost, currency = 'USD']]) => [
      account,
      { month, cost, currency },
    ]),
  );

test('the costs of all accounts are added up that both sides asked about', () => {
  const then = months({ a: ['2026-08', 10], b: ['2026-08', 20], gone: ['2026-08', 400] });
  const now = months({ a: ['2026-10', 7], b: ['2026-10', 15], added: ['2026-10', 800] });
  expect(billBetween(then, now)).toEqual({
    gap: null,
    before: 30,
    after: 22,
    months: { before: '2026-08', after: '2026-10' },
    accounts: 2,
  });
});

test('an account that was asked about another month than the rest is left out', () => {
  const then = months({ a: ['2026-08', 10], b: ['2026-08', 20] });
  const now = months({ a: ['2026-10', 7], b: ['2026-11', 15] });
  expect(billBetween(then, now)).toMatchObject({ before: 10, after: 7, accounts: 1 });
});

test('an account billed in another currency is left out, and where all are, that is said', () => {
  const then = months({ a: ['2026-08', 10], b: ['2026-08', 20, 'EUR'] });
  const now = months({ a: ['2026-10', 7], b: ['2026-10', 15, 'EUR'] });
  expect(billBetween(then, now)).toMatchObject({ before: 10, after: 7, accounts: 1 });
  then.delete('a');
  expect(billBetween(then, now)).toEqual({ gap: 'other-currency' });
});

test('without an account that both sides asked about, no bill was read', () => {
  expect(billBetween(months({ a: ['2026-08', 10] }), months({ b: ['2026-10', 7] }))).toEqual({
    gap: 'not-read',
  });
});

test('the same month on both sides says nothing', () => {
  expect(billBetween(months({ a: ['2026-08', 10] }), months({ a: ['2026-08', 10] }))).toEqual({
    gap: 'same-month',
  });
});
