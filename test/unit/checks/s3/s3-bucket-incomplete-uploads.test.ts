import { expect, test } from 'vitest';
import { s3BucketIncompleteUploads } from '../../../../src/engine/checks/s3/s3-bucket-incomplete-uploads.ts';
import { bucketLifecycle, buckets } from '../../../../src/engine/collectors/s3.ts';
import { bucket, bucketsDenied, readDenied } from './fixtures.ts';

const abort = (DaysAfterInitiation: number, scope: object = { Filter: { Prefix: '' } }) => ({
  Status: 'Enabled' as const,
  AbortIncompleteMultipartUpload: { DaysAfterInitiation },
  ...scope,
});
const judged = (...rules: ReturnType<typeof abort>[]) =>
  bucket().facet(bucketLifecycle, 'records', rules).verdict(s3BucketIncompleteUploads);

test.each([[{ Filter: { Prefix: '' } }], [{ Filter: {} }], [{ Prefix: '' }], [{}]])(
  'a rule for the whole bucket, written %o, passes',
  (scope) => {
    expect(judged(abort(7, scope))).toMatchObject({ status: 'pass', parameters: { after: 7 } });
  },
);

test.each([
  [{ Filter: { Prefix: 'logs/' } }],
  [{ Prefix: 'logs/' }],
  [{ Filter: { And: { Prefix: 'logs/' } } }],
])('a rule for a part of the bucket, written %o, leaves out the rest', (scope) => {
  expect(judged(abort(7, scope))).toMatchObject({ status: 'fail', reason: 'never' });
});

test('a rule that waits for a month fails; the earliest rule counts', () => {
  expect(judged(abort(30))).toMatchObject({ status: 'fail', reason: 'late', parameters: { after: 30 } });
  expect(judged(abort(30), abort(3)).status).toBe('pass');
});

test('a rule about something else does not help', () => {
  const rule = { Status: 'Enabled' as const, Expiration: { Days: 30 } };
  expect(bucket().facet(bucketLifecycle, 'records', [rule]).verdict(s3BucketIncompleteUploads)).toMatchObject(
    { status: 'fail', reason: 'never' },
  );
});

test('a bucket without any rule is not applicable, because that is a finding of its own', () => {
  expect(bucket().facet(bucketLifecycle, 'records', null).verdict(s3BucketIncompleteUploads)).toMatchObject({
    status: 'not-applicable',
    reason: 'no-lifecycle',
  });
});

test('rules that could not be read are unknown', () => {
  expect(bucket().without(bucketLifecycle).verdict(s3BucketIncompleteUploads)).toMatchObject(
    readDenied('s3:GetBucketLifecycleConfiguration', 's3:GetLifecycleConfiguration'),
  );
});

test('buckets that could not be listed are unknown', () => {
  expect(bucket().without(buckets).verdict(s3BucketIncompleteUploads)).toMatchObject(bucketsDenied);
});
