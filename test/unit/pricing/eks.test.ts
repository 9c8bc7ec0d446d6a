import { expect, test } from 'vitest';
import { extendedSupportSurcharge } from '../../../src/engine/pricing/eks.ts';
import { prices } from '../../support/estate.ts';

test('extended support costs (0.60 - 0.10) x 730 = 365 dollars a month more', () => {
  expect(extendedSupportSurcharge(prices, 'us-east-1')!.monthly.toNumber()).toBe(365);
});

test('a region without prices has no amount', () => {
  expect(extendedSupportSurcharge(prices, 'eu-west-1')).toBeUndefined();
});
