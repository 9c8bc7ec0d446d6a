import type { JsonValue } from '../../shared/model/json.ts';
import type { ReadFailure } from '../../shared/model/outcome.ts';
import type { Place } from '../../shared/model/resource.ts';
import type { AnyListing, Facet } from '../collectors/read.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import type { ReadPlan } from './plan.ts';
import { NOT_FINISHED } from './queue.ts';
import type { SnapshotResource, SnapshotSource } from './source.ts';

/** Id, region, ARN and name of the resource, the read, and what it gave. */
type Row = [number, string, string, string, number, string];

export interface StoreSource extends SnapshotSource {
  /** One resource by its ARN. */
  find(type: string, account: string, arn: string): SnapshotResource | undefined;
}

/**
 * A snapshot in the engagement file, as checks, comparisons and reports see it. A listing that its scan did not plan
 * was not read, and is not empty: a check that is newer than the scan, or was not chosen for it, does not guess.
 */
export function storeSource(db: Db<EngagementSchema>, snapshot: number, plan: ReadPlan): StoreSource {
  const row = db.get(db.q.selectFrom('snapshot').select(['started_at', 'plan']).where('id', '=', snapshot));
  if (!row) throw new Error(`There is no snapshot ${snapshot}`);
  const readIds = new Map(db.all(db.q.selectFrom('read').selectAll()).map((read) => [read.name, read.id]));
  const readNames = new Map([...readIds].map(([name, id]) => [id, name]));
  const typeIds = new Map(
    db.all(db.q.selectFrom('resource_type').selectAll()).map((type) => [type.name, type.id]),
  );
  const failures = failuresOf(db, snapshot, readNames);
  const planned = new Set((JSON.parse(row.plan) as { reads: string[] }).reads);
  const places = placesOf(db, snapshot);
  const facetsOf = (listing: AnyListing): ReadonlyMap<number, Facet> =>
    new Map(
      plan.facetsOf(listing).flatMap((facet): [number, Facet][] => {
        const id = readIds.get(facet.id);
        return id === undefined ? [] : [[id, facet]];
      }),
    );
  // The order of the joins is the order in which rows are found, written down because a file that is being scanned
  // has no statistics yet, without which SQLite would guess.
  const rowsWhere = (condition: string) =>
    db.prepareRaw<Row>(
      `SELECT r.id, r.region, r.arn, r.name, sr.read_id, c.body
       FROM resource r
       CROSS JOIN snapshot_resource sr ON sr.snapshot_id = ? AND sr.resource_id = r.id
       CROSS JOIN content c ON c.id = sr.content_id
       WHERE r.type_id = ? AND r.account_id = ? ${condition}
       ORDER BY r.id, sr.read_id, sr.page`,
    );
  const countWhere = (condition: string) =>
    db.prepare<{ n: number }>(
      `SELECT count(*) AS n
       FROM resource r
       CROSS JOIN snapshot_resource sr
         ON sr.snapshot_id = ? AND sr.resource_id = r.id AND sr.read_id = ? AND sr.page = 0
       WHERE r.type_id = ? AND r.account_id = ? ${condition}`,
    );
  const counted = countWhere('');
  const countedThere = countWhere('AND r.region = ?');
  const regional = rowsWhere('AND r.region = ?');
  const anywhere = rowsWhere('');
  const byArn = rowsWhere('AND r.arn = ?');
  const accountIds = new Map(
    db.all(db.q.selectFrom('account').select(['id', 'aws_id'])).map((row) => [row.aws_id, row.id]),
  );

  return {
    takenAt: new Date(row.started_at),
    places: () => places,
    resources(listing, place) {
      const typeId = typeIds.get(listing.type);
      const readId = readIds.get(listing.id);
      const accountId = accountIds.get(place.account);
      if (typeId === undefined || readId === undefined || accountId === undefined) return [];
      const rows =
        place.region === 'global'
          ? anywhere(snapshot, typeId, accountId)
          : regional(snapshot, typeId, accountId, place.region);
      return assemble(rows, { ...place, type: listing.type }, readId, facetsOf(listing), failures);
    },
    count(listing, place) {
      const typeId = typeIds.get(listing.type);
      const readId = readIds.get(listing.id);
      const accountId = accountIds.get(place.account);
      if (typeId === undefined || readId === undefined || accountId === undefined) return 0;
      return place.region === 'global'
        ? counted.get(snapshot, readId, typeId, accountId)!.n
        : countedThere.get(snapshot, readId, typeId, accountId, place.region)!.n;
    },
    find(type, account, arn) {
      const typeId = typeIds.get(type);
      const accountId = accountIds.get(account);
      if (typeId === undefined || accountId === undefined) return undefined;
      const rows = [...byArn(snapshot, typeId, accountId, arn)];
      for (const listing of plan.listings.filter((one) => one.type === type)) {
        const [found] = assemble(
          rows,
          { account, type },
          readIds.get(listing.id),
          facetsOf(listing),
          failures,
        );
        if (found) return found;
      }
      return undefined;
    },
    listingFailure: (read, place) =>
      planned.has(read)
        ? failures.listings.get(`${read}|${place.account}|${place.region}`)
        : notPlanned(read),
    facetFailure: (read, arn, place) => failures.facets.get(`${read}|${arn}|${place.account}`),
  };
}

const notPlanned = (read: string): ReadFailure => ({
  outcome: 'skipped',
  code: 'NotPlanned',
  message: `${read} was not part of this scan.`,
});

function assemble(
  rows: Iterable<Row>,
  { account, type }: { account: string; type: string },
  listing: number | undefined,
  facets: ReadonlyMap<number, Facet>,
  failures: Failures,
): SnapshotResource[] {
  const resources: SnapshotResource[] = [];
  let resource: SnapshotResource | undefined;
  let complete = false;
  const finish = () => {
    // A type may come from several listings, such as the levels of an organization: each gives its own.
    if (resource && complete) resources.push(resource);
  };
  for (const [id, region, arn, name, read, body] of rows) {
    if (resource?.id !== id) {
      finish();
      complete = false;
      resource = {
        id,
        account,
        region,
        type,
        arn,
        name,
        body: null,
        facets: NONE,
      };
    }
    const facet = facets.get(read);
    if (read === listing) {
      resource.body = JSON.parse(body) as JsonValue;
      complete = true;
    } else if (facet && !failures.facets.has(`${facet.id}|${arn}|${account}`)) {
      const value = JSON.parse(body) as JsonValue;
      if (resource.facets === NONE) resource.facets = new Map();
      resource.facets.set(facet.name, facet.list ? joined(resource.facets.get(facet.name), value) : value);
    }
  }
  finish();
  return resources.sort((a, b) => (a.arn < b.arn ? -1 : a.arn > b.arn ? 1 : 0));
}

/** Most resources have no facet, and there are many of them. */
const NONE: Map<string, JsonValue> = new Map();

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
