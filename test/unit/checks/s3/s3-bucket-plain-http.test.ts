import { expect, test } from 'vitest';
import { s3BucketPlainHttp } from '../../../../src/engine/checks/s3/s3-bucket-plain-http.ts';
import { bucketPolicy, buckets } from '../../../../src/engine/collectors/s3.ts';
import { bucket, bucketsDenied, policy, readDenied } from './fixtures.ts';

const deny = (Resource: string | string[]) => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource,
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
});
const withPolicy = (text: string | null) => bucket().facet(bucketPolicy, 'records', text);

test('a policy that denies HTTP for bucket and objects passes', () => {
  const text = policy(deny(['arn:aws:s3:::records', 'arn:aws:s3:::records/*']));
  expect(withPolicy(text).verdict(s3BucketPlainHttp)).toMatchObject({ status: 'pass', reason: 'denied' });
});

test('a policy that denies it for the objects only fails', () => {
  expect(withPolicy(policy(deny('arn:aws:s3:::records/*'))).verdict(s3BucketPlainHttp)).toMatchObject({
    status: 'fail',
    reason: 'partly',
  });
});

test('a policy that says nothing of HTTP fails', () => {
  const text = policy({ Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 's3:*', Resource: '*' });
  expect(withPolicy(text).verdict(s3BucketPlainHttp)).toMatchObject({ status: 'fail', reason: 'allowed' });
});

test('a bucket without policy fails', () => {
  expect(withPolicy(null).verdict(s3BucketPlainHttp)).toMatchObject({ status: 'fail', reason: 'no-policy' });
});

test('a policy that cannot be read is unknown, not clean', () => {
  expect(withPolicy('{"Statement":').verdict(s3BucketPlainHttp)).toMatchObject({
    status: 'unknown',
    reason: 'policy-malformed',
  });
});

test('a policy that was denied is unknown', () => {
  expect(withPolicy(null).without(bucketPolicy).verdict(s3BucketPlainHttp)).toMatchObject(
    readDenied('s3:GetBucketPolicy', 's3:GetBucketPolicy'),
  );
});

test('buckets that could not be listed are unknown', () => {
  expect(bucket().without(buckets).verdict(s3BucketPlainHttp)).toMatchObject(bucketsDenied);
});
