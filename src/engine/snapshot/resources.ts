import type { JsonValue } from '../../shared/model/json.ts';
import type { ResourceIdentity } from '../../shared/model/resource.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import type { ReadPlan } from './plan.ts';
import { storeSource } from './store-source.ts';

export interface ResourceQuery {
  type?: string | undefined;
  account?: string | undefined;
  region?: string | undefined;
  /** Part of the name or ARN. */
  text?: string | undefined;
}

/** Resources of a snapshot that are the client's assets, by type, account, region and ARN. */
export function resourcePage(
  db: Db<EngagementSchema>,
  snapshot: number,
  plan: ReadPlan,
  query: ResourceQuery,
  window: { offset: number; limit: number },
): { total: number; resources: ResourceIdentity[] } {
  const base = assets(db, snapshot, plan, query);
  const total = db.get(base.select(({ fn }) => fn.countAll<number>().as('n')))!.n;
  const resources = db.all(
    base
      .select([
        'account.aws_id as account',
        'resource.region',
        'resource_type.name as type',
        'resource.arn',
        'resource.name',
      ])
      .orderBy('resource_type.name')
      .orderBy('account.aws_id')
      .orderBy('resource.region')
      .orderBy('resource.arn')
      .limit(window.limit)
      .offset(window.offset),
  );
  return { total, resources };
}

export function resourceCounts(
  db: Db<EngagementSchema>,
  snapshot: number,
  plan: ReadPlan,
  by: 'type' | 'account' | 'region',
): { value: string; count: number }[] {
  const column = (
    { type: 'resource_type.name', account: 'account.aws_id', region: 'resource.region' } as const
  )[by];
  return db.all(
    assets(db, snapshot, plan, {})
      .select(({ fn, ref }) => [ref(column).as('value'), fn.countAll<number>().as('count')])
      .groupBy(column)
      .orderBy('count', 'desc')
      .orderBy(column),
  );
}

/** One resource with its body and facets. */
export function findResource(
  db: Db<EngagementSchema>,
  snapshot: number,
  plan: ReadPlan,
  arn: string,
): { resource: ResourceIdentity; body: JsonValue; facets: Record<string, JsonValue> } | undefined {
  const identity = db.get(
    assets(db, snapshot, plan, {})
      .select([
        'account.aws_id as account',
        'resource.region',
        'resource_type.name as type',
        'resource.arn',
        'resource.name',
      ])
      .where('resource.arn', '=', arn),
  );
  if (!identity) return undefined;
  const found = storeSource(db, snapshot, plan).find(identity.type, identity.account, arn);
  return found && { resource: identity, body: found.body, facets: Object.fromEntries(found.facets) };
}

function assets(db: Db<EngagementSchema>, snapshot: number, plan: ReadPlan, query: ResourceQuery) {
  const types = plan.listings.filter((listing) => !listing.auxiliary).map((listing) => listing.type);
  const bodies = plan.listings.map((listing) => listing.id);
  let base = db.q
    .selectFrom('snapshot_resource')
    .innerJoin('read', 'read.id', 'snapshot_resource.read_id')
    .innerJoin('resource', 'resource.id', 'snapshot_resource.resource_id')
    .innerJoin('account', 'account.id', 'resource.account_id')
    .innerJoin('resource_type', 'resource_type.id', 'resource.type_id')
    .where('snapshot_id', '=', snapshot)
    .where('snapshot_resource.page', '=', 0)
    .where('read.name', 'in', bodies)
    .where('resource_type.name', 'in', types);
  if (query.type) base = base.where('resource_type.name', '=', query.type);
  if (query.account) base = base.where('account.aws_id', '=', query.account);
  if (query.region) base = base.where('resource.region', '=', query.region);
  if (query.text) {
    const like = `%${query.text.replace(/[%_\\]/g, '\\$&')}%`;
    base = base.where(({ or, eb, val }) =>
      or([
        eb(db.q.fn('like', [val(like), eb.ref('resource.name'), val('\\')]), '=', 1),
        eb(db.q.fn('like', [val(like), eb.ref('resource.arn'), val('\\')]), '=', 1),
      ]),
    );
  }
  return base;
}
