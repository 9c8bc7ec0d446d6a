import { attachedUserPolicies, userPolicies, users } from '../../collectors/iam.ts';
import { check, fail, pass } from '../check.ts';
import { byOwner } from './owner.ts';

export const iamUserDirectPolicies = check({
  id: 'iam-user-direct-policies',
  version: 1,
  aspect: 'security-compliance',
  severity: 'low',
  on: users,
  reads: [attachedUserPolicies, userPolicies],
  references: ['CIS-7.0:2.13', 'FSBP:IAM.2', 'WA:SEC03-BP02', 'HIPAA:164.312(a)(1)'],
  effort: 'M',
  fix: {
    cli: ({ name }) =>
      `aws iam add-user-to-group --user-name ${name} --group-name <group>\naws iam detach-user-policy --user-name ${name} --policy-arn <policy>`,
  },
  judge(user, { estate }) {
    const attached = (user.get(attachedUserPolicies) ?? []).map(({ PolicyName }) => PolicyName ?? '');
    const inline = (estate.index(userPolicies, byOwner).get(user.arn) ?? []).map(({ body }) => body);
    const policies = [...attached, ...inline];
    if (policies.length === 0) return pass('none');
    return fail('direct', { policies }, { seen: { attached, inline } });
  },
});
