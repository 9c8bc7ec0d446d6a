import { accountSummary } from '../../collectors/iam.ts';
import { account } from '../../collectors/sts.ts';
import { check, fail, pass, unknown } from '../check.ts';

export const iamRootAccessKey = check({
  id: 'iam-root-access-key',
  version: 1,
  aspect: 'security-compliance',
  severity: 'critical',
  on: account,
  reads: [accountSummary],
  references: ['CIS-7.0:2.4', 'FSBP:IAM.4', 'WA:SEC01-BP02', 'HIPAA:164.312(a)(1)'],
  effort: 'S',
  judge(subject) {
    const { AccountAccessKeysPresent } = subject.get(accountSummary) ?? {};
    if (AccountAccessKeysPresent === undefined) return unknown('not-said');
    const seen = { AccountAccessKeysPresent };
    return AccountAccessKeysPresent > 0 ? fail('key', {}, { seen }) : pass('no-key', {}, { seen });
  },
});
