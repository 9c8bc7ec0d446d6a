import type { ResourceIdentity } from '../../shared/model/resource.ts';
import type { ReadPlan } from '../snapshot/plan.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';

/** Rows of the resources of a snapshot that are the client's assets: what only helps to judge others is left out. */
export function assetRows(db: Db<EngagementSchema>, snapshot: number, plan: ReadPlan): Int32Array {
  const rows = db.all(
    db.q
      .selectFrom('snapshot_resource')
      .innerJoin('read', 'read.id', 'snapshot_resource.read_id')
      .select('resource_id')
      .distinct()
      .where('snapshot_id', '=', snapshot)
      .where('snapshot_resource.page', '=', 0)
      .where('read.name', 'in', assetReads(plan)),
  );
  return Int32Array.from(rows, (row) => row.resource_id);
}

/** All assets of a snapshot by type, account, region and ARN. */
export const assetsOf = (db: Db<EngagementSchema>, snapshot: number, plan: ReadPlan): ResourceIdentity[] =>
  db.all(
    identities(db)
      .where('snapshot_id', '=', snapshot)
      .where('snapshot_resource.page', '=', 0)
      .where('read.name', 'in', assetReads(plan))
      .orderBy('resource_type.name')
      .orderBy('account.aws_id')
      .orderBy('resource.region')
      .orderBy('resource.arn'),
  );

const assetReads = (plan: ReadPlan): string[] =>
  plan.listings.filter((listing) => !listing.auxiliary).map((listing) => listing.id);

const identities = (db: Db<EngagementSchema>) =>
  db.q
    .selectFrom('snapshot_resource')
    .innerJoin('read', 'read.id', 'snapshot_resource.read_id')
    .innerJoin('resource', 'resource.id', 'snapshot_resource.resource_id')
    .innerJoin('account', 'account.id', 'resource.account_id')
    .innerJoin('resource_type', 'resource_type.id', 'resource.type_id')
    .select([
      'account.aws_id as account',
      'resource.region',
      'resource_type.name as type',
      'resource.arn',
      'resource.name',
    ]);
