import { listing } from './read.ts';

const page = { output: 'NextToken', input: 'NextToken' };

export const alarms = listing({
  service: 'cloudwatch',
  operation: 'DescribeAlarms',
  type: 'AWS::CloudWatch::Alarm',
  volatile: [
    'EvaluationState',
    'StateReason',
    'StateReasonData',
    'StateTransitionedTimestamp',
    'StateUpdatedTimestamp',
    'StateValue',
  ],
  page,
  input: () => ({ AlarmTypes: ['MetricAlarm' as const], MaxRecords: 100 }),
  items: (output) => output.MetricAlarms,
  identify: (alarm, at) => ({
    arn: alarm.AlarmArn ?? at.arn('cloudwatch', `alarm:${alarm.AlarmName}`),
    name: alarm.AlarmName,
  }),
  tags: 'tagging-api',
});

/** Alarms that are made of other alarms. */
export const compositeAlarms = listing({
  service: 'cloudwatch',
  operation: 'DescribeAlarms',
  suffix: 'CompositeAlarm',
  type: 'AWS::CloudWatch::CompositeAlarm',
  volatile: [
    'ActionsSuppressedBy',
    'ActionsSuppressedReason',
    'StateReason',
    'StateReasonData',
    'StateTransitionedTimestamp',
    'StateUpdatedTimestamp',
    'StateValue',
  ],
  page,
  input: () => ({ AlarmTypes: ['CompositeAlarm' as const], MaxRecords: 100 }),
  items: (output) => output.CompositeAlarms,
  identify: (alarm, at) => ({
    arn: alarm.AlarmArn ?? at.arn('cloudwatch', `alarm:${alarm.AlarmName}`),
    name: alarm.AlarmName,
  }),
  tags: 'tagging-api',
});
