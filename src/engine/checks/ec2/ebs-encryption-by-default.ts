import { ebsEncryptionByDefault as setting } from '../../collectors/ec2.ts';
import { check, fail, pass, unknown } from '../check.ts';

export const ebsEncryptionByDefault = check({
  id: 'ebs-encryption-by-default',
  version: 1,
  aspect: 'security-compliance',
  severity: 'medium',
  on: setting,
  references: ['CIS-7.0:6.1.1', 'FSBP:EC2.7', 'WA:SEC08-BP02', 'HIPAA:164.312(a)(2)(iv)'],
  effort: 'S',
  fix: {
    cli: ({ region }) => `aws ec2 enable-ebs-encryption-by-default --region ${region}`,
    terraform: () => 'resource "aws_ebs_encryption_by_default" "<name>" {\n  enabled = true\n}',
  },
  judge({ region, body: { EbsEncryptionByDefault: on } }) {
    const seen = { EbsEncryptionByDefault: on };
    if (on === undefined) return unknown('not-told', { region });
    return on ? pass('on', { region }, { seen }) : fail('off', { region }, { seen });
  },
});
