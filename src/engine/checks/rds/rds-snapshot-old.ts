import { z } from 'zod';
import { dbSnapshots } from '../../collectors/rds.ts';
import { snapshotCost } from '../../pricing/rds.ts';
import { micros, saving } from '../../pricing/saving.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { daysSince } from '../metrics.ts';

/** Automated snapshots and those of AWS Backup end by themselves; manual ones stay until somebody deletes them. */
export const rdsSnapshotOld = check({
  id: 'rds-snapshot-old',
  version: 1,
  aspect: 'cost-optimization',
  severity: 'low',
  on: dbSnapshots,
  parameters: z.object({ days: z.number().int().min(1).default(90) }),
  references: ['WA:COST04-BP05'],
  effort: 'S',
  fix: { cli: ({ name }) => `aws rds delete-db-snapshot --db-snapshot-identifier ${name}` },
  judge(snapshot, { now, prices, parameters: { days } }) {
    const {
      SnapshotType: type,
      SnapshotCreateTime: created,
      AllocatedStorage: size = 0,
      Status: status,
      DBInstanceIdentifier: database = '',
    } = snapshot.body;
    if (type !== 'manual') return notApplicable('not-manual', { type: type ?? '' });
    if (!created || status !== 'available') return notApplicable('not-ready', { status: status ?? '' });
    const age = daysSince(created, now);
    const seen = { SnapshotCreateTime: created, AllocatedStorage: size, DBInstanceIdentifier: database };
    if (age < days) return pass('recent', { age }, { seen });
    const cost = snapshotCost(prices, snapshot.region, size);
    if (!cost) return fail('old-price-unknown', { age, size, region: snapshot.region }, { seen });
    return fail(
      'old',
      { age, size, cost: micros(cost) },
      {
        seen,
        saving: saving(prices, cost, {
          basis: `${size} GiB of RDS backup storage, which snapshots fill only in part`,
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
