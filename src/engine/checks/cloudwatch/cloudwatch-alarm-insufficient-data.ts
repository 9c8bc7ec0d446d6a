import { z } from 'zod';
import { alarms } from '../../collectors/cloudwatch.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { daysSince } from '../metrics.ts';

export const cloudwatchAlarmInsufficientData = check({
  id: 'cloudwatch-alarm-insufficient-data',
  version: 1,
  aspect: 'best-practices',
  severity: 'low',
  on: alarms,
  parameters: z.object({ days: z.number().int().min(1).default(7) }),
  references: ['WA:OPS08-BP04', 'WA:REL06-BP01'],
  effort: 'S',
  fix: {
    // Names of alarms are free text, so the shell must not read them.
    cli: ({ name }) => `aws cloudwatch delete-alarms --alarm-names '${name.replaceAll("'", `'\\''`)}'`,
    terraform: () =>
      'resource "aws_cloudwatch_metric_alarm" "<name>" {\n  treat_missing_data = "notBreaching"\n}',
  },
  judge(alarm, { now, parameters: { days } }) {
    const {
      StateValue: state,
      MetricName: metric,
      Namespace: namespace,
      TreatMissingData: missing,
    } = alarm.body;
    const since = alarm.body.StateTransitionedTimestamp ?? alarm.body.StateUpdatedTimestamp;
    const seen = { StateValue: state, Namespace: namespace, MetricName: metric, TreatMissingData: missing };
    if (state !== 'INSUFFICIENT_DATA') return pass('data', { state: state ?? '' }, { seen });
    if (!since || daysSince(since, now) < days) return notApplicable('recent', { days });
    return fail('no-data', { since, metric: metric ?? '', namespace: namespace ?? '' }, { seen });
  },
});
