import { expect, test } from 'vitest';
import { s3BucketLifecycle } from '../../../../src/engine/checks/s3/s3-bucket-lifecycle.ts';
import { bucketLifecycle, buckets } from '../../../../src/engine/collectors/s3.ts';
import { bucket, bucketsDenied, readDenied } from './fixtures.ts';

const rule = (Status: 'Enabled' | 'Disabled') => ({ ID: 'expire', Status, Expiration: { Days: 30 } });

test('a bucket with a rule in force passes', () => {
  expect(
    bucket()
      .facet(bucketLifecycle, 'records', [rule('Enabled'), rule('Disabled')])
      .verdict(s3BucketLifecycle),
  ).toMatchObject({ status: 'pass', parameters: { count: 1 } });
});

test('rules that are switched off do nothing', () => {
  expect(
    bucket()
      .facet(bucketLifecycle, 'records', [rule('Disabled')])
      .verdict(s3BucketLifecycle),
  ).toMatchObject({ status: 'fail', reason: 'switched-off' });
});

test('a bucket without rules fails, and names no amount', () => {
  const verdict = bucket().facet(bucketLifecycle, 'records', null).verdict(s3BucketLifecycle);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'none' });
  expect(verdict.saving).toBeUndefined();
});

test('rules that could not be read are unknown', () => {
  expect(bucket().without(bucketLifecycle).verdict(s3BucketLifecycle)).toMatchObject(
    readDenied('s3:GetBucketLifecycleConfiguration', 's3:GetLifecycleConfiguration'),
  );
});

test('buckets that could not be listed are unknown', () => {
  expect(bucket().without(buckets).verdict(s3BucketLifecycle)).toMatchObject(bucketsDenied);
});
