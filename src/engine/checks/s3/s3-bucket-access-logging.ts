import { bucketAcl, bucketLogging, bucketPolicy, buckets } from '../../collectors/s3.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { judgePolicy, type Statement } from '../policy-document.ts';

const logDelivery = /^https?:\/\/acs\.amazonaws\.com\/groups\/s3\/LogDelivery$/;

const acceptsLogs = ({ effect, principals }: Statement): boolean =>
  effect === 'Allow' &&
  principals.some(({ type, id }) => type === 'Service' && id === 'logging.s3.amazonaws.com');

/** A bucket that takes such logs must not log itself, or each entry makes another. */
export const s3BucketAccessLogging = check({
  id: 's3-bucket-access-logging',
  version: 1,
  aspect: 'best-practices',
  severity: 'low',
  on: buckets,
  reads: [bucketLogging, bucketPolicy, bucketAcl],
  references: ['FSBP:S3.9', 'HIPAA:164.312(b)', 'WA:SEC04-BP01'],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws s3api put-bucket-logging --bucket ${name} --bucket-logging-status '{"LoggingEnabled":{"TargetBucket":"<log bucket>","TargetPrefix":"${name}/"}}'`,
    terraform: ({ name }) =>
      `resource "aws_s3_bucket_logging" "<name>" {\n  bucket        = aws_s3_bucket.<name>.id\n  target_bucket = "<log bucket>"\n  target_prefix = "${name}/"\n}`,
  },
  judge(bucket) {
    const target = bucket.get(bucketLogging)?.TargetBucket;
    if (target) return pass('logged', { target }, { seen: { TargetBucket: target } });
    const grants = bucket.get(bucketAcl) ?? [];
    if (grants.some((grant) => logDelivery.test(grant.Grantee?.URI ?? '')))
      return notApplicable('log-bucket');
    const policy = bucket.get(bucketPolicy);
    if (policy === null) return fail('not-logged');
    return judgePolicy(policy, (statements) =>
      statements.some(acceptsLogs) ? notApplicable('log-bucket') : fail('not-logged'),
    );
  },
});
