import { publicSnapshots, snapshotBlockPublicAccess, snapshots } from '../../collectors/ec2.ts';
import { check, fail, pass, unknown } from '../check.ts';
import type { KeyOf } from '../vpc/keys.ts';

const bySnapshotId: KeyOf<typeof publicSnapshots> = ({ body }) => body.SnapshotId;

/** A snapshot that is shared with everybody counts as private while the region blocks all public sharing. */
export const ebsSnapshotPublic = check({
  id: 'ebs-snapshot-public',
  version: 1,
  aspect: 'security-compliance',
  severity: 'critical',
  on: snapshots,
  reads: [publicSnapshots, snapshotBlockPublicAccess],
  references: ['FSBP:EC2.1', 'WA:SEC03-BP07', 'HIPAA:164.312(a)(1)'],
  effort: 'S',
  fix: {
    cli: ({ body }) =>
      `aws ec2 modify-snapshot-attribute --snapshot-id ${body.SnapshotId} --attribute createVolumePermission --operation-type remove --group-names all\naws ec2 enable-snapshot-block-public-access --state block-all-sharing`,
  },
  judge(snapshot, { estate }) {
    const { SnapshotId: id = '', VolumeSize: size = 0, Encrypted } = snapshot.body;
    if (!estate.index(publicSnapshots, bySnapshotId).has(id)) return pass('private');
    const state = estate.list(snapshotBlockPublicAccess)[0]?.body.State;
    if (!state) return unknown('block-not-told');
    if (state === 'block-all-sharing') return pass('blocked', { state });
    return fail('public', { size, state }, { seen: { Encrypted, VolumeSize: size, State: state } });
  },
});
