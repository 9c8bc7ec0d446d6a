import { expect, test } from 'vitest';
import { iamPolicyAdministrator } from '../../../../src/engine/checks/iam/iam-policy-administrator.ts';
import { policies, policyVersion } from '../../../../src/engine/collectors/iam.ts';
import { estate } from '../../../support/estate.ts';

const policy = (document: string, AttachmentCount = 2) =>
  estate()
    .with(policies, [
      {
        PolicyName: 'Team',
        Arn: 'arn:aws:iam::111122223333:policy/Team',
        DefaultVersionId: 'v3',
        AttachmentCount,
      },
    ])
    .facet(policyVersion, 'Team', { VersionId: 'v3', Document: document });

const encoded = (...Statement: object[]) =>
  encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement }));
const everything = { Effect: 'Allow', Action: '*', Resource: '*' };

test('a policy that allows everything fails, with the number of its attachments', () => {
  expect(policy(encoded(everything)).verdict(iamPolicyAdministrator)).toMatchObject({
    status: 'fail',
    reason: 'attached',
    parameters: { attachments: 2 },
  });
});

test('one that is attached to nothing is a small matter', () => {
  expect(policy(encoded(everything), 0).verdict(iamPolicyAdministrator)).toMatchObject({
    status: 'fail',
    reason: 'not-attached',
    severity: 'low',
  });
});

test('a policy of one service passes', () => {
  const document = encoded({ Effect: 'Allow', Action: 's3:*', Resource: '*' });
  expect(policy(document).verdict(iamPolicyAdministrator).status).toBe('pass');
});

test('a document that is none is unknown and says what is wrong', () => {
  expect(policy('%7B%22Statement').verdict(iamPolicyAdministrator)).toMatchObject({
    status: 'unknown',
    reason: 'policy-malformed',
    parameters: { problem: 'it is not JSON' },
  });
});

test('a document that could not be read is unknown', () => {
  expect(policy(encoded(everything)).without(policyVersion).verdict(iamPolicyAdministrator)).toMatchObject({
    status: 'unknown',
    missing: [{ read: 'iam:GetPolicyVersion' }],
  });
});
