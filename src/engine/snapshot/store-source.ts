import type { JsonValue } from '../../shared/model/json.ts';
import type { ReadFailure } from '../../shared/model/outcome.ts';
import type { Place } from '../../shared/model/resource.ts';
import type { AnyListing, Facet } from '../collectors/read.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import type { ReadPlan } from './plan.ts';
import type { SnapshotResource, SnapshotSource } from './source.ts';

interface Row {
  id: number;
  account: string;
  region: string;
  arn: string;
  name: string;
  read_id: number;
  body: string;
}

const NOT_FINISHED: ReadFailure = {
  outcome: 'skipped',
  code: 'ScanNotFinished',
  message: 'The scan has not come to this read yet.',
};

export interface StoreSource extends SnapshotSource {
  /** One resource by its ARN. */
  find(type: string, arn: string): SnapshotResource | undefined;
}

/** A snapshot in the engagement file, as checks and reports see it. */
export function storeSource(db: Db<EngagementSchema>, snapshot: number, plan: ReadPlan): StoreSource {
  const row = db.get(db.q.selectFrom('snapshot').select('started_at').where('id', '=', snapshot));
  if (!row) throw new Error(`There is no snapshot ${snapshot}`);
  const readIds = new Map(db.all(db.q.selectFrom('read').selectAll()).map((read) => [read.name, read.id]));
  const readNames = new Map([...readIds].map(([name, id]) => [id, name]));
  const typeIds = new Map(
    db.all(db.q.selectFrom('resource_type').selectAll()).map((type) => [type.name, type.id]),
  );
  const failures = failuresOf(db, snapshot, readNames);
  const places = placesOf(db, snapshot);
  const facetsOf = (listing: AnyListing): ReadonlyMap<number, Facet> =>
    new Map(
      plan.facetsOf(listing).flatMap((facet): [number, Facet][] => {
        const id = readIds.get(facet.id);
        return id === undefined ? [] : [[id, facet]];
      }),
    );
  const columns = `r.id, a.aws_id AS account, r.region, r.arn, r.name, sr.read_id, c.body`;
  const joins = `FROM resource r
    JOIN snapshot_resource sr ON sr.snapshot_id = ? AND sr.resource_id = r.id
    JOIN content c ON c.id = sr.content_id
    JOIN account a ON a.id = r.account_id
    WHERE r.type_id = ?`;
  const order = 'ORDER BY r.id, sr.read_id, sr.page';
  const regional = db.prepare<Row>(`SELECT ${columns} ${joins} AND a.aws_id = ? AND r.region = ? ${order}`);
  const anywhere = db.prepare<Row>(`SELECT ${columns} ${joins} AND a.aws_id = ? ${order}`);
  const byArn = db.prepare<Row>(`SELECT ${columns} ${joins} AND r.arn = ? ${order}`);

  return {
    takenAt: new Date(row.started_at),
    places: () => places,
    resources(listing, place) {
      const typeId = typeIds.get(listing.type);
      const readId = readIds.get(listing.id);
      if (typeId === undefined || readId === undefined) return [];
      const rows =
        place.region === 'global'
          ? anywhere.all(snapshot, typeId, place.account)
          : regional.all(snapshot, typeId, place.account, place.region);
      return assemble(rows, listing.type, readId, facetsOf(listing), failures);
    },
    find(type, arn) {
      const typeId = typeIds.get(type);
      if (typeId === undefined) return undefined;
      const rows = byArn.all(snapshot, typeId, arn);
      for (const listing of plan.listings.filter((one) => one.type === type)) {
        const [found] = assemble(rows, type, readIds.get(listing.id), facetsOf(listing), failures);
        if (found) return found;
      }
      return undefined;
    },
    listingFailure: (read, place) => failures.listings.get(`${read}|${place.account}|${place.region}`),
    facetFailure: (read, arn, place) => failures.facets.get(`${read}|${arn}|${place.account}`),
  };
}

function assemble(
  rows: Row[],
  type: string,
  listing: number | undefined,
  facets: ReadonlyMap<number, Facet>,
  failures: Failures,
): SnapshotResource[] {
  const resources = new Map<number, SnapshotResource>();
  // A type may come from several listings, such as the levels of an organization: each gives its own.
  const own = new Set(rows.filter((row) => row.read_id === listing).map((row) => row.id));
  for (const row of rows) {
    if (!own.has(row.id)) continue;
    let resource = resources.get(row.id);
    if (!resource) {
      resource = {
        account: row.account,
        region: row.region,
        type,
        arn: row.arn,
        name: row.name,
        body: null,
        facets: new Map(),
      };
      resources.set(row.id, resource);
    }
    const value = JSON.parse(row.body) as JsonValue;
    const facet = facets.get(row.read_id);
    if (row.read_id === listing) resource.body = value;
    else if (facet && !failures.facets.has(`${facet.id}|${row.arn}|${row.account}`))
      resource.facets.set(facet.name, facet.list ? joined(resource.facets.get(facet.name), value) : value);
  }
  return [...resources.values()].sort((a, b) => (a.arn < b.arn ? -1 : a.arn > b.arn ? 1 : 0));
}

/** Pages of a list facet are one list; null says that there is none of it. */
const joined = (before: JsonValue | undefined, page: JsonValue): JsonValue =>
  Array.isArray(before) && Array.isArray(page) ? [...before, ...page] : page;

interface Failures {
  listings: Map<string, ReadFailure>;
  facets: Map<string, ReadFailure>;
}

/** Reads that did not succeed or were not made yet. There are few, so they are kept in memory. */
function failuresOf(
  db: Db<EngagementSchema>,
  snapshot: number,
  readNames: ReadonlyMap<number, string>,
): Failures {
  const listings = new Map<string, ReadFailure>();
  const facets = new Map<string, ReadFailure>();
  const arnOf = db.prepare<{ arn: string }>('SELECT arn FROM resource WHERE id = ?');
  const tasks = db.all(
    db.q
      .selectFrom('task')
      .innerJoin('account', 'account.id', 'task.account_id')
      .select([
        'task.read_id',
        'account.aws_id',
        'task.region',
        'task.subjects',
        'task.state',
        'task.failure',
      ])
      .where('snapshot_id', '=', snapshot)
      .where('state', '!=', 'done'),
  );
  for (const task of tasks) {
    const read = readNames.get(task.read_id)!;
    const failure = task.failure ? (JSON.parse(task.failure) as ReadFailure) : NOT_FINISHED;
    // A child listing fails for its place as a whole: which of its resources are missing, nobody knows.
    listings.set(`${read}|${task.aws_id}|${task.region}`, failure);
    for (const id of JSON.parse(task.subjects ?? '[]') as number[])
      facets.set(`${read}|${arnOf.get(id)!.arn}|${task.aws_id}`, failure);
  }
  return { listings, facets };
}

function placesOf(db: Db<EngagementSchema>, snapshot: number): Place[] {
  const accounts = db.all(
    db.q
      .selectFrom('snapshot_account')
      .innerJoin('account', 'account.id', 'snapshot_account.account_id')
      .select(['account.aws_id', 'snapshot_account.regions'])
      .where('snapshot_id', '=', snapshot)
      .orderBy('account.aws_id'),
  );
  return accounts.flatMap(({ aws_id, regions }) =>
    ['global', ...(JSON.parse(regions) as string[]).toSorted()].map((region) => ({
      account: aws_id,
      region,
    })),
  );
}
