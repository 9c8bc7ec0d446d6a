import { expect, test } from 'vitest';
import { s3BucketAclsEnabled } from '../../../../src/engine/checks/s3/s3-bucket-acls-enabled.ts';
import { bucketOwnershipControls, buckets } from '../../../../src/engine/collectors/s3.ts';
import { bucket, bucketsDenied, readDenied } from './fixtures.ts';

const owned = (ObjectOwnership: 'BucketOwnerEnforced' | 'BucketOwnerPreferred' | 'ObjectWriter') =>
  bucket().facet(bucketOwnershipControls, 'records', { Rules: [{ ObjectOwnership }] });

test('ownership that is enforced switches ACLs off and passes', () => {
  expect(owned('BucketOwnerEnforced').verdict(s3BucketAclsEnabled)).toMatchObject({ status: 'pass' });
});

test.each(['BucketOwnerPreferred', 'ObjectWriter'] as const)('%s leaves ACLs on and fails', (ownership) => {
  expect(owned(ownership).verdict(s3BucketAclsEnabled)).toMatchObject({ status: 'fail', reason: 'enabled' });
});

test('an old bucket without ownership controls fails', () => {
  expect(bucket().facet(bucketOwnershipControls, 'records', null).verdict(s3BucketAclsEnabled)).toMatchObject(
    { status: 'fail', reason: 'no-controls' },
  );
});

test('ownership that could not be read is unknown', () => {
  expect(bucket().without(bucketOwnershipControls).verdict(s3BucketAclsEnabled)).toMatchObject(
    readDenied('s3:GetBucketOwnershipControls', 's3:GetBucketOwnershipControls'),
  );
});

test('buckets that could not be listed are unknown', () => {
  expect(bucket().without(buckets).verdict(s3BucketAclsEnabled)).toMatchObject(bucketsDenied);
});
