import { expect, test } from 'vitest';
import { elbIdle } from '../../../../src/engine/checks/elbv2/elb-idle.ts';
import {
  albFixedResponses,
  albRedirects,
  albRequests,
  loadBalancers,
  nlbBytes,
} from '../../../../src/engine/collectors/elbv2.ts';
import { fromMicros } from '../../../../src/shared/model/money.ts';
import { daily, daysAgo } from '../../../support/series.ts';
import { balancer } from './fixtures.ts';

const nothing = daily([]);
const idleAlb = (more: object = {}, region = 'us-east-1') =>
  balancer('app', more, region)
    .facet(albRequests, 'shop', nothing)
    .facet(albRedirects, 'shop', nothing)
    .facet(albFixedResponses, 'shop', nothing);
const month = (subject: ReturnType<typeof idleAlb>) =>
  fromMicros(subject.verdict(elbIdle).saving?.monthly ?? Number.NaN);

test('no points are zero requests: an internal load balancer saves its hours', () => {
  expect(idleAlb().verdict(elbIdle)).toMatchObject({ status: 'fail', reason: 'idle' });
  expect(month(idleAlb())).toBeCloseTo(16.43, 1);
});

test('an internet-facing one saves an address a zone too', () => {
  expect(month(idleAlb({ Scheme: 'internet-facing' }))).toBeCloseTo(16.425 + 2 * 3.65, 2);
  expect(
    month(idleAlb({ Scheme: 'internet-facing', IpAddressType: 'dualstack-without-public-ipv4' })),
  ).toBeCloseTo(16.425, 2);
});

test('Elastic IPs of a network load balancer stay with the client', () => {
  const zones = [{ ZoneName: 'us-east-1a', LoadBalancerAddresses: [{ AllocationId: 'eipalloc-1' }] }];
  const verdict = balancer('net', { Scheme: 'internet-facing', AvailabilityZones: zones })
    .facet(nlbBytes, 'shop', nothing)
    .verdict(elbIdle);
  expect(verdict.status).toBe('fail');
  expect(fromMicros(verdict.saving!.monthly)).toBeCloseTo(16.425, 2);
});

test('a region without prices names no amount', () => {
  const verdict = idleAlb({}, 'eu-west-1').verdict(elbIdle);
  expect(verdict.status).toBe('fail');
  expect(verdict.saving).toBeUndefined();
});

test('requests pass, and the other metrics are not asked for', () => {
  expect(
    balancer()
      .facet(albRequests, 'shop', daily([0, 3]))
      .verdict(elbIdle),
  ).toMatchObject({
    status: 'pass',
    reason: 'in-use',
    parameters: { metric: 'RequestCount', sum: 3 },
  });
});

test.each([albRedirects, albFixedResponses])(
  'a load balancer that only answers itself is in use: $name',
  (metric) => {
    const verdict = idleAlb()
      .facet(metric, 'shop', daily([5]))
      .verdict(elbIdle);
    expect(verdict).toMatchObject({ status: 'pass', parameters: { metric: metric.name } });
  },
);

test('bytes through a network load balancer pass', () => {
  expect(
    balancer('net')
      .facet(nlbBytes, 'shop', daily([9]))
      .verdict(elbIdle).status,
  ).toBe('pass');
});

test.each([
  ['too-young', balancer('app', { CreatedTime: daysAgo(13) })],
  ['not-active', balancer('app', { State: { Code: 'provisioning' } })],
  ['other-type', balancer('gwy')],
])('it is not applicable: %s', (reason, subject) => {
  expect(subject.verdict(elbIdle)).toMatchObject({ status: 'not-applicable', reason });
});

test('a metric for which the service has no answer is unknown', () => {
  expect(balancer().facet(albRequests, 'shop', null).verdict(elbIdle)).toMatchObject({
    status: 'unknown',
    reason: 'no-series',
  });
});

test.each([loadBalancers, albRequests, albRedirects, albFixedResponses])(
  'without a read it is unknown',
  (read) => {
    expect(idleAlb().without(read).verdict(elbIdle).status).toBe('unknown');
  },
);
