import { z } from 'zod';
import { dbInstances, freeStorageSpace } from '../../collectors/rds.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import { daysSince, summarize } from '../metrics.ts';

const DAYS = 14;
const ENOUGH = 7;
const GIB = 1024 ** 3;

/** Names no amount: RDS cannot shrink storage in place, and on gp2 the size may have been chosen for its IOPS. */
export const rdsStorageOversized = check({
  id: 'rds-storage-oversized',
  version: 1,
  aspect: 'resource-usage',
  severity: 'low',
  on: dbInstances,
  reads: [freeStorageSpace],
  parameters: z.object({
    /** GiB; smaller storage is not worth the move. */
    from: z.number().int().min(1).default(100),
    /** Share of the storage that was free at the fullest moment. */
    freeShare: z.number().min(0).max(1).default(0.8),
  }),
  references: ['WA:COST06-BP03'],
  effort: 'M',
  judge(instance, { now, parameters: { from, freeShare } }) {
    const {
      DBClusterIdentifier: cluster,
      DBInstanceStatus: status,
      AllocatedStorage: size = 0,
      InstanceCreateTime: created,
    } = instance.body;
    if (cluster) return notApplicable('in-cluster', { cluster });
    if (status !== 'available') return notApplicable('not-running', { status: status ?? '' });
    if (size < from) return notApplicable('small', { size, from });
    if (!created || daysSince(created, now) < DAYS) return notApplicable('too-young', { days: DAYS });
    const series = instance.get(freeStorageSpace);
    const days = summarize(series, 'always')?.days ?? 0;
    if (days < ENOUGH) return unknown('too-little-data', { days });
    const free = Math.min(...series!.points.map((point) => point.value)) / GIB;
    const used = Math.max(0, size - free);
    const seen = { AllocatedStorage: size, MinFreeStorageGiB: Math.round(free), Days: days };
    const parameters = { size, used: Math.round(used), days };
    return free >= size * freeShare
      ? fail('mostly-free', parameters, { seen })
      : pass('used', parameters, { seen });
  },
});
