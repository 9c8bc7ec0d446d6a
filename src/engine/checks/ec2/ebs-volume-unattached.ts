import { volumes } from '../../collectors/ec2.ts';
import { volumeCost } from '../../pricing/ebs.ts';
import { saving } from '../../pricing/saving.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

/** DescribeVolumes tells no time of detachment, so the sentence says 'unattached now' and no more. */
export const ebsVolumeUnattached = check({
  id: 'ebs-volume-unattached',
  version: 1,
  aspect: 'cost-optimization',
  severity: 'low',
  on: volumes,
  references: ['WA:COST04-BP03'],
  effort: 'S',
  fix: {
    cli: (volume) =>
      `aws ec2 create-snapshot --volume-id ${volume.body.VolumeId} --description "before deletion"\naws ec2 delete-volume --volume-id ${volume.body.VolumeId}`,
  },
  judge(volume, { prices }) {
    const {
      State: state,
      Size: size = 0,
      VolumeType: type = '',
      Iops: iops,
      Throughput: throughput,
    } = volume.body;
    if (volume.body.Operator?.Managed)
      return notApplicable('managed', { operator: volume.body.Operator.Principal ?? '' });
    const seen = { State: state, VolumeType: type, Size: size, CreateTime: volume.body.CreateTime };
    if (state === 'in-use') return pass('attached', {}, { seen });
    if (state !== 'available') return notApplicable('in-transition', { state: state ?? '' });
    return fail(
      'unattached',
      { size, type },
      {
        seen,
        saving: saving(prices, volumeCost(prices, volume.region, { type, size, iops, throughput }), {
          basis: `${size} GiB ${type} deleted; a snapshot kept of it costs up to ${size} GiB of snapshot storage`,
          effort: 'S',
          restart: false,
          confidence: 'medium',
          action: 'delete',
        }),
      },
    );
  },
});
