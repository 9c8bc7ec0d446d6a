import { expect, test } from 'vitest';
import { loadBalancerMonth } from '../../../src/engine/pricing/elb.ts';
import { prices } from '../../support/estate.ts';

test.each(['application', 'network'])('the hours of an %s load balancer cost 16.43 a month', (type) => {
  expect(loadBalancerMonth(prices, 'us-east-1', type, 0)!.toFixed(2)).toBe('16.43');
});

test('public addresses come on top', () => {
  expect(loadBalancerMonth(prices, 'us-east-1', 'application', 2)!.toNumber()).toBe(16.425 + 7.3);
});

test('a type or a region without a price costs nobody knows what', () => {
  expect(loadBalancerMonth(prices, 'us-east-1', 'gateway', 0)).toBeUndefined();
  expect(loadBalancerMonth(prices, 'eu-west-1', 'network', 2)).toBeUndefined();
});
