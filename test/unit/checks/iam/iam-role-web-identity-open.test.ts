import { expect, test } from 'vitest';
import { iamRoleWebIdentityOpen } from '../../../../src/engine/checks/iam/iam-role-web-identity-open.ts';
import { roles } from '../../../../src/engine/collectors/iam.ts';
import { role, trust } from './role.ts';

const GITHUB = 'token.actions.githubusercontent.com';
const github = (Condition?: object) =>
  role(
    trust(
      { Federated: `arn:aws:iam::111122223333:oidc-provider/${GITHUB}` },
      { Action: 'sts:AssumeRoleWithWebIdentity', Condition },
    ),
  );
const subject = (operator: string, value: string | string[]) => ({
  StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com' },
  [operator]: { [`${GITHUB}:sub`]: value },
});

test.each([
  ['no condition', undefined],
  ['the audience alone', { StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com' } }],
  ['any subject', subject('StringLike', '*')],
  ['any repository', subject('StringLike', 'repo:*')],
  ['any owner', subject('StringLike', 'repo:*/app:ref:refs/heads/main')],
  ['owners that begin alike', subject('StringLike', 'repo:acme*')],
  ['one of two that is open', subject('StringLike', ['repo:acme/app:*', 'repo:*'])],
  ['a subject only if there is one', subject('StringLikeIfExists', 'repo:acme/app:*')],
])('GitHub with %s fails', (_what, condition) => {
  expect(github(condition).verdict(iamRoleWebIdentityOpen)).toMatchObject({
    status: 'fail',
    parameters: { issuer: GITHUB, claim: `${GITHUB}:sub` },
  });
});

test.each([
  ['one branch', subject('ForAnyValue:StringEquals', 'repo:acme/app:ref:refs/heads/main')],
  ['one repository', subject('StringLike', 'repo:acme/app:*')],
  ['one owner', subject('StringLike', 'repo:acme/*')],
])('GitHub with %s passes', (_what, condition) => {
  expect(github(condition).verdict(iamRoleWebIdentityOpen).status).toBe('pass');
});

test('Cognito is held to the identity pool', () => {
  const cognito = (Condition?: object) =>
    role(
      trust(
        { Federated: 'cognito-identity.amazonaws.com' },
        { Action: 'sts:AssumeRoleWithWebIdentity', Condition },
      ),
    );
  expect(cognito().verdict(iamRoleWebIdentityOpen).status).toBe('fail');
  const pool = { StringEquals: { 'cognito-identity.amazonaws.com:aud': 'us-east-1:1234' } };
  expect(cognito(pool).verdict(iamRoleWebIdentityOpen).status).toBe('pass');
});

test('the issuer of one cluster, and a service, are not applicable', () => {
  const cluster = 'arn:aws:iam::111122223333:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/ABC';
  expect(role(trust({ Federated: cluster })).verdict(iamRoleWebIdentityOpen)).toMatchObject({
    status: 'not-applicable',
    reason: 'no-shared-issuer',
  });
});

test('roles that could not be listed are unknown', () => {
  expect(github().without(roles).verdict(iamRoleWebIdentityOpen).status).toBe('unknown');
});
