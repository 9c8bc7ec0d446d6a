import { attachedUserPolicies, users } from '../../collectors/iam.ts';
import { check, fail, pass } from '../check.ts';

/** AWS's AdministratorAccess, attached to the user itself; what comes through groups is not read. */
export const iamUserAdministrator = check({
  id: 'iam-user-administrator',
  version: 1,
  aspect: 'security-compliance',
  severity: 'high',
  on: users,
  reads: [attachedUserPolicies],
  references: ['FSBP:IAM.2', 'WA:SEC03-BP02', 'WA:SEC02-BP02', 'HIPAA:164.312(a)(1)'],
  effort: 'M',
  fix: {
    cli: ({ name }) =>
      `aws iam detach-user-policy --user-name ${name} --policy-arn arn:aws:iam::aws:policy/AdministratorAccess`,
  },
  judge(user) {
    const attached = user.get(attachedUserPolicies) ?? [];
    const administrator = attached.some(({ PolicyArn }) =>
      PolicyArn?.endsWith(':iam::aws:policy/AdministratorAccess'),
    );
    return administrator ? fail('attached') : pass('not-attached');
  },
});
