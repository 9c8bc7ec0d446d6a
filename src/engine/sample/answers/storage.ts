import { type Answers, type Asked, paged } from '../answer.ts';
import { ownerId } from '../build/storage.ts';
import { awsError } from '../errors.ts';
import { buckets as paging } from '../paging.ts';
import { mapped } from '../sequence.ts';
import type { Bucket } from '../world.ts';
import { tagList } from '../world.ts';

/** The bucket, if it lives in the region that was called. */
function bucketOf({ global, site, input }: Asked<{ Bucket?: string | undefined }>): Bucket {
  const name = input.Bucket ?? '';
  const bucket = global.find('bucket', name);
  if (!bucket) throw awsError('NoSuchBucket', 'The specified bucket does not exist', 404);
  if (bucket.body.BucketRegion !== site.region)
    throw awsError(
      'PermanentRedirect',
      'The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.',
      301,
    );
  return bucket;
}

/** What was never configured is an error of S3, each with its own code. */
function configured<T>(value: T | undefined, code: string, words: string): T {
  if (value === undefined) throw awsError(code, words, 404);
  return value;
}

export const s3: Answers<'s3'> = {
  ListBuckets: paged('Buckets', paging, ({ global, input }) => {
    // S3 names the regions only to those who ask for pages.
    const named = input.MaxBuckets !== undefined || input.ContinuationToken !== undefined;
    return mapped(global.list('bucket'), ({ body: { BucketRegion, BucketArn, ...body } }) =>
      named ? { ...body, BucketRegion, BucketArn } : body,
    );
  }),
  GetBucketAcl: (asked) => ({
    Owner: { ID: ownerId(asked.account.id) },
    Grants: bucketOf(asked).acl,
  }),
  GetBucketPolicy: (asked) => ({
    Policy: JSON.stringify(
      configured(bucketOf(asked).policy, 'NoSuchBucketPolicy', 'The bucket policy does not exist'),
    ),
  }),
  GetBucketPolicyStatus: (asked) => {
    const bucket = bucketOf(asked);
    configured(bucket.policy, 'NoSuchBucketPolicy', 'The bucket policy does not exist');
    return { PolicyStatus: { IsPublic: bucket.publicPolicy } };
  },
  GetPublicAccessBlock: (asked) => ({
    PublicAccessBlockConfiguration: configured(
      bucketOf(asked).publicAccessBlock,
      'NoSuchPublicAccessBlockConfiguration',
      'The public access block configuration was not found',
    ),
  }),
  GetBucketEncryption: (asked) => ({
    ServerSideEncryptionConfiguration: configured(
      bucketOf(asked).encryption,
      'ServerSideEncryptionConfigurationNotFoundError',
      'The server side encryption configuration was not found',
    ),
  }),
  GetBucketVersioning: (asked) => bucketOf(asked).versioning,
  GetBucketLifecycleConfiguration: (asked) => ({
    Rules: configured(
      bucketOf(asked).lifecycle,
      'NoSuchLifecycleConfiguration',
      'The lifecycle configuration does not exist',
    ),
    TransitionDefaultMinimumObjectSize: 'all_storage_classes_128K',
  }),
  GetBucketLogging: (asked) => {
    const { logging } = bucketOf(asked);
    return logging ? { LoggingEnabled: logging } : {};
  },
  GetBucketOwnershipControls: (asked) => ({
    OwnershipControls: configured(
      bucketOf(asked).ownership,
      'OwnershipControlsNotFoundError',
      'The bucket ownership controls were not found',
    ),
  }),
  GetBucketReplication: (asked) => ({
    ReplicationConfiguration: configured(
      bucketOf(asked).replication,
      'ReplicationConfigurationNotFoundError',
      'The replication configuration was not found',
    ),
  }),
  GetObjectLockConfiguration: (asked) => ({
    ObjectLockConfiguration: configured(
      bucketOf(asked).objectLock,
      'ObjectLockConfigurationNotFoundError',
      'Object Lock configuration does not exist for this bucket',
    ),
  }),
  GetBucketTagging: (asked) => {
    const { tags } = bucketOf(asked);
    return {
      TagSet: configured(
        Object.keys(tags).length > 0 ? tagList(tags) : undefined,
        'NoSuchTagSet',
        'The TagSet does not exist',
      ),
    };
  },
};

export const s3Control: Answers<'s3-control'> = {
  GetPublicAccessBlock: ({ account, input }) => {
    if (input.AccountId !== account.id) throw awsError('AccessDenied', 'Access Denied', 403);
    return {
      PublicAccessBlockConfiguration: configured(
        account.settings.publicAccessBlock,
        'NoSuchPublicAccessBlockConfiguration',
        'The public access block configuration was not found',
      ),
    };
  },
};
