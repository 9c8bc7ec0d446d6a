import Big from 'big.js';
import { expect, test } from 'vitest';
import { onDemandCost, perMonth, provisionedCost } from '../../../src/engine/pricing/dynamodb.ts';
import { prices } from '../../support/estate.ts';

// Oracle: 0.4745 a write unit and 0.0949 a read unit a month.
test('provisioned units cost by the hour', () => {
  expect(provisionedCost(prices, 'us-east-1', { read: 0, write: 100 })?.toString()).toBe('47.45');
  expect(provisionedCost(prices, 'us-east-1', { read: 100, write: 0 })?.toString()).toBe('9.49');
});

test('requests cost by the million', () => {
  expect(onDemandCost(prices, 'us-east-1', { read: 0, write: 1_000_000 })?.toString()).toBe('0.625');
  expect(onDemandCost(prices, 'us-east-1', { read: 8_000_000, write: 0 })?.toString()).toBe('1');
});

test('20 writes a second are 32.85 a month on demand', () => {
  const writes = perMonth(20 * 86_400 * 14, 14);
  expect(onDemandCost(prices, 'us-east-1', { read: 0, write: writes })?.toString()).toBe('32.85');
});

test('one unit breaks even at 28.9 % of use, written or read', () => {
  const month = perMonth(86_400, 1);
  const one = (unit: object) => ({ read: 0, write: 0, ...unit });
  for (const kind of ['read', 'write']) {
    const provisioned = provisionedCost(prices, 'us-east-1', one({ [kind]: 1 }))!;
    const onDemand = onDemandCost(prices, 'us-east-1', one({ [kind]: month }))!;
    expect(provisioned.div(onDemand).round(3).eq(new Big('0.289'))).toBe(true);
  }
});

test('a region without prices has no amount', () => {
  expect(provisionedCost(prices, 'eu-west-1', { read: 1, write: 1 })).toBeUndefined();
  expect(onDemandCost(prices, 'eu-west-1', { read: 1, write: 1 })).toBeUndefined();
});
