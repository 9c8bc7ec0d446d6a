import { s3AccountPublicAccessBlock } from './s3-account-public-access-block.ts';
import { s3BucketAccessLogging } from './s3-bucket-access-logging.ts';
import { s3BucketAclsEnabled } from './s3-bucket-acls-enabled.ts';
import { s3BucketIncompleteUploads } from './s3-bucket-incomplete-uploads.ts';
import { s3BucketLifecycle } from './s3-bucket-lifecycle.ts';
import { s3BucketPlainHttp } from './s3-bucket-plain-http.ts';
import { s3BucketPublic } from './s3-bucket-public.ts';
import { s3BucketStrayRegion } from './s3-bucket-stray-region.ts';
import { s3BucketVersioning } from './s3-bucket-versioning.ts';
import { s3SensitiveWithoutKms } from './s3-sensitive-without-kms.ts';
import { s3StandardWithoutTransition } from './s3-standard-without-transition.ts';

export const s3Checks = [
  s3BucketPublic,
  s3AccountPublicAccessBlock,
  s3BucketPlainHttp,
  s3SensitiveWithoutKms,
  s3BucketAclsEnabled,
  s3BucketVersioning,
  s3BucketAccessLogging,
  s3BucketLifecycle,
  s3BucketIncompleteUploads,
  s3StandardWithoutTransition,
  s3BucketStrayRegion,
];
