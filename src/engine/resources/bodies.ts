import { setImmediate } from 'node:timers/promises';
import type { JsonValue } from '../../shared/model/json.ts';
import type { AnyListing } from '../collectors/read.ts';
import type { ReadPlan } from '../snapshot/plan.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { relationsFrom } from './relations.ts';

export interface Opened {
  listing: AnyListing;
  body: JsonValue;
  /** Those in which others are named. */
  facets: Map<string, JsonValue>;
}

/** What is opened before others get their turn: some ten milliseconds. */
const AT_ONCE = 500;

interface Found {
  resource_id: number;
  read_id: number;
  body: string;
}

/**
 * Opens the bodies of assets of a snapshot, one after the other. A large estate has a hundred thousand, which takes
 * seconds, so other calls are answered in between. `rows` ascend; one that the snapshot does not hold is passed over.
 */
export async function openBodies(
  db: Db<EngagementSchema>,
  snapshot: number,
  plan: ReadPlan,
  rows: Int32Array,
  open: (number: number, opened: Opened) => void,
): Promise<void> {
  const { listings, facets } = readsWanted(db, plan);
  const bodies = db.prepare<Found>(
    `SELECT sr.resource_id, sr.read_id, c.body
     FROM snapshot_resource sr CROSS JOIN content c ON c.id = sr.content_id
     WHERE sr.snapshot_id = ? AND sr.resource_id BETWEEN ? AND ?
       AND sr.read_id IN (${[...listings.keys(), ...facets.keys()].join(',')})
     ORDER BY sr.resource_id, sr.read_id, sr.page`,
  );
  let number = 0;
  for (const slice of slices(rows)) {
    const byRow = Map.groupBy(bodies.all(snapshot, slice[0], slice.at(-1)), (found) => found.resource_id);
    for (const row of slice) {
      const found = byRow.get(row) ?? [];
      const own = found.find(({ read_id }) => listings.has(read_id));
      if (own)
        open(number, {
          listing: listings.get(own.read_id)!,
          body: JSON.parse(own.body) as JsonValue,
          facets: facetsIn(found, facets),
        });
      number++;
    }
    await setImmediate();
  }
}

/** Parts of a long list; others get their turn between two of them. */
export function* slices(rows: Int32Array): Generator<Int32Array> {
  for (let start = 0; start < rows.length; start += AT_ONCE) yield rows.subarray(start, start + AT_ONCE);
}

/** Numbers of the listings of assets, and of the facets in which others are named. */
function readsWanted(db: Db<EngagementSchema>, plan: ReadPlan) {
  const numbers = new Map(db.all(db.q.selectFrom('read').selectAll()).map((read) => [read.name, read.id]));
  const listings = new Map<number, AnyListing>();
  const facets = new Map<number, string>();
  for (const listing of plan.listings) {
    const number = numbers.get(listing.id);
    if (listing.auxiliary || number === undefined) continue;
    listings.set(number, listing);
    const paths = relationsFrom.get(listing.type)?.flatMap((relation) => relation.paths) ?? [];
    for (const { id, name } of plan.facetsOf(listing))
      if (numbers.has(id) && paths.some((path) => path.startsWith(`${name}:`)))
        facets.set(numbers.get(id)!, name);
  }
  return { listings, facets };
}

/** Pages of a list are one list. */
function facetsIn(found: readonly Found[], facets: ReadonlyMap<number, string>): Map<string, JsonValue> {
  const values = new Map<string, JsonValue>();
  for (const { read_id, body } of found) {
    const name = facets.get(read_id);
    if (!name) continue;
    const value = JSON.parse(body) as JsonValue;
    const before = values.get(name);
    values.set(name, Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value);
  }
  return values;
}
