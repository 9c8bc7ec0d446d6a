import { expect, test } from 'vitest';
import { elbAccessLogs } from '../../../../src/engine/checks/elbv2/elb-access-logs.ts';
import { loadBalancerAttributes, loadBalancers } from '../../../../src/engine/collectors/elbv2.ts';
import { balancer } from './fixtures.ts';

const attribute = 'access_logs.s3.enabled';
const having = (attributes: Record<string, string>, type: 'app' | 'net' = 'app') =>
  balancer(type).facet(loadBalancerAttributes, 'shop', attributes);

test('requests that are not logged fail', () => {
  expect(having({ [attribute]: 'false' }).verdict(elbAccessLogs)).toMatchObject({
    status: 'fail',
    reason: 'not-logged',
  });
});

test('requests that are logged pass', () => {
  expect(having({ [attribute]: 'true' }).verdict(elbAccessLogs)).toMatchObject({
    status: 'pass',
    reason: 'logged',
  });
});

test('a network load balancer is not applicable, and its attributes are not asked for', () => {
  expect(balancer('net').verdict(elbAccessLogs)).toMatchObject({
    status: 'not-applicable',
    reason: 'other-type',
  });
});

test('an attribute that is not in the answer is unknown', () => {
  expect(having({}).verdict(elbAccessLogs)).toMatchObject({ status: 'unknown', reason: 'not-told' });
});

test.each([loadBalancers, loadBalancerAttributes])('without a read it is unknown', (read) => {
  expect(
    having({ [attribute]: 'true' })
      .without(read)
      .verdict(elbAccessLogs).status,
  ).toBe('unknown');
});
