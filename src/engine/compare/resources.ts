import type { PropertyChange, ResourceChange } from '../../shared/model/comparison.ts';
import type { JsonValue } from '../../shared/model/json.ts';
import type { Read } from '../collectors/read.ts';
import type { ReadPlan } from '../snapshot/plan.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { propertyChanges } from './properties.ts';
import type { Reread } from './reread.ts';

export interface ResourceDifference {
  change: ResourceChange;
  /** Row of the resource. */
  resource: number;
}

interface Row {
  id: number;
  account: string;
  region: string;
  type: string;
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
  const readId = readIds(db);
  const bodies = assets.flatMap((listing) => readId.get(listing.id) ?? []);

  const missing = (inOne: number, inOther: number) =>
    db
      .prepare<Row>(
        `SELECT r.id, a.aws_id AS account, r.region, t.name AS type
       FROM snapshot_resource one
       JOIN resource r ON r.id = one.resource_id
       JOIN account a ON a.id = r.account_id
       JOIN resource_type t ON t.id = r.type_id
       WHERE one.snapshot_id = ? AND one.page = 0 AND one.read_id IN (${bodies.join(',')})
         AND NOT EXISTS (SELECT 1 FROM snapshot_resource other
                         WHERE other.snapshot_id = ? AND other.resource_id = one.resource_id AND other.read_id = one.read_id)`,
      )
      .all(inOne, inOther);

  const added = missing(after, before).map((row) => ({ change: 'added' as const, resource: row.id }));
  const gone = missing(before, after).map((row) => ({
    change: reread(row) ? ('removed' as const) : ('not-reread' as const),
    resource: row.id,
  }));
  return [...added, ...gone, ...changedResources(db, before, after, plan, readId)];
}

/** What of a resource changed, property by property; those of facets begin with the facet's name. */
export function propertiesChanged(
  db: Db<EngagementSchema>,
  before: number,
  after: number,
  plan: ReadPlan,
  resource: number,
): PropertyChange[] {
  const readOf = comparedReads(plan, readIds(db));
  return changedBodies(db, readOf, 'AND old.resource_id = ?')
    .all(after, before, resource)
    .flatMap((row) => differences(row, readOf.get(row.read_id)!));
}

function changedResources(
  db: Db<EngagementSchema>,
  before: number,
  after: number,
  plan: ReadPlan,
  readId: ReadonlyMap<string, number>,
): ResourceDifference[] {
  const readOf = comparedReads(plan, readId);
  const changed = new Set<number>();
  for (const row of changedBodies(db, readOf).all(after, before))
    if (!changed.has(row.id) && differences(row, readOf.get(row.read_id)!).length > 0) changed.add(row.id);
  return Array.from(changed, (resource) => ({ change: 'changed', resource }));
}

interface ChangedBody {
  id: number;
  read_id: number;
  was: string;
  is: string;
}

const changedBodies = (db: Db<EngagementSchema>, reads: ReadonlyMap<number, Read>, condition = '') =>
  db.prepare<ChangedBody>(
    `SELECT old.resource_id AS id, old.read_id, x.body AS was, y.body AS "is"
     FROM snapshot_resource old
     JOIN snapshot_resource new ON new.snapshot_id = ? AND new.resource_id = old.resource_id
       AND new.read_id = old.read_id AND new.page = old.page AND new.content_id <> old.content_id
     JOIN content x ON x.id = old.content_id
     JOIN content y ON y.id = new.content_id
     WHERE old.snapshot_id = ? AND old.read_id IN (${[...reads.keys()].join(',')}) ${condition}
     ORDER BY old.resource_id, old.read_id, old.page`,
  );

function differences({ was, is }: ChangedBody, read: Read): PropertyChange[] {
  const found = propertyChanges(JSON.parse(was) as JsonValue, JSON.parse(is) as JsonValue, read.volatile);
  if (read.kind === 'listing') return found;
  return found.map((one) => ({ ...one, path: one.path ? `${read.name}.${one.path}` : read.name }));
}

const readIds = (db: Db<EngagementSchema>): ReadonlyMap<string, number> =>
  new Map(db.all(db.q.selectFrom('read').selectAll()).map((read) => [read.name, read.id]));

/** Reads of assets by number, without metrics. */
function comparedReads(plan: ReadPlan, numbers: ReadonlyMap<string, number>): ReadonlyMap<number, Read> {
  const isCompared = (read: Read) =>
    read.kind === 'facet' ? !read.metric && !read.of.auxiliary : !read.auxiliary;
  return new Map(
    plan.all
      .filter(isCompared)
      .flatMap((read) => (numbers.has(read.id) ? [[numbers.get(read.id)!, read] as const] : [])),
  );
}
