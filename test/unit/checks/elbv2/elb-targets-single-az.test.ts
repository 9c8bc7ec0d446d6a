import { expect, test } from 'vitest';
import { elbTargetsSingleAz } from '../../../../src/engine/checks/elbv2/elb-targets-single-az.ts';
import { instances } from '../../../../src/engine/collectors/ec2.ts';
import { targetGroups, targetHealth } from '../../../../src/engine/collectors/elbv2.ts';
import { estate } from '../../../support/estate.ts';
import { arnOf } from './fixtures.ts';

type Type = 'instance' | 'ip' | 'lambda' | 'alb';
type State = 'healthy' | 'draining';

const group = (TargetType: Type, more: object = {}) =>
  estate()
    .with(targetGroups, [
      {
        TargetGroupArn: 'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/1',
        TargetGroupName: 'web',
        TargetType,
        LoadBalancerArns: [arnOf('app', 'shop')],
        ...more,
      },
    ])
    .with(instances, [
      { InstanceId: 'i-a', Placement: { AvailabilityZone: 'us-east-1a' } },
      { InstanceId: 'i-b', Placement: { AvailabilityZone: 'us-east-1b' } },
    ]);
const target = (Id: string, AvailabilityZone?: string, State: State = 'healthy') => ({
  Target: { Id, ...(AvailabilityZone && { AvailabilityZone }) },
  TargetHealth: { State },
});
const instanceGroup = (...targets: ReturnType<typeof target>[]) =>
  group('instance').facet(targetHealth, 'web', targets);
const ipGroup = (...targets: ReturnType<typeof target>[]) => group('ip').facet(targetHealth, 'web', targets);

test('instances that are all in one zone fail', () => {
  expect(instanceGroup(target('i-a'), target('i-a')).verdict(elbTargetsSingleAz)).toMatchObject({
    status: 'fail',
    parameters: { targets: 2, zone: 'us-east-1a' },
  });
});

test('instances in two zones pass', () => {
  expect(instanceGroup(target('i-a'), target('i-b')).verdict(elbTargetsSingleAz).status).toBe('pass');
});

test('addresses say their zone themselves', () => {
  expect(ipGroup(target('10.0.0.1', 'us-east-1a')).verdict(elbTargetsSingleAz).status).toBe('fail');
  expect(
    ipGroup(target('10.0.0.1', 'us-east-1a'), target('10.0.1.1', 'us-east-1b')).verdict(elbTargetsSingleAz)
      .status,
  ).toBe('pass');
});

test('a target that leaves does not count', () => {
  const verdict = instanceGroup(target('i-a'), target('i-b', undefined, 'draining')).verdict(
    elbTargetsSingleAz,
  );
  expect(verdict.status).toBe('fail');
});

test('a target outside of the VPC, or one that is not listed, leaves it unknown', () => {
  for (const open of [ipGroup(target('192.0.2.1', 'all')), instanceGroup(target('i-a'), target('i-9'))])
    expect(open.verdict(elbTargetsSingleAz)).toMatchObject({
      status: 'unknown',
      reason: 'zone-not-told',
      parameters: { unplaced: 1 },
    });
});

test.each([
  ['other-target', group('lambda')],
  ['unattached', group('instance', { LoadBalancerArns: [] })],
  ['no-targets', instanceGroup()],
])('it is not applicable: %s', (reason, subject) => {
  expect(subject.verdict(elbTargetsSingleAz)).toMatchObject({ status: 'not-applicable', reason });
});

test.each([targetGroups, targetHealth, instances])('without a read it is unknown', (read) => {
  expect(instanceGroup(target('i-a'), target('i-b')).without(read).verdict(elbTargetsSingleAz).status).toBe(
    'unknown',
  );
});
