import { expect, test } from 'vitest';
import { elbWithoutTargets } from '../../../../src/engine/checks/elbv2/elb-without-targets.ts';
import {
  listeners,
  loadBalancers,
  targetGroups,
  targetHealth,
} from '../../../../src/engine/collectors/elbv2.ts';
import { arnOf, balancer } from './fixtures.ts';

const shop = arnOf('app', 'shop');
const group = (name: string) => ({
  TargetGroupArn: `arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/${name}/1`,
  TargetGroupName: name,
  LoadBalancerArns: [shop],
});
const world = (...groups: string[]) => balancer().with(targetGroups, groups.map(group)).with(listeners, []);

test('a load balancer whose groups are all empty fails and names them', () => {
  const verdict = world('blue', 'green')
    .facet(targetHealth, 'blue', [])
    .facet(targetHealth, 'green', [])
    .verdict(elbWithoutTargets);
  expect(verdict).toMatchObject({
    status: 'fail',
    reason: 'no-targets',
    parameters: { groups: ['blue', 'green'] },
  });
});

test('one registered target is enough to pass, healthy or not', () => {
  const verdict = world('blue', 'green')
    .facet(targetHealth, 'blue', [])
    .facet(targetHealth, 'green', [{ Target: { Id: 'i-1' }, TargetHealth: { State: 'unhealthy' } }])
    .verdict(elbWithoutTargets);
  expect(verdict).toMatchObject({ status: 'pass', parameters: { group: 'green' } });
});

test('a load balancer that only redirects has no groups and needs none', () => {
  const redirecting = balancer()
    .with(targetGroups, [])
    .with(listeners, [{ ListenerArn: 'arn:l', LoadBalancerArn: shop, Protocol: 'HTTP', Port: 80 }], {
      parent: 'shop',
    });
  expect(redirecting.verdict(elbWithoutTargets)).toMatchObject({
    status: 'not-applicable',
    reason: 'answers-itself',
  });
});

test('a load balancer with neither groups nor listeners fails', () => {
  expect(world().verdict(elbWithoutTargets)).toMatchObject({ status: 'fail', reason: 'no-listeners' });
});

test('without a read it is unknown', () => {
  const empty = () => world('blue').facet(targetHealth, 'blue', []);
  for (const read of [loadBalancers, targetGroups, targetHealth])
    expect(empty().without(read).verdict(elbWithoutTargets).status).toBe('unknown');
  expect(world().without(listeners).verdict(elbWithoutTargets).status).toBe('unknown');
});
