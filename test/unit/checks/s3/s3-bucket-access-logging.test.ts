import { expect, test } from 'vitest';
import { s3BucketAccessLogging } from '../../../../src/engine/checks/s3/s3-bucket-access-logging.ts';
import { bucketAcl, bucketLogging, bucketPolicy, buckets } from '../../../../src/engine/collectors/s3.ts';
import { bucket, bucketsDenied, policy, readDenied } from './fixtures.ts';

const delivery = {
  Grantee: { Type: 'Group' as const, URI: 'http://acs.amazonaws.com/groups/s3/LogDelivery' },
  Permission: 'WRITE' as const,
};
const unlogged = (text: string | null = null, grants: (typeof delivery)[] = []) =>
  bucket()
    .facet(bucketLogging, 'records', null)
    .facet(bucketAcl, 'records', grants)
    .facet(bucketPolicy, 'records', text);

test('a bucket whose access is logged passes', () => {
  const logged = bucket().facet(bucketLogging, 'records', { TargetBucket: 'logs', TargetPrefix: 'records/' });
  expect(logged.verdict(s3BucketAccessLogging)).toMatchObject({
    status: 'pass',
    parameters: { target: 'logs' },
  });
});

test('a bucket without logging fails, with and without a policy', () => {
  expect(unlogged().verdict(s3BucketAccessLogging)).toMatchObject({ status: 'fail', reason: 'not-logged' });
  const text = policy({ Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 's3:*', Resource: '*' });
  expect(unlogged(text).verdict(s3BucketAccessLogging).status).toBe('fail');
});

test('a bucket that takes access logs must not log itself', () => {
  const text = policy({
    Effect: 'Allow',
    Principal: { Service: 'logging.s3.amazonaws.com' },
    Action: 's3:PutObject',
    Resource: 'arn:aws:s3:::records/*',
  });
  const expected = { status: 'not-applicable', reason: 'log-bucket' };
  expect(unlogged(text).verdict(s3BucketAccessLogging)).toMatchObject(expected);
  expect(unlogged(null, [delivery]).verdict(s3BucketAccessLogging)).toMatchObject(expected);
});

test('a policy that cannot be read is unknown', () => {
  expect(unlogged('nonsense').verdict(s3BucketAccessLogging)).toMatchObject({
    status: 'unknown',
    reason: 'policy-malformed',
  });
});

test.each([
  [bucketLogging, 's3:GetBucketLogging'],
  [bucketAcl, 's3:GetBucketAcl'],
  [bucketPolicy, 's3:GetBucketPolicy'],
] as const)('what could not be read is unknown', (read, id) => {
  expect(unlogged().without(read).verdict(s3BucketAccessLogging)).toMatchObject(readDenied(id, id));
});

test('buckets that could not be listed are unknown', () => {
  expect(unlogged().without(buckets).verdict(s3BucketAccessLogging)).toMatchObject(bucketsDenied);
});
