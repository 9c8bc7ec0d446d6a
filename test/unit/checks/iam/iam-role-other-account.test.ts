import { expect, test } from 'vitest';
import { iamRoleOtherAccount } from '../../../../src/engine/checks/iam/iam-role-other-account.ts';
import { membership } from '../../../../src/engine/collectors/organizations.ts';
import { account } from '../../../../src/engine/collectors/sts.ts';
import { ACCOUNT } from '../../../support/estate.ts';
import { role, trust } from './role.ts';

const OTHER = '999988887777';
const other = { AWS: `arn:aws:iam::${OTHER}:root` };

const inOrganization = (MasterAccountId: string | null, ...statements: object[]) =>
  role(...statements)
    .with(account, [{ Account: ACCOUNT }])
    .facet(membership, ACCOUNT, MasterAccountId === null ? null : { Id: 'o-1', MasterAccountId });

test('a role that trusts another account without a further condition fails and names it', () => {
  expect(inOrganization(null, trust(other)).verdict(iamRoleOtherAccount)).toMatchObject({
    status: 'fail',
    reason: 'unguarded',
    parameters: { accounts: [OTHER] },
  });
});

test('the bare account number is the same account', () => {
  expect(inOrganization(null, trust({ AWS: OTHER })).verdict(iamRoleOtherAccount).status).toBe('fail');
});

test.each([
  { StringEquals: { 'sts:ExternalId': 'abc-123' } },
  { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } },
  { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
])('%j guards it', (Condition) => {
  expect(role(trust(other, { Condition })).verdict(iamRoleOtherAccount)).toMatchObject({
    status: 'pass',
    parameters: { accounts: [OTHER] },
  });
});

test('the management account of the organization may come in: its administration role works so', () => {
  expect(inOrganization(OTHER, trust(other)).verdict(iamRoleOtherAccount).status).toBe('pass');
});

test('an account that the client has named as its own passes', () => {
  const options = { parameters: { known: [OTHER] } };
  expect(role(trust(other)).verdict(iamRoleOtherAccount, options).status).toBe('pass');
});

test.each([
  ['a service', { Service: 'lambda.amazonaws.com' }],
  ['its own account', { AWS: `arn:aws:iam::${ACCOUNT}:role/ci` }],
  ['a principal that was deleted', { AWS: 'AROAEXAMPLE' }],
])('a role that trusts %s is not applicable', (_who, principal) => {
  expect(role(trust(principal)).verdict(iamRoleOtherAccount)).toMatchObject({
    status: 'not-applicable',
    reason: 'no-other-account',
  });
});

test('where the organization could not be read, an unguarded account is unknown', () => {
  expect(inOrganization(OTHER, trust(other)).without(membership).verdict(iamRoleOtherAccount)).toMatchObject({
    status: 'unknown',
    missing: [{ permission: 'organizations:DescribeOrganization' }],
  });
});
