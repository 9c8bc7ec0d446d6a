import { expect, test } from 'vitest';
import { elbInvalidHeaders } from '../../../../src/engine/checks/elbv2/elb-invalid-headers.ts';
import { loadBalancerAttributes, loadBalancers } from '../../../../src/engine/collectors/elbv2.ts';
import { balancer } from './fixtures.ts';

const attribute = 'routing.http.drop_invalid_header_fields.enabled';
const having = (attributes: Record<string, string>, type: 'app' | 'net' = 'app') =>
  balancer(type).facet(loadBalancerAttributes, 'shop', attributes);

test('a load balancer that passes invalid headers on fails', () => {
  expect(having({ [attribute]: 'false' }).verdict(elbInvalidHeaders)).toMatchObject({
    status: 'fail',
    reason: 'forwarded',
  });
});

test('a load balancer that drops invalid headers passes', () => {
  expect(having({ [attribute]: 'true' }).verdict(elbInvalidHeaders)).toMatchObject({
    status: 'pass',
    reason: 'dropped',
  });
});

test('a network load balancer is not applicable, and its attributes are not asked for', () => {
  expect(balancer('net').verdict(elbInvalidHeaders)).toMatchObject({
    status: 'not-applicable',
    reason: 'other-type',
  });
});

test('an attribute that is not in the answer is unknown', () => {
  expect(having({}).verdict(elbInvalidHeaders)).toMatchObject({ status: 'unknown', reason: 'not-told' });
});

test.each([loadBalancers, loadBalancerAttributes])('without a read it is unknown', (read) => {
  expect(
    having({ [attribute]: 'true' })
      .without(read)
      .verdict(elbInvalidHeaders).status,
  ).toBe('unknown');
});
