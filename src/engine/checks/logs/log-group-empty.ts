import { z } from 'zod';
import { logGroups } from '../../collectors/logs.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';

const DAY = 86_400_000;

/** Left behind by what is gone, or by retention that outlived the writer; costs nothing and hides what matters. */
export const logGroupEmpty = check({
  id: 'log-group-empty',
  version: 1,
  aspect: 'dimension',
  severity: 'low',
  on: logGroups,
  parameters: z.object({ days: z.number().int().min(1).default(90) }),
  references: ['WA:COST04-BP03'],
  effort: 'S',
  fix: { cli: ({ name }) => `aws logs delete-log-group --log-group-name "${name}"` },
  judge(group, { now, parameters: { days } }) {
    const { storedBytes, creationTime, logGroupClass: logClass } = group.body;
    // This class hands its logs on and keeps them for a day or two.
    if (logClass === 'DELIVERY') return notApplicable('delivery-class');
    if (storedBytes === undefined || creationTime === undefined) return unknown('no-size');
    const seen = { storedBytes, metricFilterCount: group.body.metricFilterCount };
    if (storedBytes > 0) return pass('holds-logs', {}, { seen });
    const age = Math.floor((now.getTime() - creationTime) / DAY);
    return age < days ? notApplicable('too-young', { days }) : fail('empty', { age }, { seen });
  },
});
