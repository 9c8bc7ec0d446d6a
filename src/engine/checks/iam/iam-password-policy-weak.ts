import { z } from 'zod';
import { accountSummary, passwordPolicy } from '../../collectors/iam.ts';
import { account } from '../../collectors/sts.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

/** 14 characters and 24 remembered passwords as CIS asks for. An account without users has no passwords to rule. */
export const iamPasswordPolicyWeak = check({
  id: 'iam-password-policy-weak',
  version: 1,
  aspect: 'security-compliance',
  severity: 'medium',
  on: account,
  reads: [accountSummary, passwordPolicy],
  parameters: z.object({
    length: z.number().int().min(6).max(128).default(14),
    remembered: z.number().int().min(1).max(24).default(24),
  }),
  references: ['CIS-7.0:2.8', 'CIS-7.0:2.9', 'FSBP:IAM.7', 'WA:SEC02-BP01', 'HIPAA:164.312(d)'],
  effort: 'S',
  fix: {
    cli: () =>
      'aws iam update-account-password-policy --minimum-password-length 14 --password-reuse-prevention 24 --require-symbols --require-numbers --require-uppercase-characters --require-lowercase-characters --allow-users-to-change-password',
    terraform: () =>
      'resource "aws_iam_account_password_policy" "<name>" {\n  minimum_password_length   = 14\n  password_reuse_prevention = 24\n}',
  },
  judge(subject, { parameters }) {
    if (subject.get(accountSummary)?.Users === 0) return notApplicable('no-users');
    const policy = subject.get(passwordPolicy);
    if (!policy) return fail('none');
    // IAM leaves the number out where it remembers none, and asks for six characters at least.
    const { MinimumPasswordLength: length = 6, PasswordReusePrevention: remembered = 0 } = policy;
    const values = {
      length,
      remembered,
      wantedLength: parameters.length,
      wantedRemembered: parameters.remembered,
    };
    const seen = { MinimumPasswordLength: length, PasswordReusePrevention: remembered };
    return length < parameters.length || remembered < parameters.remembered
      ? fail('weak', values, { seen })
      : pass('strong', values, { seen });
  },
});
