import { expect, test } from 'vitest';
import { iamInlinePolicyAdministrator } from '../../../../src/engine/checks/iam/iam-inline-policy-administrator.ts';
import {
  rolePolicies,
  rolePolicyDocument,
  roles,
  userPolicies,
  userPolicyDocument,
} from '../../../../src/engine/collectors/iam.ts';
import { ACCOUNT, estate } from '../../../support/estate.ts';
import { ana, daysAgo } from './user.ts';

const document = (Action: string) =>
  JSON.stringify({ Statement: { Effect: 'Allow', Action, Resource: '*' } });

const role = (Action: string) =>
  estate()
    .with(roles, [
      {
        Path: '/ci/',
        RoleName: 'deploy',
        RoleId: 'AROA1',
        Arn: `arn:aws:iam::${ACCOUNT}:role/ci/deploy`,
        CreateDate: daysAgo(90),
      },
    ])
    .with(rolePolicies, ['all'], { parent: 'deploy' })
    .facet(rolePolicyDocument, 'deploy all', document(Action));

test.each([
  ['*', 'fail'],
  ['ec2:*', 'pass'],
])('an inline policy of a role with the action %s: %s', (action, status) => {
  expect(role(action).verdict(iamInlinePolicyAdministrator).status).toBe(status);
});

test('an inline policy of a user is judged as well', () => {
  const user = ana()
    .with(userPolicies, ['all'], { parent: 'ana' })
    .facet(userPolicyDocument, 'ana all', document('*'));
  expect(user.verdict(iamInlinePolicyAdministrator)).toMatchObject({ status: 'fail', reason: 'admin' });
});

test('a document that could not be read is unknown', () => {
  expect(role('*').without(rolePolicyDocument).verdict(iamInlinePolicyAdministrator)).toMatchObject({
    status: 'unknown',
    missing: [{ read: 'iam:GetRolePolicy' }],
  });
});
