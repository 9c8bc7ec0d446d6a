import { expect, test } from 'vitest';
import { elbSingleAz } from '../../../../src/engine/checks/elbv2/elb-single-az.ts';
import { loadBalancers } from '../../../../src/engine/collectors/elbv2.ts';
import { balancer } from './fixtures.ts';

const inZones = (...zones: string[]) =>
  balancer('net', { AvailabilityZones: zones.map((ZoneName) => ({ ZoneName })) });

test('a load balancer in one zone fails', () => {
  expect(inZones('us-east-1a').verdict(elbSingleAz)).toMatchObject({
    status: 'fail',
    parameters: { zone: 'us-east-1a' },
  });
});

test('a load balancer in two zones passes', () => {
  expect(inZones('us-east-1b', 'us-east-1a').verdict(elbSingleAz)).toMatchObject({
    status: 'pass',
    parameters: { zones: ['us-east-1a', 'us-east-1b'] },
  });
});

test('no zones in the answer are unknown, and so are load balancers that could not be listed', () => {
  expect(inZones().verdict(elbSingleAz)).toMatchObject({ status: 'unknown', reason: 'zones-not-told' });
  expect(inZones('us-east-1a').without(loadBalancers).verdict(elbSingleAz).status).toBe('unknown');
});
