import { bucketOwnershipControls, buckets } from '../../collectors/s3.ts';
import { check, fail, pass } from '../check.ts';

/** Without ownership controls a bucket is as before 2023: ACLs count, and who writes an object owns it. */
export const s3BucketAclsEnabled = check({
  id: 's3-bucket-acls-enabled',
  version: 1,
  aspect: 'best-practices',
  severity: 'low',
  on: buckets,
  reads: [bucketOwnershipControls],
  references: ['FSBP:S3.12', 'WA:SEC03-BP02'],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws s3api put-bucket-ownership-controls --bucket ${name} --ownership-controls 'Rules=[{ObjectOwnership=BucketOwnerEnforced}]'`,
    terraform: () =>
      'resource "aws_s3_bucket_ownership_controls" "<name>" {\n  bucket = aws_s3_bucket.<name>.id\n  rule {\n    object_ownership = "BucketOwnerEnforced"\n  }\n}',
  },
  judge(bucket) {
    const ownership = bucket.get(bucketOwnershipControls)?.Rules?.[0]?.ObjectOwnership;
    const seen = { ObjectOwnership: ownership };
    if (ownership === 'BucketOwnerEnforced') return pass('disabled', {}, { seen });
    return ownership ? fail('enabled', { ownership }, { seen }) : fail('no-controls');
  },
});
