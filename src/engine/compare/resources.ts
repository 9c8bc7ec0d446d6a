import type { PropertyChange, ResourceChange } from '../../shared/model/comparison.ts';
import type { JsonValue } from '../../shared/model/json.ts';
import type { ReadPlan } from '../snapshot/plan.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { propertyChanges } from './properties.ts';
import type { Reread } from './reread.ts';

export interface ResourceDifference {
  change: ResourceChange;
  resource: { account: string; region: string; type: string; arn: string; name: string };
  /** Set for changed ones. */
  properties: PropertyChange[];
}

interface Row {
  id: number;
  account: string;
  region: string;
  type: string;
  arn: string;
  name: string;
}

/**
 * Resources added, removed and changed from one snapshot to another, metrics and properties that move by themselves
 * left out. One that is missing where nobody looked is `not-reread` and not removed.
 */
export function compareResources(
  db: Db<EngagementSchema>,
  before: number,
  after: number,
  plan: ReadPlan,
  reread: Reread,
): ResourceDifference[] {
  const assets = plan.listings.filter((listing) => !listing.auxiliary);
  const readId = new Map(db.all(db.q.selectFrom('read').selectAll()).map((read) => [read.name, read.id]));
  const bodies = assets.flatMap((listing) => readId.get(listing.id) ?? []);

  const missing = (inOne: number, inOther: number) =>
    db
      .prepare<Row>(
        `SELECT r.id, a.aws_id AS account, r.region, t.name AS type, r.arn, r.name
       FROM snapshot_resource one
       JOIN resource r ON r.id = one.resource_id
       JOIN account a ON a.id = r.account_id
       JOIN resource_type t ON t.id = r.type_id
       WHERE one.snapshot_id = ? AND one.page = 0 AND one.read_id IN (${bodies.join(',')})
         AND NOT EXISTS (SELECT 1 FROM snapshot_resource other
                         WHERE other.snapshot_id = ? AND other.resource_id = one.resource_id AND other.read_id = one.read_id)
       ORDER BY r.arn`,
      )
      .all(inOne, inOther);

  const added = missing(after, before).map((row) => difference('added', row));
  const gone = missing(before, after).map((row) => difference(reread(row) ? 'removed' : 'not-reread', row));
  return [...added, ...gone, ...changedResources(db, before, after, plan, readId)];
}

const difference = (
  change: ResourceChange,
  { account, region, type, arn, name }: Row,
  properties: PropertyChange[] = [],
) => ({
  change,
  resource: { account, region, type, arn, name },
  properties,
});

function changedResources(
  db: Db<EngagementSchema>,
  before: number,
  after: number,
  plan: ReadPlan,
  readId: ReadonlyMap<string, number>,
): ResourceDifference[] {
  const compared = plan.all.filter((read) =>
    read.kind === 'facet' ? !read.metric && !read.of.auxiliary : !read.auxiliary,
  );
  const readOf = new Map(
    compared.flatMap((read) => (readId.has(read.id) ? [[readId.get(read.id)!, read] as const] : [])),
  );
  const rows = db
    .prepare<Row & { read_id: number; page: number; was: string; is: string }>(
      `SELECT r.id, a.aws_id AS account, r.region, t.name AS type, r.arn, r.name, old.read_id, old.page, x.body AS was, y.body AS "is"
       FROM snapshot_resource old
       JOIN snapshot_resource new ON new.snapshot_id = ? AND new.resource_id = old.resource_id
         AND new.read_id = old.read_id AND new.page = old.page AND new.content_id <> old.content_id
       JOIN resource r ON r.id = old.resource_id
       JOIN account a ON a.id = r.account_id
       JOIN resource_type t ON t.id = r.type_id
       JOIN content x ON x.id = old.content_id
       JOIN content y ON y.id = new.content_id
       WHERE old.snapshot_id = ? AND old.read_id IN (${[...readOf.keys()].join(',')})
       ORDER BY r.arn, old.read_id, old.page`,
    )
    .all(after, before);
  const changes = new Map<number, ResourceDifference>();
  for (const row of rows) {
    const read = readOf.get(row.read_id)!;
    const found = propertyChanges(
      JSON.parse(row.was) as JsonValue,
      JSON.parse(row.is) as JsonValue,
      read.volatile,
    );
    if (found.length === 0) continue;
    const named =
      read.kind === 'facet'
        ? found.map((one) => ({ ...one, path: one.path ? `${read.name}.${one.path}` : read.name }))
        : found;
    const known = changes.get(row.id);
    if (known) known.properties.push(...named);
    else changes.set(row.id, difference('changed', row, named));
  }
  return [...changes.values()];
}
