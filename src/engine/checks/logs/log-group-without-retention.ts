import { z } from 'zod';
import { trails } from '../../collectors/cloudtrail.ts';
import { logGroups } from '../../collectors/logs.ts';
import { retentionSaving } from '../../pricing/logs.ts';
import { micros, saving } from '../../pricing/saving.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import type { KeyOf } from '../vpc/keys.ts';

const DAY = 86_400_000;
const GIB = 1024 ** 3;

/** Names that say that a law or an auditor may want the logs for years (HIPAA documentation: six). */
const audit = /cloudtrail|audit/i;

const deliveredTo: KeyOf<typeof trails> = ({ body }) => body.CloudWatchLogsLogGroupArn?.replace(/:\*$/, '');

/** Ingestion costs some seventeen times a month of storage, so this is a small lever, and an upper bound. */
export const logGroupWithoutRetention = check({
  id: 'log-group-without-retention',
  version: 1,
  aspect: 'cost-optimization',
  severity: 'low',
  on: logGroups,
  reads: [trails],
  parameters: z.object({
    /** Retention that the amount is reckoned with; one of the values that CloudWatch Logs takes. */
    days: z
      .literal([
        1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
        3653,
      ])
      .default(365),
  }),
  references: ['WA:COST04-BP05'],
  effort: 'S',
  fix: {
    cli: ({ name }) => `aws logs put-retention-policy --log-group-name "${name}" --retention-in-days <days>`,
    terraform: () => 'resource "aws_cloudwatch_log_group" "<name>" {\n  retention_in_days = <days>\n}',
  },
  judge(group, { now, estate, prices, parameters: { days } }) {
    const {
      retentionInDays: retention,
      storedBytes,
      creationTime,
      logGroupClass: logClass = 'STANDARD',
    } = group.body;
    if (logClass === 'DELIVERY') return notApplicable('delivery-class');
    if (retention !== undefined)
      return pass('retention', { days: retention }, { seen: { retentionInDays: retention } });
    if (audit.test(group.name) || estate.index(trails, deliveredTo).has(group.arn))
      return notApplicable('audit');
    if (storedBytes === undefined || creationTime === undefined) return unknown('no-size');
    const ageDays = Math.floor((now.getTime() - creationTime) / DAY);
    const size = Math.round((storedBytes / GIB) * 100) / 100;
    const seen = { storedBytes, creationTime: new Date(creationTime).toISOString(), logGroupClass: logClass };
    const amount = retentionSaving(prices, group.region, { logClass, storedBytes, ageDays, keepDays: days });
    const gain = saving(prices, amount, {
      basis: `${size} GiB kept ${ageDays} days, cut to ${days} days`,
      effort: 'S',
      restart: false,
      confidence: 'low',
      action: 'configure',
      advisory: 'upper-bound',
    });
    if (!amount || !gain) return fail('never', { size, age: ageDays }, { seen });
    return fail('never-amount', { size, age: ageDays, days, amount: micros(amount) }, { seen, saving: gain });
  },
});
