import { type AllowList, allowKey } from '../aws/guard.ts';
import { callRegion, type Facet, type Listing, type Read } from '../collectors/read.ts';

/** The reads of a scan in the order in which they depend on each other, facets under their listing's type. */
export interface ReadPlan {
  listings: readonly Listing[];
  facetsOf(listing: Listing): readonly Facet[];
  childrenOf(listing: Listing): readonly Listing[];
  read(id: string): Read | undefined;
  all: readonly Read[];
}

export function readPlan(reads: Iterable<Read>): ReadPlan {
  const all = [...new Set(reads)].sort((a, b) => a.id.localeCompare(b.id, 'en'));
  const byId = new Map(all.map((read) => [read.id, read]));
  const listings = all.filter((read) => read.kind === 'listing');
  const facets = all.filter((read) => read.kind === 'facet');
  return {
    all,
    listings,
    facetsOf: (listing) => facets.filter((facet) => facet.of.id === listing.id),
    childrenOf: (listing) => listings.filter((child) => child.under?.id === listing.id),
    read: (id) => byId.get(id),
  };
}

/** Regions a listing is asked in, given the regions of an account. */
export const regionsOf = (listing: Listing, regions: readonly string[]): readonly string[] =>
  listing.scope === 'region' ? regions : ['global'];

/** What a scan may call: the declared reads, and the two calls that find out who and where we are. */
export function allowListOf(reads: Iterable<Read>): AllowList {
  const allowed = new Set([
    allowKey('sts', 'GetCallerIdentity'),
    allowKey('ec2', 'DescribeRegions'),
    allowKey('organizations', 'DescribeOrganization'),
    allowKey('organizations', 'ListAccounts'),
  ]);
  for (const read of reads) allowed.add(allowKey(read.service, read.operation));
  return allowed;
}

export { callRegion };
