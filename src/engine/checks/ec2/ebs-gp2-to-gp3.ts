import { volumes } from '../../collectors/ec2.ts';
import { gp3Parity, volumeCost } from '../../pricing/ebs.ts';
import { micros, saving } from '../../pricing/saving.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

/**
 * gp3 at the IOPS and throughput that the gp2 volume can reach. It costs more below 6 GiB and between 171 and
 * 249 GiB, so those volumes pass.
 */
export const ebsGp2ToGp3 = check({
  id: 'ebs-gp2-to-gp3',
  version: 1,
  aspect: 'cost-optimization',
  severity: 'medium',
  on: volumes,
  references: ['WA:COST06-BP02'],
  effort: 'S',
  fix: {
    cli: (volume) => {
      const target = gp3Parity(volume.body.Size ?? 0);
      return `aws ec2 modify-volume --volume-id ${volume.body.VolumeId} --volume-type gp3 --iops ${target.iops} --throughput ${target.throughput}`;
    },
    terraform: (volume) => {
      const target = gp3Parity(volume.body.Size ?? 0);
      return `resource "aws_ebs_volume" "<name>" {\n  type       = "gp3"\n  iops       = ${target.iops}\n  throughput = ${target.throughput}\n}`;
    },
  },
  judge(volume, { prices }) {
    const { VolumeType: type, Size: size, VolumeId: id } = volume.body;
    if (type !== 'gp2' || size === undefined) return notApplicable('not-gp2', { type: type ?? '' });
    const target = gp3Parity(size);
    const gp2Cost = volumeCost(prices, volume.region, { type, size });
    const gp3Cost = volumeCost(prices, volume.region, target);
    const seen = { VolumeId: id, VolumeType: type, Size: size, Iops: volume.body.Iops };
    if (!gp2Cost || !gp3Cost) return fail('gp2-price-unknown', { size, region: volume.region }, { seen });
    const parameters = {
      size,
      gp2: micros(gp2Cost),
      gp3: micros(gp3Cost),
      iops: target.iops!,
      throughput: target.throughput!,
    };
    if (gp3Cost.gte(gp2Cost)) return pass('gp2-is-cheaper', parameters, { seen });
    return fail('gp3-is-cheaper', parameters, {
      seen,
      saving: saving(prices, gp2Cost.minus(gp3Cost), {
        basis: `${size} GiB gp2 to gp3 with ${target.iops} IOPS and ${target.throughput} MiB/s`,
        effort: 'S',
        restart: false,
        confidence: 'high',
        action: 'migrate',
      }),
    });
  },
});
