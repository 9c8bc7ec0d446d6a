import type { JsonValue } from '../../../shared/model/json.ts';
import {
  accountPublicAccessBlock,
  bucketAcl,
  bucketPolicyStatus,
  bucketPublicAccessBlock,
  buckets,
} from '../../collectors/s3.ts';
import { check, fail, pass } from '../check.ts';
import { anyOf, firstOf } from '../settle.ts';

/** S3's groups of everybody, and of everybody who has any AWS account. */
const everybody = /^https?:\/\/acs\.amazonaws\.com\/groups\/global\/(AllUsers|AuthenticatedUsers)$/;

/**
 * A way in is open when the bucket offers it and neither the account's block nor its own shuts it. Any one of these
 * can settle that it is shut, so a read that was denied leaves the verdict unknown only where it decides.
 */
export const s3BucketPublic = check({
  id: 's3-bucket-public',
  version: 1,
  aspect: 'security-compliance',
  severity: 'critical',
  on: buckets,
  reads: [accountPublicAccessBlock, bucketPublicAccessBlock, bucketPolicyStatus, bucketAcl],
  references: [
    'CIS-7.0:2.21',
    'CIS-7.0:3.1.4',
    'FSBP:S3.2',
    'FSBP:S3.3',
    'FSBP:S3.8',
    'HIPAA:164.312(a)(1)',
    'WA:SEC03-BP07',
  ],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws s3api put-public-access-block --bucket ${name} --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true`,
    terraform: () =>
      'resource "aws_s3_bucket_public_access_block" "<name>" {\n  bucket                  = aws_s3_bucket.<name>.id\n  block_public_acls       = true\n  ignore_public_acls      = true\n  block_public_policy     = true\n  restrict_public_buckets = true\n}',
  },
  judge(bucket, { estate }) {
    const seen: Record<string, JsonValue | undefined> = {};
    const accountBlocks = (flag: 'RestrictPublicBuckets' | 'IgnorePublicAcls') => () => {
      const block = estate.list(accountPublicAccessBlock)[0]?.body ?? null;
      seen.AccountPublicAccessBlock = block as JsonValue;
      return block?.[flag] === true;
    };
    const bucketBlocks = (flag: 'RestrictPublicBuckets' | 'IgnorePublicAcls') => () => {
      const block = bucket.get(bucketPublicAccessBlock);
      seen.PublicAccessBlockConfiguration = block as JsonValue;
      return block?.[flag] === true;
    };
    const policyIsOpen = () =>
      !anyOf(accountBlocks('RestrictPublicBuckets'), bucketBlocks('RestrictPublicBuckets'), () => {
        const status = bucket.get(bucketPolicyStatus);
        seen.PolicyStatus = status as JsonValue;
        return status?.IsPublic !== true;
      });
    const aclIsOpen = () =>
      !anyOf(accountBlocks('IgnorePublicAcls'), bucketBlocks('IgnorePublicAcls'), () => {
        const grants = bucket.get(bucketAcl) ?? [];
        const open = grants.filter((grant) => everybody.test(grant.Grantee?.URI ?? ''));
        seen.Grants = open.map((grant) => `${grant.Grantee?.URI} ${grant.Permission}`);
        return open.length === 0;
      });
    const way = firstOf(
      () => (policyIsOpen() ? 'by-policy' : undefined),
      () => (aclIsOpen() ? 'by-acl' : undefined),
    );
    if (way === undefined) return pass('private', {}, { seen });
    return way === 'by-policy' ? fail('by-policy', {}, { seen }) : fail('by-acl', {}, { seen });
  },
});
