import { expect, test } from 'vitest';
import { kmsKeyPolicyPublic } from '../../../../src/engine/checks/kms/kms-key-policy-public.ts';
import { keyMetadata, keyPolicy, keys } from '../../../../src/engine/collectors/kms.ts';
import { key, readDenied } from './fixtures.ts';

const policy = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const everybody = { Sid: 'Open', Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*' };
const root = {
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'kms:*',
  Resource: '*',
};
const withPolicy = (...statements: object[]) => key().facet(keyPolicy, 'key-1', policy(...statements));

test('a key that everybody may decrypt with fails', () => {
  expect(withPolicy(root, everybody).verdict(kmsKeyPolicyPublic)).toMatchObject({
    status: 'fail',
    reason: 'public',
    parameters: { actions: ['kms:Decrypt'] },
    seen: { Statements: ['Open kms:Decrypt'] },
  });
});

test('a key for its own account passes', () => {
  expect(withPolicy(root).verdict(kmsKeyPolicyPublic)).toMatchObject({ status: 'pass', reason: 'private' });
});

test.each([
  { StringEquals: { 'kms:CallerAccount': '111122223333' } },
  { StringEquals: { 'aws:PrincipalOrgID': 'o-example' } },
])('everybody under %o is not everybody', (Condition) => {
  expect(withPolicy(root, { ...everybody, Condition }).verdict(kmsKeyPolicyPublic).status).toBe('pass');
});

test('a key of an AWS service is not applicable, and its policy is not asked', () => {
  expect(key({ KeyManager: 'AWS' }).without(keyPolicy).verdict(kmsKeyPolicyPublic)).toMatchObject({
    status: 'not-applicable',
    reason: 'aws-managed',
  });
});

test('a policy that cannot be read is unknown', () => {
  expect(key().facet(keyPolicy, 'key-1', 'nonsense').verdict(kmsKeyPolicyPublic)).toMatchObject({
    status: 'unknown',
    reason: 'policy-malformed',
  });
});

test.each([
  [keyPolicy, 'kms:GetKeyPolicy'],
  [keyMetadata, 'kms:DescribeKey'],
  [keys, 'kms:ListKeys'],
] as const)('what could not be read is unknown', (read, id) => {
  expect(withPolicy(root).without(read).verdict(kmsKeyPolicyPublic)).toMatchObject(readDenied(id));
});
