import { z } from 'zod';
import { bucketEncryption, buckets } from '../../collectors/s3.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

const normal = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** S3 encrypts everything; a KMS key adds who may decrypt, and a log of it. Asked only where a tag asks for it. */
export const s3SensitiveWithoutKms = check({
  id: 's3-sensitive-without-kms',
  version: 1,
  aspect: 'security-compliance',
  severity: 'medium',
  on: buckets,
  reads: [bucketEncryption],
  parameters: z.object({
    /** Tag keys that hold the class of the data; case and punctuation do not matter. */
    keys: z.array(z.string()).default(['DataClass', 'DataClassification', 'Classification', 'Compliance']),
    values: z
      .array(z.string())
      .default(['phi', 'ephi', 'hipaa', 'pii', 'pci', 'confidential', 'restricted', 'sensitive']),
  }),
  references: ['HIPAA:164.312(a)(2)(iv)', 'WA:SEC08-BP01', 'WA:SEC08-BP02'],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws s3api put-bucket-encryption --bucket ${name} --server-side-encryption-configuration '{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms","KMSMasterKeyID":"<key ARN>"},"BucketKeyEnabled":true}]}'`,
    terraform: () =>
      'resource "aws_s3_bucket_server_side_encryption_configuration" "<name>" {\n  bucket = aws_s3_bucket.<name>.id\n  rule {\n    apply_server_side_encryption_by_default {\n      sse_algorithm     = "aws:kms"\n      kms_master_key_id = "<key ARN>"\n    }\n    bucket_key_enabled = true\n  }\n}',
  },
  judge(bucket, { parameters }) {
    const keys = parameters.keys.map(normal);
    const values = parameters.values.map(normal);
    const tag = Object.entries(bucket.tags).find(
      ([key, value]) => keys.includes(normal(key)) && values.includes(normal(value)),
    );
    if (!tag) return notApplicable('not-tagged');
    const [key, value] = tag;
    const rule = bucket.get(bucketEncryption)?.Rules?.[0]?.ApplyServerSideEncryptionByDefault;
    const algorithm = rule?.SSEAlgorithm ?? 'AES256';
    const seen = { [key]: value, SSEAlgorithm: algorithm, KMSMasterKeyID: rule?.KMSMasterKeyID };
    const parametersOfReason = { key, value, algorithm };
    return algorithm.startsWith('aws:kms')
      ? pass('kms', parametersOfReason, { seen })
      : fail('without-kms', parametersOfReason, { seen });
  },
});
