import { bucketPolicy, buckets } from '../../collectors/s3.ts';
import { check, fail, pass } from '../check.ts';
import { deniesInsecureTransport, judgePolicy } from '../policy-document.ts';

/** S3 answers plain HTTP unless the policy denies it, for the bucket itself and for its objects. */
export const s3BucketPlainHttp = check({
  id: 's3-bucket-plain-http',
  version: 1,
  aspect: 'security-compliance',
  severity: 'medium',
  on: buckets,
  reads: [bucketPolicy],
  references: [
    'CIS-7.0:3.1.1',
    'FSBP:S3.5',
    'HIPAA:164.312(e)(1)',
    'HIPAA:164.312(e)(2)(ii)',
    'WA:SEC09-BP02',
  ],
  effort: 'S',
  fix: {
    terraform: ({ arn }) =>
      `statement {\n  sid       = "DenyPlainHttp"\n  effect    = "Deny"\n  actions   = ["s3:*"]\n  resources = ["${arn}", "${arn}/*"]\n  principals {\n    type        = "*"\n    identifiers = ["*"]\n  }\n  condition {\n    test     = "Bool"\n    variable = "aws:SecureTransport"\n    values   = ["false"]\n  }\n}`,
  },
  judge(bucket) {
    const policy = bucket.get(bucketPolicy);
    if (policy === null) return fail('no-policy');
    return judgePolicy(policy, (statements) => {
      const seen = { Policy: policy };
      if (deniesInsecureTransport(statements, [bucket.arn, `${bucket.arn}/*`]))
        return pass('denied', {}, { seen });
      return deniesInsecureTransport(statements)
        ? fail('partly', {}, { seen })
        : fail('allowed', {}, { seen });
    });
  },
});
