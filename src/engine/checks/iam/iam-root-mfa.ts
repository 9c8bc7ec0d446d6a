import { accountSummary } from '../../collectors/iam.ts';
import { account } from '../../collectors/sts.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';

/** Member accounts whose root credentials were taken away centrally have no MFA and need none. */
export const iamRootMfa = check({
  id: 'iam-root-mfa',
  version: 1,
  aspect: 'security-compliance',
  severity: 'critical',
  on: account,
  reads: [accountSummary],
  references: ['CIS-7.0:2.5', 'WA:SEC01-BP02', 'HIPAA:164.312(d)'],
  effort: 'S',
  judge(subject) {
    const { AccountMFAEnabled, AccountPasswordPresent, AccountAccessKeysPresent } =
      subject.get(accountSummary) ?? {};
    if (AccountMFAEnabled === undefined) return unknown('not-said');
    const seen = { AccountMFAEnabled, AccountPasswordPresent, AccountAccessKeysPresent };
    if (AccountMFAEnabled > 0) return pass('mfa', {}, { seen });
    if (AccountPasswordPresent === 0 && AccountAccessKeysPresent === 0)
      return notApplicable('no-credentials', {}, { seen });
    return fail('no-mfa', {}, { seen });
  },
});
