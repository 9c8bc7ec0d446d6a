import { expect, test } from 'vitest';
import { cloudwatchAlarmInsufficientData } from '../../../../src/engine/checks/cloudwatch/cloudwatch-alarm-insufficient-data.ts';
import { alarms } from '../../../../src/engine/collectors/cloudwatch.ts';
import { estate } from '../../../support/estate.ts';
import { daysAgo } from '../../../support/series.ts';

const alarm = (StateValue: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA', days = 30) =>
  estate().with(alarms, [
    {
      AlarmName: 'CPU high',
      StateValue,
      StateTransitionedTimestamp: daysAgo(days),
      StateUpdatedTimestamp: daysAgo(0),
      Namespace: 'AWS/EC2',
      MetricName: 'CPUUtilization',
    },
  ]);

test('an alarm without data for a month fails', () => {
  expect(alarm('INSUFFICIENT_DATA').verdict(cloudwatchAlarmInsufficientData)).toMatchObject({
    status: 'fail',
    reason: 'no-data',
    parameters: { since: daysAgo(30).toISOString(), metric: 'CPUUtilization' },
  });
});

test.each(['OK', 'ALARM'] as const)('an alarm in %s has data and passes', (state) => {
  expect(alarm(state).verdict(cloudwatchAlarmInsufficientData).status).toBe('pass');
});

test('an alarm that lost its data yesterday is not applicable yet', () => {
  expect(alarm('INSUFFICIENT_DATA', 1).verdict(cloudwatchAlarmInsufficientData)).toMatchObject({
    status: 'not-applicable',
    reason: 'recent',
  });
});

test('alarms that could not be listed are unknown', () => {
  expect(alarm('OK').without(alarms).verdict(cloudwatchAlarmInsufficientData)).toMatchObject({
    status: 'unknown',
    missing: [{ read: 'cloudwatch:DescribeAlarms', permission: 'cloudwatch:DescribeAlarms' }],
  });
});
