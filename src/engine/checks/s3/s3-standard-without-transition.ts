import { z } from 'zod';
import { bucketLifecycle, buckets, standardStorage } from '../../collectors/s3.ts';
import { standardStorageCost, toGib } from '../../pricing/s3.ts';
import { micros } from '../../pricing/saving.ts';
import { check, fail, pass } from '../check.ts';

/**
 * Names what the bucket costs and no saving: the share that is read seldom enough for a colder class is not in any
 * metric, and moving small or young objects costs more than it saves.
 */
export const s3StandardWithoutTransition = check({
  id: 's3-standard-without-transition',
  version: 1,
  aspect: 'cost-optimization',
  severity: 'low',
  on: buckets,
  reads: [standardStorage, bucketLifecycle],
  parameters: z.object({
    /** GiB in the Standard class from which a look is worth it. */
    from: z.number().int().min(1).default(500),
  }),
  references: ['WA:COST06-BP03'],
  effort: 'M',
  fix: {
    cli: ({ name }) =>
      `aws s3api put-bucket-analytics-configuration --bucket ${name} --id whole-bucket --analytics-configuration '{"Id":"whole-bucket","StorageClassAnalysis":{}}'`,
  },
  judge(bucket, { prices, parameters: { from } }) {
    // The metric is emitted only while there is something in the class.
    const bytes = bucket.get(standardStorage)?.points.at(-1)?.value ?? 0;
    const size = Math.round(toGib(bytes));
    const seen = { StandardStorageGiB: size };
    if (size < from) return pass('small', { size, from }, { seen });
    const moving = (bucket.get(bucketLifecycle) ?? []).filter(
      (rule) =>
        rule.Status === 'Enabled' &&
        (rule.Transitions?.length || rule.Expiration?.Days || rule.Expiration?.Date),
    );
    if (moving.length > 0) return pass('moves', { size, count: moving.length }, { seen });
    const cost = standardStorageCost(prices, bucket.region, bytes);
    if (!cost) return fail('stays-price-unknown', { size, region: bucket.region }, { seen });
    return fail('stays', { size, cost: micros(cost) }, { seen });
  },
});
