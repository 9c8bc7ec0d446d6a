import { volumes } from '../../collectors/ec2.ts';
import { check, fail, pass } from '../check.ts';

export const ebsVolumeUnencrypted = check({
  id: 'ebs-volume-unencrypted',
  version: 1,
  aspect: 'security-compliance',
  severity: 'medium',
  on: volumes,
  references: ['FSBP:EC2.3', 'WA:SEC08-BP02', 'HIPAA:164.312(a)(2)(iv)'],
  effort: 'M',
  fix: {
    cli: ({ body }) =>
      `aws ec2 create-snapshot --volume-id ${body.VolumeId}\naws ec2 copy-snapshot --source-region <region> --source-snapshot-id <snapshot> --encrypted\naws ec2 create-volume --snapshot-id <encrypted snapshot> --availability-zone ${body.AvailabilityZone} --volume-type ${body.VolumeType}`,
    terraform: () => 'resource "aws_ebs_volume" "<name>" {\n  encrypted  = true\n  kms_key_id = "<key>"\n}',
  },
  judge({ body }) {
    const { Encrypted, KmsKeyId, State, Size = 0 } = body;
    const seen = { Encrypted, KmsKeyId, State };
    return Encrypted ? pass('encrypted', {}, { seen }) : fail('clear', { size: Size }, { seen });
  },
});
