import { buckets, bucketVersioning } from '../../collectors/s3.ts';
import { check, fail, pass } from '../check.ts';

export const s3BucketVersioning = check({
  id: 's3-bucket-versioning',
  version: 1,
  aspect: 'best-practices',
  severity: 'medium',
  on: buckets,
  reads: [bucketVersioning],
  references: ['HIPAA:164.308(a)(7)(ii)(A)', 'HIPAA:164.312(c)(1)', 'WA:REL09-BP03'],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws s3api put-bucket-versioning --bucket ${name} --versioning-configuration Status=Enabled`,
    terraform: () =>
      'resource "aws_s3_bucket_versioning" "<name>" {\n  bucket = aws_s3_bucket.<name>.id\n  versioning_configuration {\n    status = "Enabled"\n  }\n}',
  },
  judge(bucket) {
    const status = bucket.get(bucketVersioning)?.Status;
    const seen = { Status: status };
    if (status === 'Enabled') return pass('enabled', {}, { seen });
    return status === 'Suspended' ? fail('suspended', {}, { seen }) : fail('never', {}, { seen });
  },
});
