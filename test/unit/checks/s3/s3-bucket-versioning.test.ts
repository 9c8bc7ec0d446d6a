import { expect, test } from 'vitest';
import { s3BucketVersioning } from '../../../../src/engine/checks/s3/s3-bucket-versioning.ts';
import { buckets, bucketVersioning } from '../../../../src/engine/collectors/s3.ts';
import { bucket, bucketsDenied, readDenied } from './fixtures.ts';

const versioning = (Status?: 'Enabled' | 'Suspended') =>
  bucket().facet(bucketVersioning, 'records', { Status, MFADelete: undefined });

test('a bucket with versioning passes', () => {
  expect(versioning('Enabled').verdict(s3BucketVersioning).status).toBe('pass');
});

test('a bucket that suspended it fails', () => {
  expect(versioning('Suspended').verdict(s3BucketVersioning)).toMatchObject({
    status: 'fail',
    reason: 'suspended',
  });
});

test('a bucket that never had it gives no status and fails', () => {
  expect(versioning().verdict(s3BucketVersioning)).toMatchObject({ status: 'fail', reason: 'never' });
});

test('versioning that could not be read is unknown', () => {
  expect(versioning('Enabled').without(bucketVersioning).verdict(s3BucketVersioning)).toMatchObject(
    readDenied('s3:GetBucketVersioning', 's3:GetBucketVersioning'),
  );
});

test('buckets that could not be listed are unknown', () => {
  expect(bucket().without(buckets).verdict(s3BucketVersioning)).toMatchObject(bucketsDenied);
});
