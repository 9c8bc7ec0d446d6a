import { z } from 'zod';
import { images, snapshots } from '../../collectors/ec2.ts';
import { saving } from '../../pricing/saving.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { daysSince } from '../metrics.ts';
import type { KeyOf } from '../vpc/keys.ts';
import { managerOf } from './managed.ts';

const GIB = 1024 ** 3;

const bySnapshot: KeyOf<typeof images> = ({ body }) =>
  body.BlockDeviceMappings?.flatMap(({ Ebs }) => Ebs?.SnapshotId ?? []);

/**
 * Thrifty's threshold is 90 days. The amount is an upper bound: the bill counts the blocks that no other snapshot
 * holds, and neither the full size nor the size of the volume tells those.
 */
export const ebsSnapshotOld = check({
  id: 'ebs-snapshot-old',
  version: 1,
  aspect: 'cost-optimization',
  severity: 'low',
  on: snapshots,
  reads: [images],
  parameters: z.object({ days: z.number().int().positive().default(90) }),
  references: ['WA:COST04-BP05'],
  effort: 'S',
  fix: { cli: ({ body }) => `aws ec2 delete-snapshot --snapshot-id ${body.SnapshotId}` },
  judge(snapshot, { estate, now, prices, parameters }) {
    const { SnapshotId: id = '', StartTime: started, StorageTier: tier } = snapshot.body;
    const { FullSnapshotSizeInBytes: bytes, VolumeSize: volumeSize = 0 } = snapshot.body;
    const manager = managerOf(snapshot.tags);
    if (manager) return notApplicable('managed', { manager });
    if (tier === 'archive') return notApplicable('archived');
    const days = daysSince(started!, now);
    const seen = { StartTime: started, VolumeSize: volumeSize, FullSnapshotSizeInBytes: bytes };
    if (days <= parameters.days) return pass('recent', { started: started! }, { seen });
    const image = estate.index(images, bySnapshot).get(id)?.[0];
    if (image) return notApplicable('of-image', { image: image.name });
    const size = bytes ? bytes / GIB : volumeSize;
    return fail(
      'old',
      { started: started!, days, size },
      {
        seen,
        saving: saving(prices, prices.price(snapshot.region, 'ebs.snapshot.gb-month')?.times(size), {
          basis: `${size.toFixed(2)} GiB at most; the bill counts the blocks that no other snapshot holds`,
          effort: 'S',
          restart: false,
          confidence: 'low',
          action: 'delete',
          advisory: 'upper-bound',
        }),
      },
    );
  },
});
