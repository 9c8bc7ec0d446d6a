import { tables } from '../../collectors/dynamodb.ts';
import { instances } from '../../collectors/ec2.ts';
import { loadBalancers } from '../../collectors/elbv2.ts';
import { functions } from '../../collectors/lambda.ts';
import { dbInstances } from '../../collectors/rds.ts';
import type { AnyListing } from '../../collectors/read.ts';
import { buckets } from '../../collectors/s3.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { anyOf } from '../settle.ts';

/** What works in a region, and would be near its data. */
const workers: AnyListing[] = [instances, functions, dbInstances, tables, loadBalancers];

/** Data far from everything that uses it is a forgotten trial, a copy kept on purpose, or somebody else's. */
export const s3BucketStrayRegion = check({
  id: 's3-bucket-stray-region',
  version: 1,
  aspect: 'dimension',
  severity: 'low',
  on: buckets,
  reads: workers,
  references: ['WA:COST04-BP01', 'WA:SUS01-BP01'],
  effort: 'S',
  judge({ account, region, body }, { estate }) {
    if (!estate.regions().includes(region)) return notApplicable('region-not-scanned', { region });
    const seen = { BucketRegion: region, CreationDate: body.CreationDate };
    const isUsed = anyOf(...workers.map((listing) => () => estate.count(listing, { account, region }) > 0));
    return isUsed ? pass('used-region', { region }, { seen }) : fail('stray', { region }, { seen });
  },
});
