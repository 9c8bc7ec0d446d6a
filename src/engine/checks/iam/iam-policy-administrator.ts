import { policies, policyVersion } from '../../collectors/iam.ts';
import { check, fail, pass } from '../check.ts';
import { grantsAdmin, judgePolicy } from '../policy-document.ts';

/** The client's own managed policies; AWS's AdministratorAccess is another check's. */
export const iamPolicyAdministrator = check({
  id: 'iam-policy-administrator',
  version: 1,
  aspect: 'security-compliance',
  severity: 'high',
  on: policies,
  reads: [policyVersion],
  references: ['CIS-7.0:2.14', 'FSBP:IAM.1', 'WA:SEC03-BP02', 'HIPAA:164.312(a)(1)'],
  effort: 'M',
  fix: {
    cli: ({ arn }) =>
      `aws iam create-policy-version --policy-arn ${arn} --policy-document file://<narrower policy>.json --set-as-default`,
  },
  judge: (policy) =>
    judgePolicy(policy.get(policyVersion)?.Document, (statements) => {
      const { AttachmentCount: attachments = 0, DefaultVersionId: version } = policy.body;
      const statement = statements.find(grantsAdmin);
      if (!statement) return pass('narrower');
      const seen = { Sid: statement.sid, DefaultVersionId: version, AttachmentCount: attachments };
      return attachments > 0
        ? fail('attached', { attachments }, { seen })
        : fail('not-attached', {}, { seen, severity: 'low' });
    }),
});
