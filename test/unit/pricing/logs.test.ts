import { expect, test } from 'vitest';
import { retentionSaving } from '../../../src/engine/pricing/logs.ts';
import { prices } from '../../support/estate.ts';

const GIB = 1024 ** 3;
const saved = (group: object, region = 'us-east-1') =>
  retentionSaving(prices, region, {
    logClass: 'STANDARD',
    storedBytes: 100 * GIB,
    ageDays: 100,
    keepDays: 10,
    ...group,
  })?.toNumber();

test('of 100 GiB of 100 days, ten days are kept and 90 GiB saved', () => {
  expect(saved({})).toBeCloseTo(2.7, 10);
});

test('a group younger than the retention saves nothing', () => {
  expect(saved({ ageDays: 5 })).toBe(0);
  expect(saved({ ageDays: 0 })).toBe(0);
});

test('classes and regions without a price have no amount', () => {
  expect(saved({ logClass: 'INFREQUENT_ACCESS' })).toBeUndefined();
  expect(saved({}, 'eu-west-1')).toBeUndefined();
});
