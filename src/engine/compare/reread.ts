import type { Place } from '../../shared/model/resource.ts';
import type { Listing } from '../collectors/read.ts';
import type { ReadPlan } from '../snapshot/plan.ts';
import { storeSource } from '../snapshot/store-source.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';

/** Whether the resources of a type were looked for where one of them was. */
export type Reread = (resource: Place & { type: string }) => boolean;

/**
 * What a snapshot looked for, to the end and without a failure: only that can be gone. An account, a region or a kind
 * of resource that the scan was not asked for is as unread as one that was denied.
 */
export function rereadIn(db: Db<EngagementSchema>, snapshot: number, plan: ReadPlan): Reread {
  const source = storeSource(db, snapshot, plan);
  const scanned = new Set(source.places().map(({ account, region }) => `${account}|${region}`));
  const listingsOf = Map.groupBy(plan.listings, (listing) => listing.type);

  const wasRead = (listing: Listing, { account, region }: Place): boolean => {
    const place = { account, region: listing.scope === 'region' ? region : 'global' };
    if (!scanned.has(`${account}|${place.region}`)) return false;
    for (let one: Listing | undefined = listing; one; one = one.under)
      if (source.listingFailure(one.id, place)) return false;
    return true;
  };
  return ({ type, ...place }) => {
    const listings = listingsOf.get(type);
    return listings?.every((listing) => wasRead(listing, place)) ?? false;
  };
}
