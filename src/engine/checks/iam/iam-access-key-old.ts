import { z } from 'zod';
import { accessKeys } from '../../collectors/iam.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import { daysSince } from '../metrics.ts';

/** 90 days as CIS and FSBP ask for. */
export const iamAccessKeyOld = check({
  id: 'iam-access-key-old',
  version: 1,
  aspect: 'security-compliance',
  severity: 'medium',
  on: accessKeys,
  parameters: z.object({ days: z.number().int().min(1).default(90) }),
  references: ['CIS-7.0:2.12', 'FSBP:IAM.3', 'WA:SEC02-BP05'],
  effort: 'M',
  fix: {
    cli: ({ body }) =>
      `aws iam create-access-key --user-name ${body.UserName}\naws iam update-access-key --user-name ${body.UserName} --access-key-id ${body.AccessKeyId} --status Inactive\naws iam delete-access-key --user-name ${body.UserName} --access-key-id ${body.AccessKeyId}`,
  },
  judge(key, { now, parameters: { days } }) {
    const { Status: status, CreateDate: created } = key.body;
    if (status !== 'Active') return notApplicable('inactive');
    if (!created) return unknown('no-date');
    const age = daysSince(created, now);
    const seen = { Status: status, CreateDate: created };
    return age > days ? fail('old', { age, days }, { seen }) : pass('young', { age, days }, { seen });
  },
});
