import { constant } from '../metrics.ts';
import type { Bucket, Site, Tags, World } from '../world.ts';
import { keyArn } from './encryption.ts';

const GIB = 1024 ** 3;

type Rules = NonNullable<Bucket['lifecycle']>;

interface BucketSpec {
  name: string;
  region?: string;
  created: Date;
  /** GiB by storage class; the number of objects is made from it. */
  sizes: Partial<Record<'StandardStorage' | 'StandardIAStorage' | 'GlacierStorage', number>>;
  /** KiB of an object, on average. */
  objectSize?: number;
  /** All four blocks, none configured, or three of four. */
  block?: 'all' | 'policies-open';
  statements?: object[];
  /** Requests in clear text are refused by the bucket's policy. */
  tlsOnly?: boolean;
  publicPolicy?: boolean;
  /** Everybody may read, by an access control list. */
  publicAcl?: boolean;
  /** Alias of the key, without `alias/`; else S3's own keys. */
  key?: string;
  versioning?: 'Enabled' | 'Suspended';
  mfaDelete?: boolean;
  lifecycle?: Rules;
  logsTo?: string;
  /** Access control lists still count. */
  acls?: boolean;
  replicatesTo?: string;
  /** Days that objects are locked. */
  locked?: number;
  tags?: Tags;
}

export const abortUploads = (days = 7): Rules[number] => ({
  ID: 'abort-incomplete-uploads',
  Status: 'Enabled',
  Filter: { Prefix: '' },
  AbortIncompleteMultipartUpload: { DaysAfterInitiation: days },
});

export const expire = (days: number, prefix = ''): Rules[number] => ({
  ID: `expire-${days}`,
  Status: 'Enabled',
  Filter: { Prefix: prefix },
  Expiration: { Days: days },
});

export const toInfrequentAccess = (days: number): Rules[number] => ({
  ID: `infrequent-access-${days}`,
  Status: 'Enabled',
  Filter: { Prefix: '' },
  Transitions: [{ Days: days, StorageClass: 'STANDARD_IA' }],
});

export const expireOldVersions = (days: number): Rules[number] => ({
  ID: `old-versions-${days}`,
  Status: 'Enabled',
  Filter: { Prefix: '' },
  NoncurrentVersionExpiration: { NoncurrentDays: days },
});

/** A bucket. It is the account's, and answers in the region that it lives in. */
export function bucket(world: World, account: string, spec: BucketSpec): Bucket {
  const region = spec.region ?? 'us-east-1';
  const global = world.site(account, 'global');
  const site = world.site(account, region);
  const arn = `arn:aws:s3:::${spec.name}`;
  const statements = [
    ...(spec.statements ?? []),
    ...(spec.tlsOnly
      ? [
          {
            Sid: 'DenyInsecureTransport',
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: [arn, `${arn}/*`],
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ]
      : []),
  ];
  measureBucket(site, spec);
  return global.add('bucket', {
    name: spec.name,
    arn,
    tags: spec.tags ?? {},
    body: { Name: spec.name, CreationDate: spec.created, BucketRegion: region, BucketArn: arn },
    acl: [
      {
        Grantee: { ID: ownerId(site.account.id), Type: 'CanonicalUser' },
        Permission: 'FULL_CONTROL',
      },
      ...(spec.publicAcl
        ? [
            {
              Grantee: {
                URI: 'http://acs.amazonaws.com/groups/global/AllUsers',
                Type: 'Group' as const,
              },
              Permission: 'READ' as const,
            },
          ]
        : []),
    ],
    ...(statements.length > 0 && { policy: { Version: '2012-10-17', Statement: statements } }),
    publicPolicy: spec.publicPolicy ?? false,
    ...(spec.block && {
      publicAccessBlock: {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: spec.block === 'all',
        RestrictPublicBuckets: spec.block === 'all',
      },
    }),
    encryption: {
      Rules: [
        {
          ApplyServerSideEncryptionByDefault: spec.key
            ? { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: keyArn(site, spec.key) }
            : { SSEAlgorithm: 'AES256' },
          BucketKeyEnabled: spec.key !== undefined,
        },
      ],
    },
    versioning: {
      ...(spec.versioning && { Status: spec.versioning }),
      ...(spec.versioning && { MFADelete: spec.mfaDelete ? 'Enabled' : 'Disabled' }),
    },
    ...(spec.lifecycle && { lifecycle: spec.lifecycle }),
    ...(spec.logsTo && { logging: { TargetBucket: spec.logsTo, TargetPrefix: `${spec.name}/` } }),
    ownership: { Rules: [{ ObjectOwnership: spec.acls ? 'ObjectWriter' : 'BucketOwnerEnforced' }] },
    ...(spec.replicatesTo && {
      replication: {
        Role: `arn:aws:iam::${site.account.id}:role/s3-replication`,
        Rules: [
          {
            ID: 'disaster-recovery',
            Status: 'Enabled',
            Priority: 1,
            Filter: { Prefix: '' },
            Destination: { Bucket: `arn:aws:s3:::${spec.replicatesTo}` },
            DeleteMarkerReplication: { Status: 'Disabled' },
          },
        ],
      },
    }),
    ...(spec.locked && {
      objectLock: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: spec.locked } },
      },
    }),
  });
}

/** Canonical id of an account, as access control lists name it. */
export const ownerId = (account: string): string => `${account}${'0'.repeat(52)}`;

/** Size and number of objects, which S3 gives once a day. */
function measureBucket(site: Site, spec: BucketSpec): void {
  const total = Object.entries(spec.sizes);
  for (const [StorageType, size] of total)
    site.measure(
      'AWS/S3',
      'BucketSizeBytes',
      { BucketName: spec.name, StorageType },
      constant(Math.round(size * GIB), spec.created),
    );
  const bytes = total.reduce((sum, [, size]) => sum + size * GIB, 0);
  site.measure(
    'AWS/S3',
    'NumberOfObjects',
    { BucketName: spec.name, StorageType: 'AllStorageTypes' },
    constant(Math.ceil(bytes / ((spec.objectSize ?? 512) * 1024)), spec.created),
  );
}
