import { rolePolicies, rolePolicyDocument, userPolicies, userPolicyDocument } from '../../collectors/iam.ts';
import { check, fail, pass } from '../check.ts';
import { grantsAdmin, judgePolicy } from '../policy-document.ts';

export const iamInlinePolicyAdministrator = check({
  id: 'iam-inline-policy-administrator',
  version: 1,
  aspect: 'security-compliance',
  severity: 'high',
  on: [rolePolicies, userPolicies],
  reads: [rolePolicyDocument, userPolicyDocument],
  references: ['WA:SEC03-BP02', 'HIPAA:164.312(a)(1)'],
  effort: 'M',
  judge: (policy) => {
    const document = policy.type === rolePolicies.type ? rolePolicyDocument : userPolicyDocument;
    return judgePolicy(policy.get(document), (statements) => {
      const statement = statements.find(grantsAdmin);
      return statement ? fail('admin', {}, { seen: { Sid: statement.sid } }) : pass('narrower');
    });
  },
});
