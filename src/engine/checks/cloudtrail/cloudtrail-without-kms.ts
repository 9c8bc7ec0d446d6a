import { trails } from '../../collectors/cloudtrail.ts';
import { check, fail, pass } from '../check.ts';
import { foreignTrail } from './own-trail.ts';

export const cloudtrailWithoutKms = check({
  id: 'cloudtrail-without-kms',
  version: 1,
  aspect: 'security-compliance',
  severity: 'medium',
  on: trails,
  references: ['CIS-7.0:4.5', 'FSBP:CloudTrail.2', 'HIPAA:164.312(a)(2)(iv)', 'WA:SEC08-BP02'],
  effort: 'S',
  fix: {
    cli: ({ name, region }) =>
      `aws cloudtrail update-trail --region ${region} --name ${name} --kms-key-id <key ARN>`,
    terraform: () => 'resource "aws_cloudtrail" "<name>" {\n  kms_key_id = "<key ARN>"\n}',
  },
  judge(trail) {
    const foreign = foreignTrail(trail);
    if (foreign) return foreign;
    const { KmsKeyId: key } = trail.body;
    const seen = { KmsKeyId: key };
    return key ? pass('kms', {}, { seen }) : fail('without-kms', {}, { seen });
  },
});
