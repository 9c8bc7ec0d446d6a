import { z } from 'zod';
import { cpuUtilization, dbInstances } from '../../collectors/rds.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import { daysSince } from '../metrics.ts';

const DAYS = 14;
const ENOUGH = 7;

/** One peak is a batch job; a peak on most days is a database at its limit. */
export const rdsCpuSaturated = check({
  id: 'rds-cpu-saturated',
  version: 1,
  aspect: 'scalability',
  severity: 'medium',
  on: dbInstances,
  reads: [cpuUtilization],
  parameters: z.object({
    /** Per cent. */
    peak: z.number().min(1).max(100).default(90),
    /** Share of the days with data. */
    shareOfDays: z.number().min(0).max(1).default(0.7),
  }),
  references: ['WA:PERF02-BP04'],
  effort: 'M',
  judge(instance, { now, parameters: { peak, shareOfDays } }) {
    const { DBInstanceStatus: status, InstanceCreateTime: created, DBInstanceClass: size } = instance.body;
    if (status !== 'available') return notApplicable('not-running', { status: status ?? '' });
    if (!created || daysSince(created, now) < DAYS) return notApplicable('too-young', { days: DAYS });
    const points = instance.get(cpuUtilization)?.points ?? [];
    if (points.length < ENOUGH) return unknown('too-little-data', { days: points.length });
    const high = points.filter((point) => point.value >= peak).length;
    const seen = { DBInstanceClass: size, Days: points.length, DaysAtPeak: high };
    const parameters = { high, days: points.length, peak };
    return high >= points.length * shareOfDays
      ? fail('saturated', parameters, { seen })
      : pass('room', parameters, { seen });
  },
});
