import { roles } from '../../collectors/iam.ts';
import { check, fail, pass } from '../check.ts';
import { isPublic, judgePolicy } from '../policy-document.ts';
import { allowsAssume, demands } from './trust.ts';

/** An external id is a password that is written down in many places: with it alone the role is still a high risk. */
export const iamRolePublic = check({
  id: 'iam-role-public',
  version: 1,
  aspect: 'security-compliance',
  severity: 'critical',
  on: roles,
  references: ['CIS-7.0:2.21', 'WA:SEC03-BP07', 'HIPAA:164.312(a)(1)'],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws iam update-assume-role-policy --role-name ${name} --policy-document file://<trust policy>.json`,
  },
  judge: (role) =>
    judgePolicy(role.body.AssumeRolePolicyDocument, (statements) => {
      const open = statements.filter((statement) => allowsAssume(statement) && isPublic(statement));
      if (open.length === 0) return pass('not-public');
      const unguarded = open.find(
        ({ conditions }) => !conditions.some((condition) => demands(condition, ['sts:externalid'])),
      );
      const seen = { Sid: (unguarded ?? open[0])?.sid };
      return unguarded
        ? fail('public', {}, { seen })
        : fail('external-id-only', {}, { seen, severity: 'high' });
    }),
});
