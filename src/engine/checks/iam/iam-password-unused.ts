import { z } from 'zod';
import { loginProfile, users } from '../../collectors/iam.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import { daysSince } from '../metrics.ts';

/** 45 days as CIS asks for. */
export const iamPasswordUnused = check({
  id: 'iam-password-unused',
  version: 1,
  aspect: 'security-compliance',
  severity: 'medium',
  on: users,
  reads: [loginProfile],
  parameters: z.object({ days: z.number().int().min(1).default(45) }),
  references: ['CIS-7.0:2.11', 'FSBP:IAM.8', 'WA:SEC02-BP05'],
  effort: 'S',
  fix: { cli: ({ name }) => `aws iam delete-login-profile --user-name ${name}` },
  judge(user, { now, parameters: { days } }) {
    const profile = user.get(loginProfile);
    if (!profile) return notApplicable('no-password');
    const { PasswordLastUsed: used } = user.body;
    const { CreateDate: created } = profile;
    const seen = { PasswordLastUsed: used, CreateDate: created };
    if (used) {
      const since = daysSince(used, now);
      return since >= days ? fail('unused', { since, days }, { seen }) : pass('used', { since }, { seen });
    }
    if (!created) return unknown('no-date');
    const age = daysSince(created, now);
    return age >= days
      ? fail('never-used', { age, days }, { seen })
      : notApplicable('too-young', { age, days }, { seen });
  },
});
