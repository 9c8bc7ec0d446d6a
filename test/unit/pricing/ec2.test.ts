import { expect, test } from 'vitest';
import { instanceMonth } from '../../../src/engine/pricing/ec2.ts';
import { prices } from '../../support/estate.ts';

const m5 = { type: 'm5.xlarge', platform: 'Linux/UNIX', tenancy: 'default', lifecycle: undefined };

test('an m5.xlarge with Linux costs 140.16 a month of 730 hours', () => {
  expect(instanceMonth(prices, 'us-east-1', m5)!.toNumber()).toBe(140.16);
});

test.each([
  { platform: 'Windows' },
  { platform: 'Red Hat Enterprise Linux' },
  { platform: undefined },
  { tenancy: 'dedicated' },
  { tenancy: undefined },
  { lifecycle: 'spot' },
  { type: 'm5.metal' },
])('the price pack does not speak of %j', (other) => {
  expect(instanceMonth(prices, 'us-east-1', { ...m5, ...other })).toBeUndefined();
});
