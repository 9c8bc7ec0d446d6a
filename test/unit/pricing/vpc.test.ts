import { expect, test } from 'vitest';
import { natGatewayMonth, publicIpv4Month } from '../../../src/engine/pricing/vpc.ts';
import { prices } from '../../support/estate.ts';

test.each(['us-east-1', 'ap-southeast-2'])('a public IPv4 address costs 3.65 a month in %s', (region) => {
  expect(publicIpv4Month(prices, region)!.toNumber()).toBe(3.65);
});

test.each(['cn-north-1', 'us-gov-west-1', 'us-iso-east-1'])('of %s no price is known', (region) => {
  expect(publicIpv4Month(prices, region)).toBeUndefined();
});

// Three gateways of section 1.15 in the catalogue of formulas: 98.55, and 10.95 of addresses.
test('a NAT gateway costs its hours and its addresses', () => {
  expect(natGatewayMonth(prices, 'us-east-1', 0)!.times(3).toNumber()).toBe(98.55);
  expect(natGatewayMonth(prices, 'us-east-1', 1)!.times(3).toNumber()).toBe(98.55 + 10.95);
});

test('a NAT gateway in a region without a price costs nobody knows what', () => {
  expect(natGatewayMonth(prices, 'eu-west-1', 1)).toBeUndefined();
});
