import { expect, test } from 'vitest';
import { s3SensitiveWithoutKms } from '../../../../src/engine/checks/s3/s3-sensitive-without-kms.ts';
import { bucketEncryption, buckets } from '../../../../src/engine/collectors/s3.ts';
import { taggedResources } from '../../../../src/engine/collectors/tagging.ts';
import { bucket, bucketsDenied, readDenied } from './fixtures.ts';

const tagged = (Key: string, Value: string) =>
  bucket().with(taggedResources, [{ ResourceARN: 'arn:aws:s3:::records', Tags: [{ Key, Value }] }]);
const encryptedWith = (algorithm: 'AES256' | 'aws:kms' | 'aws:kms:dsse') => ({
  Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: algorithm } }],
});

test.each(['aws:kms', 'aws:kms:dsse'] as const)('sensitive data under %s passes', (algorithm) => {
  const verdict = tagged('DataClass', 'PHI')
    .facet(bucketEncryption, 'records', encryptedWith(algorithm))
    .verdict(s3SensitiveWithoutKms);
  expect(verdict).toMatchObject({ status: 'pass', reason: 'kms' });
});

test.each([
  ['DataClass', 'PHI'],
  ['data-classification', 'confidential'],
  ['compliance', 'HIPAA'],
])('data tagged %s = %s under S3 keys fails', (key, value) => {
  const verdict = tagged(key, value)
    .facet(bucketEncryption, 'records', encryptedWith('AES256'))
    .verdict(s3SensitiveWithoutKms);
  expect(verdict).toMatchObject({
    status: 'fail',
    reason: 'without-kms',
    parameters: { algorithm: 'AES256' },
  });
});

test('no configuration means the keys of S3', () => {
  const verdict = tagged('DataClass', 'pii')
    .facet(bucketEncryption, 'records', null)
    .verdict(s3SensitiveWithoutKms);
  expect(verdict).toMatchObject({ status: 'fail', parameters: { algorithm: 'AES256' } });
});

test('a bucket without such a tag is not applicable, and its encryption is not asked', () => {
  const verdict = tagged('DataClass', 'public').without(bucketEncryption).verdict(s3SensitiveWithoutKms);
  expect(verdict).toMatchObject({ status: 'not-applicable', reason: 'not-tagged' });
});

test('tags that could not be read are unknown', () => {
  const verdict = tagged('DataClass', 'PHI').without(taggedResources).verdict(s3SensitiveWithoutKms);
  expect(verdict).toMatchObject(readDenied('tag:GetResources', 'tag:GetResources'));
});

test('encryption that could not be read is unknown', () => {
  const verdict = tagged('DataClass', 'PHI').without(bucketEncryption).verdict(s3SensitiveWithoutKms);
  expect(verdict).toMatchObject(readDenied('s3:GetBucketEncryption', 's3:GetEncryptionConfiguration'));
});

test('buckets that could not be listed are unknown', () => {
  expect(bucket().without(buckets).verdict(s3SensitiveWithoutKms)).toMatchObject(bucketsDenied);
});
