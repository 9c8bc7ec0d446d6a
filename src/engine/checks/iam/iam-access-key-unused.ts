import { z } from 'zod';
import { accessKeyLastUsed, accessKeys } from '../../collectors/iam.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import { daysSince } from '../metrics.ts';

/** 45 days as CIS asks for. IAM has tracked the use of keys since April 2015. */
export const iamAccessKeyUnused = check({
  id: 'iam-access-key-unused',
  version: 1,
  aspect: 'security-compliance',
  severity: 'medium',
  on: accessKeys,
  reads: [accessKeyLastUsed],
  parameters: z.object({ days: z.number().int().min(1).default(45) }),
  references: ['CIS-7.0:2.11', 'FSBP:IAM.8', 'WA:SEC02-BP05'],
  effort: 'S',
  fix: {
    cli: ({ body }) =>
      `aws iam update-access-key --user-name ${body.UserName} --access-key-id ${body.AccessKeyId} --status Inactive`,
  },
  judge(key, { now, parameters: { days } }) {
    const { Status: status, CreateDate: created } = key.body;
    if (status !== 'Active') return notApplicable('inactive');
    if (!created) return unknown('no-date');
    const used = key.get(accessKeyLastUsed)?.LastUsedDate;
    const seen = { Status: status, CreateDate: created, LastUsedDate: used };
    if (used) {
      const since = daysSince(used, now);
      return since >= days ? fail('unused', { since, days }, { seen }) : pass('used', { since }, { seen });
    }
    const age = daysSince(created, now);
    return age >= days
      ? fail('never-used', { age, days }, { seen })
      : notApplicable('too-young', { age, days }, { seen });
  },
});
