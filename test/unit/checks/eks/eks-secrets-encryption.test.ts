import { expect, test } from 'vitest';
import { eksSecretsEncryption } from '../../../../src/engine/checks/eks/eks-secrets-encryption.ts';
import { clusters } from '../../../../src/engine/collectors/eks.ts';
import { cluster } from './cluster.ts';

const key = 'arn:aws:kms:us-east-1:111122223333:key/1';
const encryptionConfig = [{ resources: ['secrets'], provider: { keyArn: key } }];

test('before 1.28, secrets without a key fail', () => {
  expect(cluster({ version: '1.27' }).verdict(eksSecretsEncryption)).toMatchObject({
    status: 'fail',
    reason: 'not-encrypted',
  });
  expect(cluster({ version: '1.27', encryptionConfig }).verdict(eksSecretsEncryption)).toMatchObject({
    status: 'pass',
    parameters: { key },
  });
});

test('from 1.28 on EKS encrypts by itself, which passes', () => {
  expect(cluster({ version: '1.33' }).verdict(eksSecretsEncryption)).toMatchObject({
    status: 'pass',
    reason: 'aws-key',
  });
});

test('a client who must hold the key can ask for it', () => {
  const options = { parameters: { ownKey: true } };
  expect(cluster({ version: '1.33' }).verdict(eksSecretsEncryption, options).reason).toBe('aws-key-only');
  expect(cluster({ version: '1.33', encryptionConfig }).verdict(eksSecretsEncryption, options).status).toBe(
    'pass',
  );
});

test('a cluster without a version, or that was not read, is unknown', () => {
  expect(cluster().verdict(eksSecretsEncryption)).toMatchObject({ status: 'unknown', reason: 'no-version' });
  expect(cluster({ version: '1.27' }).without(clusters).verdict(eksSecretsEncryption).status).toBe('unknown');
});
