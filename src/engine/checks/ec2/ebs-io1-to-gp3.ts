import { volumes } from '../../collectors/ec2.ts';
import { volumeCost } from '../../pricing/ebs.ts';
import { micros, saving } from '../../pricing/saving.ts';
import { check, fail, notApplicable, pass } from '../check.ts';

/**
 * io1's highest throughput in MiB/s: 256 KiB an operation up to 500 MiB/s, and from 32,000 IOPS on 16 KiB an
 * operation up to 1,000 (EBS user guide, provisioned IOPS volumes).
 */
const io1Throughput = (iops: number): number =>
  iops <= 32_000 ? Math.min(500, iops / 4) : Math.min(1000, iops / 64);

/**
 * gp3 reaches the same IOPS and throughput at a fraction of the price, with latency of a few milliseconds instead
 * of one; whether the workload feels that was not read, so the amount is advisory. io2 costs what io1 costs and
 * lasts longer, which is the answer where latency counts.
 */
export const ebsIo1ToGp3 = check({
  id: 'ebs-io1-to-gp3',
  version: 1,
  aspect: 'cost-optimization',
  severity: 'medium',
  on: volumes,
  references: ['WA:COST06-BP03'],
  effort: 'S',
  fix: {
    cli: ({ body }) => {
      const iops = body.Iops ?? 0;
      return `aws ec2 modify-volume --volume-id ${body.VolumeId} --volume-type gp3 --iops ${Math.max(3000, iops)} --throughput ${Math.max(125, Math.ceil(io1Throughput(iops)))}`;
    },
  },
  judge(volume, { prices }) {
    const { VolumeType: type = '', Size: size = 0, Iops: iops = 0, MultiAttachEnabled } = volume.body;
    if (type !== 'io1') return notApplicable('not-io1', { type });
    if (MultiAttachEnabled) return notApplicable('multi-attach');
    const target = {
      type: 'gp3',
      size,
      iops: Math.max(3000, iops),
      throughput: Math.max(125, Math.ceil(io1Throughput(iops))),
    };
    const io1 = volumeCost(prices, volume.region, { type, size, iops });
    const gp3 = volumeCost(prices, volume.region, target);
    const seen = { VolumeType: type, Size: size, Iops: iops };
    if (!io1 || !gp3) return fail('price-unknown', { size, iops, region: volume.region }, { seen });
    const facts = {
      size,
      iops,
      io1: micros(io1),
      gp3: micros(gp3),
      gp3Iops: target.iops,
      throughput: target.throughput,
    };
    if (gp3.gte(io1)) return pass('io1-is-cheaper', facts, { seen });
    return fail('gp3-is-cheaper', facts, {
      seen,
      saving: saving(prices, io1.minus(gp3), {
        basis: `${size} GiB io1 with ${iops} IOPS to gp3 with ${target.iops} IOPS and ${target.throughput} MiB/s`,
        effort: 'S',
        restart: false,
        confidence: 'medium',
        action: 'migrate',
        advisory: 'usage-not-read',
      }),
    });
  },
});
