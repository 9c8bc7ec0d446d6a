import { expect, test } from 'vitest';
import { at, type Found, type Read, redactor } from '../../../src/engine/collectors/read.ts';
import * as s3 from '../../../src/engine/collectors/s3.ts';
import { ACCOUNT, NOW } from '../../support/estate.ts';

const anywhere = at({ account: ACCOUNT, region: 'global' }, 'aws', NOW);

const bucket: Found<{ Name?: string }> = {
  account: ACCOUNT,
  region: 'eu-west-1',
  type: 'AWS::S3::Bucket',
  arn: 'arn:aws:s3:::records',
  name: 'records',
  body: { Name: 'records' },
};

test('a bucket lives in the region it names, else in us-east-1', () => {
  const store = (BucketRegion?: string) =>
    s3.buckets.store({ Name: 'records', BucketRegion }, anywhere, redactor('test'));
  expect(store('eu-west-1')).toMatchObject({
    arn: 'arn:aws:s3:::records',
    name: 'records',
    region: 'eu-west-1',
  });
  expect(store().region).toBe('us-east-1');
});

test('buckets are listed once per account, a thousand a page', () => {
  expect(s3.buckets.scope).toBe('global');
  expect(s3.buckets.inputs(anywhere)).toEqual([{ MaxBuckets: 1000 }]);
  expect(s3.buckets.page).toEqual({ output: 'ContinuationToken', input: 'ContinuationToken' });
});

test('what is asked of a bucket is asked in its region', () => {
  expect(s3.bucketPolicy.region(bucket)).toBe('eu-west-1');
  expect(s3.bucketPolicy.input([bucket], anywhere)).toEqual({ Bucket: 'records' });
});

test('IAM calls some operations otherwise than the SDK', () => {
  const actions = Object.values(s3)
    .filter((read): read is Read => typeof read === 'object' && 'iam' in read && read.family === 's3')
    .map((read) => [read.id, read.iam[0]]);
  expect(Object.fromEntries(actions)).toEqual({
    's3:ListBuckets': 's3:ListAllMyBuckets',
    's3:GetPublicAccessBlock': 's3:GetBucketPublicAccessBlock',
    's3:GetBucketPolicyStatus': 's3:GetBucketPolicyStatus',
    's3:GetBucketPolicy': 's3:GetBucketPolicy',
    's3:GetBucketAcl': 's3:GetBucketAcl',
    's3:GetBucketOwnershipControls': 's3:GetBucketOwnershipControls',
    's3:GetBucketEncryption': 's3:GetEncryptionConfiguration',
    's3:GetBucketVersioning': 's3:GetBucketVersioning',
    's3:GetBucketLifecycleConfiguration': 's3:GetLifecycleConfiguration',
    's3:GetBucketLogging': 's3:GetBucketLogging',
    's3:GetBucketReplication': 's3:GetReplicationConfiguration',
    's3:GetObjectLockConfiguration': 's3:GetBucketObjectLockConfiguration',
    's3:GetBucketTagging': 's3:GetBucketTagging',
  });
  expect(s3.accountPublicAccessBlock.iam).toEqual(['s3:GetAccountPublicAccessBlock']);
});

test('that there is none is an answer, and each operation says so in its own words', () => {
  const absent = Object.values(s3).flatMap((read) => read.absent);
  expect(new Set(absent)).toEqual(
    new Set([
      'NoSuchBucketPolicy',
      'NoSuchLifecycleConfiguration',
      'NoSuchPublicAccessBlockConfiguration',
      'NoSuchTagSet',
      'ObjectLockConfigurationNotFoundError',
      'OwnershipControlsNotFoundError',
      'ReplicationConfigurationNotFoundError',
      'ServerSideEncryptionConfigurationNotFoundError',
    ]),
  );
});

test("the account's block is one row, and none when there is none", () => {
  const block = { RestrictPublicBuckets: true };
  expect(s3.accountPublicAccessBlock.inputs(anywhere)).toEqual([{ AccountId: ACCOUNT }]);
  expect(s3.accountPublicAccessBlock.items({ PublicAccessBlockConfiguration: block })).toEqual([block]);
  expect(s3.accountPublicAccessBlock.items({})).toEqual([]);
  expect(s3.accountPublicAccessBlock.store(block, anywhere, redactor('test')).arn).toBe(
    'arn:aws:s3::111122223333:account-public-access-block',
  );
});

test('logging that is off gives nothing, which is stored as none', () => {
  const value = (output: object) =>
    s3.bucketLogging.collect(output, [bucket], anywhere, redactor('test')).get(bucket.arn);
  expect(value({})).toBeNull();
  expect(value({ LoggingEnabled: { TargetBucket: 'logs', TargetPrefix: '' } })).toEqual({
    TargetBucket: 'logs',
    TargetPrefix: '',
  });
});
