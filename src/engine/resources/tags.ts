import type { JsonValue } from '../../shared/model/json.ts';
import type { Place, Tags } from '../../shared/model/resource.ts';
import type { AnyListing } from '../collectors/read.ts';
import { taggedResources, taggingPlace, tagsByArn, tagsOf } from '../collectors/tagging.ts';
import type { ReadPlan } from '../snapshot/plan.ts';
import { storeSource } from '../snapshot/store-source.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';

type Tagged = Place & { arn: string; body: JsonValue };

/** Reads the tags of many resources of a snapshot; null: they were not read; undefined: none are read of the type. */
export function tagReader(
  db: Db<EngagementSchema>,
  snapshot: number,
  plan: ReadPlan,
): (listing: AnyListing, resource: Tagged) => Tags | null | undefined {
  const source = storeSource(db, snapshot, plan);
  const places = new Set(source.places().map(({ account, region }) => `${account}|${region}`));
  const known = new Map<string, ReadonlyMap<string, Tags> | null>();
  /** What the Tagging API answered in a place; null where it was not asked or did not answer. */
  const mapped = (place: Place): ReadonlyMap<string, Tags> | null => {
    const key = `${place.account}|${place.region}`;
    let tags = known.get(key);
    if (tags === undefined) {
      const read = places.has(key) && !source.listingFailure(taggedResources.id, place);
      tags = read ? tagsByArn(source.resources(taggedResources, place)) : null;
      known.set(key, tags);
    }
    return tags;
  };
  return (listing, resource) => {
    if (listing.tags === 'tagging-api' && !mapped(taggingPlace(resource))) return null;
    return tagsOf(listing, resource, (place) => mapped(place) ?? new Map());
  };
}
