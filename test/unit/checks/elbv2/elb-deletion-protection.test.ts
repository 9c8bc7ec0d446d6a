import { expect, test } from 'vitest';
import { elbDeletionProtection } from '../../../../src/engine/checks/elbv2/elb-deletion-protection.ts';
import { loadBalancerAttributes, loadBalancers } from '../../../../src/engine/collectors/elbv2.ts';
import { balancer } from './fixtures.ts';

const attribute = 'deletion_protection.enabled';
const having = (attributes: Record<string, string>, type: 'app' | 'net' = 'app') =>
  balancer(type).facet(loadBalancerAttributes, 'shop', attributes);

test('an unprotected load balancer fails', () => {
  expect(having({ [attribute]: 'false' }).verdict(elbDeletionProtection)).toMatchObject({
    status: 'fail',
    reason: 'unprotected',
  });
});

test('a protected load balancer passes', () => {
  expect(having({ [attribute]: 'true' }).verdict(elbDeletionProtection)).toMatchObject({
    status: 'pass',
    reason: 'protected',
  });
});

test('it is asked of network load balancers too', () => {
  expect(having({ [attribute]: 'false' }, 'net').verdict(elbDeletionProtection).status).toBe('fail');
});

test('an attribute that is not in the answer is unknown', () => {
  expect(having({}).verdict(elbDeletionProtection)).toMatchObject({ status: 'unknown', reason: 'not-told' });
});

test.each([loadBalancers, loadBalancerAttributes])('without a read it is unknown', (read) => {
  expect(
    having({ [attribute]: 'true' })
      .without(read)
      .verdict(elbDeletionProtection).status,
  ).toBe('unknown');
});
