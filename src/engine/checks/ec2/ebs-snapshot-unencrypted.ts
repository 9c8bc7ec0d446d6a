import { snapshots } from '../../collectors/ec2.ts';
import { check, fail, pass } from '../check.ts';

export const ebsSnapshotUnencrypted = check({
  id: 'ebs-snapshot-unencrypted',
  version: 1,
  aspect: 'security-compliance',
  severity: 'low',
  on: snapshots,
  references: ['WA:SEC08-BP02', 'HIPAA:164.312(a)(2)(iv)'],
  effort: 'S',
  fix: {
    cli: ({ body, region }) =>
      `aws ec2 copy-snapshot --source-region ${region} --source-snapshot-id ${body.SnapshotId} --encrypted\naws ec2 delete-snapshot --snapshot-id ${body.SnapshotId}`,
  },
  judge({ body: { Encrypted, KmsKeyId, VolumeSize: size = 0, VolumeId } }) {
    const seen = { Encrypted, KmsKeyId, VolumeId };
    return Encrypted ? pass('encrypted', {}, { seen }) : fail('clear', { size }, { seen });
  },
});
