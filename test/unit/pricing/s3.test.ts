import { expect, test } from 'vitest';
import { standardStorageCost, toGib } from '../../../src/engine/pricing/s3.ts';
import { prices } from '../../support/estate.ts';

const GIB = 1024 ** 3;

test('bytes of the metric are GiB of the bill', () => {
  expect(toGib(GIB)).toBe(1);
});

test('1,000 GiB of Standard cost 23.00 a month', () => {
  expect(standardStorageCost(prices, 'us-east-1', 1000 * GIB)?.toString()).toBe('23');
  expect(standardStorageCost(prices, 'eu-west-1', 1000 * GIB)).toBeUndefined();
});
