import { membership } from '../../collectors/organizations.ts';
import { account } from '../../collectors/sts.ts';
import { check, fail, pass } from '../check.ts';

export const organizationsAccountStandalone = check({
  id: 'organizations-account-standalone',
  version: 1,
  aspect: 'dimension',
  severity: 'medium',
  on: account,
  reads: [membership],
  references: ['WA:SEC01-BP01', 'WA:COST02-BP03'],
  effort: 'M',
  judge(subject) {
    const organization = subject.get(membership);
    if (!organization) return fail('standalone');
    const { Id, MasterAccountId } = organization;
    return pass('member', { organization: Id ?? '', management: MasterAccountId ?? '' });
  },
});
