import { expect, test } from 'vitest';
import { iamRolePublic } from '../../../../src/engine/checks/iam/iam-role-public.ts';
import { roles } from '../../../../src/engine/collectors/iam.ts';
import { role, trust } from './role.ts';

test('a role that trusts everybody fails', () => {
  expect(role(trust({ AWS: '*' })).verdict(iamRolePublic)).toMatchObject({
    status: 'fail',
    reason: 'public',
  });
});

test('an external id alone makes it a high risk instead of a critical one', () => {
  const Condition = { StringEquals: { 'sts:ExternalId': 's3cret' } };
  expect(role(trust('*', { Condition })).verdict(iamRolePublic)).toMatchObject({
    status: 'fail',
    reason: 'external-id-only',
    severity: 'high',
  });
});

test('an external id that may be anything is none', () => {
  const Condition = { StringLike: { 'sts:ExternalId': '*' } };
  expect(role(trust('*', { Condition })).verdict(iamRolePublic).reason).toBe('public');
});

test.each([
  ['a service', trust({ Service: 'ec2.amazonaws.com' })],
  ['another account', trust({ AWS: 'arn:aws:iam::999988887777:root' })],
  [
    'the organization',
    trust({ AWS: '*' }, { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } } }),
  ],
])('a role that trusts %s passes', (_who, statement) => {
  expect(role(statement).verdict(iamRolePublic).status).toBe('pass');
});

test('a public statement about something else than taking the role on passes', () => {
  expect(role(trust('*', { Action: 'sts:TagSession' })).verdict(iamRolePublic).status).toBe('pass');
});

test('roles that could not be listed are unknown', () => {
  expect(role(trust('*')).without(roles).verdict(iamRolePublic).status).toBe('unknown');
});

test('a trust policy that is none is unknown', () => {
  expect(role({ Effect: 'Maybe' }).verdict(iamRolePublic)).toMatchObject({
    status: 'unknown',
    reason: 'policy-malformed',
  });
});
