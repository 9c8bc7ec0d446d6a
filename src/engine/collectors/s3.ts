import { metric } from './metric.ts';
import { facet, listing } from './read.ts';

/** Listed once per account; each bucket lives in the region it names. Emulators name none and mean us-east-1. */
export const buckets = listing({
  service: 's3',
  operation: 'ListBuckets',
  iam: ['s3:ListAllMyBuckets'],
  type: 'AWS::S3::Bucket',
  scope: 'global',
  page: { output: 'ContinuationToken', input: 'ContinuationToken' },
  input: () => ({ MaxBuckets: 1000 }),
  items: (output) => output.Buckets,
  identify: (bucket, at) => ({
    arn: `arn:${at.partition}:s3:::${bucket.Name}`,
    name: bucket.Name,
    region: bucket.BucketRegion ?? 'us-east-1',
  }),
  tags: 'tagging-api',
});

/** The account's own block, which overrules the buckets'. An account that never set it has none. */
export const accountPublicAccessBlock = listing({
  service: 's3-control',
  operation: 'GetPublicAccessBlock',
  suffix: 'account',
  iam: ['s3:GetAccountPublicAccessBlock'],
  type: 'AWS::S3::AccountPublicAccessBlock',
  scope: 'global',
  auxiliary: true,
  absent: ['NoSuchPublicAccessBlockConfiguration'],
  input: (at) => ({ AccountId: at.account }),
  items: ({ PublicAccessBlockConfiguration: block }) => (block ? [block] : []),
  identify: (_, at) => ({ arn: at.arn('s3', 'account-public-access-block') }),
});

const bucketName = ({ name }: { name: string }) => ({ Bucket: name });

export const bucketPublicAccessBlock = facet({
  service: 's3',
  operation: 'GetPublicAccessBlock',
  iam: ['s3:GetBucketPublicAccessBlock'],
  of: buckets,
  name: 'PublicAccessBlockConfiguration',
  absent: ['NoSuchPublicAccessBlockConfiguration'],
  input: bucketName,
  value: (output) => output.PublicAccessBlockConfiguration,
});

export const bucketPolicyStatus = facet({
  service: 's3',
  operation: 'GetBucketPolicyStatus',
  of: buckets,
  name: 'PolicyStatus',
  absent: ['NoSuchBucketPolicy'],
  input: bucketName,
  value: (output) => output.PolicyStatus,
});

/** The policy as JSON text. */
export const bucketPolicy = facet({
  service: 's3',
  operation: 'GetBucketPolicy',
  of: buckets,
  name: 'Policy',
  absent: ['NoSuchBucketPolicy'],
  input: bucketName,
  value: (output) => output.Policy,
});

export const bucketAcl = facet({
  service: 's3',
  operation: 'GetBucketAcl',
  of: buckets,
  name: 'Grants',
  input: bucketName,
  value: (output) => output.Grants ?? [],
});

export const bucketOwnershipControls = facet({
  service: 's3',
  operation: 'GetBucketOwnershipControls',
  of: buckets,
  name: 'OwnershipControls',
  absent: ['OwnershipControlsNotFoundError'],
  input: bucketName,
  value: (output) => output.OwnershipControls,
});

export const bucketEncryption = facet({
  service: 's3',
  operation: 'GetBucketEncryption',
  iam: ['s3:GetEncryptionConfiguration'],
  of: buckets,
  name: 'ServerSideEncryptionConfiguration',
  absent: ['ServerSideEncryptionConfigurationNotFoundError'],
  input: bucketName,
  value: (output) => output.ServerSideEncryptionConfiguration,
});

export const bucketVersioning = facet({
  service: 's3',
  operation: 'GetBucketVersioning',
  of: buckets,
  name: 'Versioning',
  input: bucketName,
  value: ({ Status, MFADelete }) => ({ Status, MFADelete }),
});

export const bucketLifecycle = facet({
  service: 's3',
  operation: 'GetBucketLifecycleConfiguration',
  iam: ['s3:GetLifecycleConfiguration'],
  of: buckets,
  name: 'LifecycleRules',
  absent: ['NoSuchLifecycleConfiguration'],
  input: bucketName,
  value: (output) => output.Rules ?? [],
});

export const bucketLogging = facet({
  service: 's3',
  operation: 'GetBucketLogging',
  of: buckets,
  name: 'LoggingEnabled',
  input: bucketName,
  value: (output) => output.LoggingEnabled,
});

export const bucketReplication = facet({
  service: 's3',
  operation: 'GetBucketReplication',
  iam: ['s3:GetReplicationConfiguration'],
  of: buckets,
  name: 'ReplicationConfiguration',
  absent: ['ReplicationConfigurationNotFoundError'],
  input: bucketName,
  value: (output) => output.ReplicationConfiguration,
});

export const bucketObjectLock = facet({
  service: 's3',
  operation: 'GetObjectLockConfiguration',
  iam: ['s3:GetBucketObjectLockConfiguration'],
  of: buckets,
  name: 'ObjectLockConfiguration',
  absent: ['ObjectLockConfigurationNotFoundError'],
  input: bucketName,
  value: (output) => output.ObjectLockConfiguration,
});

/** The bucket's own tags, for buckets in regions where the Tagging API is not asked. */
export const bucketTagging = facet({
  service: 's3',
  operation: 'GetBucketTagging',
  of: buckets,
  name: 'TagSet',
  absent: ['NoSuchTagSet'],
  input: bucketName,
  value: (output) => output.TagSet ?? [],
});

/** Bytes in the Standard class, once a day and a day late, noncurrent versions and parts of uploads included. */
export const standardStorage = metric({
  of: buckets,
  namespace: 'AWS/S3',
  metric: 'BucketSizeBytes',
  statistic: 'Average',
  days: 3,
  dimensions: ({ name }) => ({ BucketName: name, StorageType: 'StandardStorage' }),
});
