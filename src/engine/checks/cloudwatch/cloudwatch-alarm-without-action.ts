import { alarms, compositeAlarms } from '../../collectors/cloudwatch.ts';
import { check, fail, pass } from '../check.ts';
import type { KeyOf } from '../vpc/keys.ts';

const term = /\b(?:ALARM|OK|INSUFFICIENT_DATA)\(\s*(?:"([^"]*)"|([^)]*?))\s*\)/g;

/** Names of the alarms that a composite alarm's rule watches, written as names or as ARNs. */
const children: KeyOf<typeof compositeAlarms> = ({ body }) =>
  Array.from((body.AlarmRule ?? '').matchAll(term), ([, quoted, bare]) =>
    (quoted ?? bare ?? '').replace(/^arn:.*?:alarm:/, ''),
  );

/** An alarm that a composite alarm watches is silent by design: the composite one tells. */
export const cloudwatchAlarmWithoutAction = check({
  id: 'cloudwatch-alarm-without-action',
  version: 1,
  aspect: 'best-practices',
  severity: 'low',
  on: alarms,
  reads: [compositeAlarms],
  references: ['WA:OPS08-BP04', 'WA:REL06-BP03'],
  effort: 'S',
  fix: {
    terraform: () =>
      'resource "aws_cloudwatch_metric_alarm" "<name>" {\n  alarm_actions = ["<topic ARN>"]\n}',
  },
  judge(alarm, { estate }) {
    const { ActionsEnabled: enabled, AlarmActions: actions = [], OKActions: ok = [] } = alarm.body;
    const seen = { ActionsEnabled: enabled, AlarmActions: actions, OKActions: ok };
    if (enabled && actions.length > 0) return pass('acts', { count: actions.length }, { seen });
    if (estate.index(compositeAlarms, children).has(alarm.name)) return pass('in-composite', {}, { seen });
    return actions.length > 0 ? fail('switched-off', {}, { seen }) : fail('none', {}, { seen });
  },
});
