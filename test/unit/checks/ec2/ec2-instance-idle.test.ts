import { expect, test } from 'vitest';
import { ec2InstanceIdle } from '../../../../src/engine/checks/ec2/ec2-instance-idle.ts';
import {
  instanceCpu,
  instanceNetworkIn,
  instanceNetworkOut,
  instances,
} from '../../../../src/engine/collectors/ec2.ts';
import { fromMicros } from '../../../../src/shared/model/money.ts';
import { estate } from '../../../support/estate.ts';
import { daily, daysAgo, steady } from '../../../support/series.ts';

const MB = 1024 ** 2;

const instance = (more: object = {}) =>
  estate().with(instances, [
    {
      InstanceId: 'i-1',
      InstanceType: 'm5.xlarge',
      State: { Name: 'running' },
      LaunchTime: daysAgo(100),
      PlatformDetails: 'Linux/UNIX',
      Placement: { Tenancy: 'default' },
      ...more,
    },
  ]);
const measured = (cpu: number[], network: number[] = Array(14).fill(MB), more: object = {}) =>
  instance(more)
    .facet(instanceCpu, 'i-1', daily(cpu))
    .facet(instanceNetworkIn, 'i-1', daily(network))
    .facet(instanceNetworkOut, 'i-1', steady(MB));
const quiet = Array(14).fill(2);

test('an instance below 5 % CPU and 5 MB a day fails; its hours are shown, not counted', () => {
  const verdict = measured(quiet).verdict(ec2InstanceIdle);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'idle', parameters: { cpu: 2, megabytes: 2 } });
  expect(fromMicros(verdict.saving!.monthly)).toBeCloseTo(0.192 * 730, 2);
  expect(verdict.saving).toMatchObject({ kind: 'advisory', advisory: 'commitments-not-read' });
});

test('one peak of the CPU is enough to pass: the peak counts and not the average', () => {
  expect(measured([...Array(13).fill(0.1), 5]).verdict(ec2InstanceIdle)).toMatchObject({
    status: 'pass',
    reason: 'cpu-used',
  });
});

test('one day with 5 MB in and out together is enough to pass', () => {
  expect(measured(quiet, [...Array(13).fill(0), 4 * MB]).verdict(ec2InstanceIdle)).toMatchObject({
    status: 'pass',
    reason: 'network-used',
    parameters: { megabytes: 5 },
  });
});

test('a Windows instance fails without an amount: its licence is not in the price pack', () => {
  const verdict = measured(quiet, undefined, { PlatformDetails: 'Windows' }).verdict(ec2InstanceIdle);
  expect(verdict.status).toBe('fail');
  expect(verdict.saving).toBeUndefined();
});

test.each([
  ['not-running', { State: { Name: 'stopped' } }],
  ['managed', { Tags: [{ Key: 'aws:autoscaling:groupName', Value: 'web' }] }],
  ['managed', { Tags: [{ Key: 'karpenter.sh/nodepool', Value: 'default' }] }],
  ['managed', { Operator: { Managed: true, Principal: 'eks.amazonaws.com' } }],
  ['not-on-demand', { InstanceLifecycle: 'spot' }],
  ['accelerated', { InstanceType: 'g5.xlarge' }],
  ['too-young', { LaunchTime: daysAgo(13) }],
])('it is not applicable (%s) to %j, and no metric is asked for', (reason, more) => {
  expect(instance(more).verdict(ec2InstanceIdle)).toMatchObject({ status: 'not-applicable', reason });
});

test('no points are not zero: the metric is emitted as long as the instance runs', () => {
  expect(measured([]).verdict(ec2InstanceIdle)).toMatchObject({
    status: 'unknown',
    reason: 'metric-gaps',
    parameters: { metric: 'CPUUtilization', days: 0 },
  });
  expect(measured(Array(12).fill(1)).verdict(ec2InstanceIdle).status).toBe('unknown');
  expect(measured(quiet, [0, 0]).verdict(ec2InstanceIdle)).toMatchObject({
    status: 'unknown',
    parameters: { metric: 'NetworkIn', days: 2 },
  });
});

test('the thresholds can be tuned', () => {
  const tuned = (parameters: object) => measured(quiet).verdict(ec2InstanceIdle, { parameters }).status;
  expect(tuned({ cpu: 1 })).toBe('pass');
  expect(tuned({ megabytes: 1 })).toBe('pass');
});

test.each([instances, instanceCpu, instanceNetworkIn, instanceNetworkOut])(
  'without a read it is unknown',
  (read) => {
    expect(measured(quiet).without(read).verdict(ec2InstanceIdle).status).toBe('unknown');
  },
);

test('a busy CPU settles it without the network', () => {
  expect(measured(Array(14).fill(50)).without(instanceNetworkIn).verdict(ec2InstanceIdle).status).toBe(
    'pass',
  );
});
