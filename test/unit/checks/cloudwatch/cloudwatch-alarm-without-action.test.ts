import { expect, test } from 'vitest';
import { cloudwatchAlarmWithoutAction } from '../../../../src/engine/checks/cloudwatch/cloudwatch-alarm-without-action.ts';
import { alarms, compositeAlarms } from '../../../../src/engine/collectors/cloudwatch.ts';
import { estate } from '../../../support/estate.ts';

const topic = 'arn:aws:sns:us-east-1:111122223333:on-call';
const alarm = (body: { ActionsEnabled?: boolean; AlarmActions?: string[]; OKActions?: string[] }) =>
  estate().with(alarms, [{ AlarmName: 'CPU high', ActionsEnabled: true, ...body }]);

test('an alarm that calls a topic passes', () => {
  expect(alarm({ AlarmActions: [topic] }).verdict(cloudwatchAlarmWithoutAction)).toMatchObject({
    status: 'pass',
    parameters: { count: 1 },
  });
});

test('an alarm without actions fails', () => {
  expect(alarm({}).verdict(cloudwatchAlarmWithoutAction)).toMatchObject({ status: 'fail', reason: 'none' });
});

test('an alarm that tells only when all is well again fails', () => {
  expect(alarm({ OKActions: [topic] }).verdict(cloudwatchAlarmWithoutAction)).toMatchObject({
    status: 'fail',
    reason: 'none',
  });
});

test('an alarm whose actions are switched off fails', () => {
  expect(
    alarm({ ActionsEnabled: false, AlarmActions: [topic] }).verdict(cloudwatchAlarmWithoutAction),
  ).toMatchObject({ status: 'fail', reason: 'switched-off' });
});

test.each([
  'ALARM("CPU high") AND ALARM(Memory)',
  'NOT OK( CPU high )',
  'ALARM("arn:aws:cloudwatch:us-east-1:111122223333:alarm:CPU high")',
  'ALARM(Memory) OR INSUFFICIENT_DATA(CPU high)',
])('an alarm that the rule %s watches is silent by design', (AlarmRule) => {
  const watched = alarm({}).with(compositeAlarms, [{ AlarmName: 'service', AlarmRule }]);
  expect(watched.verdict(cloudwatchAlarmWithoutAction)).toMatchObject({
    status: 'pass',
    reason: 'in-composite',
  });
});

test('a rule about an alarm of another name does not help', () => {
  const other = alarm({}).with(compositeAlarms, [{ AlarmName: 'service', AlarmRule: 'ALARM("CPU high 2")' }]);
  expect(other.verdict(cloudwatchAlarmWithoutAction).status).toBe('fail');
});

test('composite alarms matter only to an alarm that does nothing itself', () => {
  expect(
    alarm({ AlarmActions: [topic] })
      .without(compositeAlarms)
      .verdict(cloudwatchAlarmWithoutAction).status,
  ).toBe('pass');
  expect(alarm({}).without(compositeAlarms).verdict(cloudwatchAlarmWithoutAction)).toMatchObject({
    status: 'unknown',
    missing: [
      {
        read: 'cloudwatch:DescribeAlarms/CompositeAlarm',
        outcome: 'denied',
        permission: 'cloudwatch:DescribeAlarms',
      },
    ],
  });
});

test('alarms that could not be listed are unknown', () => {
  expect(alarm({}).without(alarms).verdict(cloudwatchAlarmWithoutAction)).toMatchObject({
    status: 'unknown',
    missing: [{ read: 'cloudwatch:DescribeAlarms', permission: 'cloudwatch:DescribeAlarms' }],
  });
});
