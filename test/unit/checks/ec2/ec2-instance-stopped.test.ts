import { expect, test } from 'vitest';
import { ec2InstanceStopped } from '../../../../src/engine/checks/ec2/ec2-instance-stopped.ts';
import { instances } from '../../../../src/engine/collectors/ec2.ts';
import { estate } from '../../../support/estate.ts';

const instance = (StateTransitionReason: string, more: object = {}) =>
  estate().with(instances, [
    { InstanceId: 'i-1', State: { Name: 'stopped' }, StateTransitionReason, ...more },
  ]);

test('an instance stopped for more than 30 days fails', () => {
  expect(instance('User initiated (2026-10-02 07:59:00 GMT)').verdict(ec2InstanceStopped)).toMatchObject({
    status: 'fail',
    reason: 'long-stopped',
    parameters: { since: '2026-10-02T07:59:00Z', days: 31 },
  });
});

test('an instance stopped for 30 days passes', () => {
  expect(instance('User initiated (2026-10-02 08:01:00 GMT)').verdict(ec2InstanceStopped)).toMatchObject({
    status: 'pass',
    reason: 'recently',
  });
});

test.each(['', 'Client.UserInitiatedShutdown: User initiated shutdown'])(
  'the words “%s” tell no time, so it is unknown',
  (words) => {
    expect(instance(words).verdict(ec2InstanceStopped)).toMatchObject({
      status: 'unknown',
      reason: 'time-not-told',
    });
  },
);

test('a running instance is not applicable', () => {
  expect(instance('', { State: { Name: 'running' } }).verdict(ec2InstanceStopped).reason).toBe('not-stopped');
});

test('an instance of a warm pool is not applicable: it is stopped on purpose', () => {
  const verdict = instance('User initiated (2026-01-01 00:00:00 GMT)', {
    Tags: [{ Key: 'aws:autoscaling:groupName', Value: 'web' }],
  }).verdict(ec2InstanceStopped);
  expect(verdict).toMatchObject({ status: 'not-applicable', parameters: { manager: 'Auto Scaling (web)' } });
});

test('instances that could not be listed are unknown', () => {
  expect(instance('').without(instances).verdict(ec2InstanceStopped).status).toBe('unknown');
});
