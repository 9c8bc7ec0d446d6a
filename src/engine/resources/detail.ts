import type { JsonValue } from '../../shared/model/json.ts';
import type { ReadFailure } from '../../shared/model/outcome.ts';
import type { ResourceIdentity, Tags } from '../../shared/model/resource.ts';
import { taggedResources, taggingPlace, tagsByArn, tagsOf } from '../collectors/tagging.ts';
import type { ReadPlan } from '../snapshot/plan.ts';
import { type StoreSource, storeSource } from '../snapshot/store-source.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';

export interface ResourceDetail {
  resource: ResourceIdentity;
  /** Null: not read. Undefined: no tags are read of the type. */
  tags: Tags | null | undefined;
  body: JsonValue;
  facets: Record<string, JsonValue>;
  /** Facets that should be there and are not. */
  unread: { name: string; read: string; failure: ReadFailure }[];
}

/** One resource with all that was read of it. */
export function resourceDetail(
  db: Db<EngagementSchema>,
  snapshot: number,
  plan: ReadPlan,
  { type, account, region, arn, name }: ResourceIdentity,
): ResourceDetail | undefined {
  const source = storeSource(db, snapshot, plan);
  const found = source.find(type, account, arn);
  if (!found) return undefined;
  const resource = { account, region, type, arn, name };
  const listings = plan.listings.filter((listing) => listing.type === type);
  return {
    resource,
    tags: tagsIn(source, listings[0]!, { ...resource, body: found.body }),
    body: found.body,
    facets: Object.fromEntries(found.facets),
    unread: listings
      .flatMap((listing) => plan.facetsOf(listing))
      .flatMap((facet) => {
        const failure = source.facetFailure(facet.id, arn, resource);
        return failure ? [{ name: facet.name, read: facet.id, failure }] : [];
      }),
  };
}

function tagsIn(
  source: StoreSource,
  listing: ReadPlan['listings'][number],
  resource: ResourceIdentity & { body: JsonValue },
): Tags | null | undefined {
  if (listing.tags !== 'tagging-api') return tagsOf(listing, resource, () => new Map());
  const place = taggingPlace(resource);
  if (source.listingFailure(taggedResources.id, place)) return null;
  const mapping = source.find(taggedResources.type, resource.account, resource.arn);
  return tagsOf(listing, resource, () => tagsByArn(mapping ? [mapping] : []));
}
