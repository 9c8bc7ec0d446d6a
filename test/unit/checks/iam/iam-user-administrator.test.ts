import { expect, test } from 'vitest';
import { iamUserAdministrator } from '../../../../src/engine/checks/iam/iam-user-administrator.ts';
import { attachedUserPolicies } from '../../../../src/engine/collectors/iam.ts';
import { ana } from './user.ts';

test.each([
  ['arn:aws:iam::aws:policy/AdministratorAccess', 'fail'],
  ['arn:aws-cn:iam::aws:policy/AdministratorAccess', 'fail'],
  ['arn:aws:iam::aws:policy/ReadOnlyAccess', 'pass'],
  ['arn:aws:iam::111122223333:policy/AdministratorAccess', 'pass'],
])('a user with %s: %s', (PolicyArn, status) => {
  const user = ana().facet(attachedUserPolicies, 'ana', [{ PolicyName: 'x', PolicyArn }]);
  expect(user.verdict(iamUserAdministrator).status).toBe(status);
});

test('policies that could not be read are unknown', () => {
  const user = ana().facet(attachedUserPolicies, 'ana', []).without(attachedUserPolicies);
  expect(user.verdict(iamUserAdministrator).status).toBe('unknown');
});
