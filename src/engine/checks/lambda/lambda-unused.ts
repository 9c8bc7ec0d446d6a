import { functions, invocations } from '../../collectors/lambda.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { daysSince, summarize } from '../metrics.ts';

const DAYS = 30;

/** An idle function costs nothing; its code, its role and its dependencies age. AWS keeps no date of its creation. */
export const lambdaUnused = check({
  id: 'lambda-unused',
  version: 1,
  aspect: 'resource-usage',
  severity: 'low',
  on: functions,
  reads: [invocations],
  references: ['WA:COST04-BP03'],
  effort: 'S',
  fix: { cli: ({ name }) => `aws lambda delete-function --function-name ${name}` },
  judge(one, { now }) {
    const { LastModified: modified, Runtime: runtime } = one.body;
    if (!modified || daysSince(modified, now) < DAYS) return notApplicable('too-young', { days: DAYS });
    const { sum = 0 } = summarize(one.get(invocations), 'on-activity') ?? {};
    const seen = { LastModified: modified, Runtime: runtime, Invocations: sum };
    return sum > 0
      ? pass('used', { count: sum, days: DAYS }, { seen })
      : fail('unused', { modified, days: DAYS }, { seen });
  },
});
