import { bucketLifecycle, buckets } from '../../collectors/s3.ts';
import { check, fail, pass } from '../check.ts';

/** Names no amount: which share of a bucket is cold or can go, neither metrics nor configuration tell. */
export const s3BucketLifecycle = check({
  id: 's3-bucket-lifecycle',
  version: 1,
  aspect: 'cost-optimization',
  severity: 'low',
  on: buckets,
  reads: [bucketLifecycle],
  references: ['FSBP:S3.13', 'WA:COST04-BP05'],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws s3api put-bucket-lifecycle-configuration --bucket ${name} --lifecycle-configuration '{"Rules":[{"ID":"<name>","Status":"Enabled","Filter":{"Prefix":""},"AbortIncompleteMultipartUpload":{"DaysAfterInitiation":7},"NoncurrentVersionExpiration":{"NoncurrentDays":<days>}}]}'`,
    terraform: () =>
      'resource "aws_s3_bucket_lifecycle_configuration" "<name>" {\n  bucket = aws_s3_bucket.<name>.id\n  rule {\n    id     = "<name>"\n    status = "Enabled"\n    filter {}\n    abort_incomplete_multipart_upload {\n      days_after_initiation = 7\n    }\n    noncurrent_version_expiration {\n      noncurrent_days = <days>\n    }\n  }\n}',
  },
  judge(bucket) {
    const rules = bucket.get(bucketLifecycle) ?? [];
    const enabled = rules.filter((rule) => rule.Status === 'Enabled');
    const seen = { Rules: rules.length, Enabled: enabled.length };
    if (enabled.length > 0) return pass('rules', { count: enabled.length }, { seen });
    return rules.length > 0 ? fail('switched-off', {}, { seen }) : fail('none', {}, { seen });
  },
});
