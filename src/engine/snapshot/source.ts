import type { JsonValue } from '../../shared/model/json.ts';
import type { ReadFailure } from '../../shared/model/outcome.ts';
import type { Place, ResourceIdentity, Tags } from '../../shared/model/resource.ts';
import type { AnyListing } from '../collectors/read.ts';

/** A resource as a snapshot holds it: its body and what facets gave, by facet name. */
export interface SnapshotResource extends ResourceIdentity {
  /** Number in the engagement file; absent in tests in memory. */
  id?: number;
  body: JsonValue;
  facets: Map<string, JsonValue>;
  /** Made of the body by whoever first asks for them. */
  tags?: Tags;
}

/**
 * What a snapshot answers to those who judge it. Implemented over the engagement file and, for tests, in memory.
 */
export interface SnapshotSource {
  /** Start of the snapshot, which is 'now' for everything that is judged. */
  readonly takenAt: Date;
  /** Accounts × regions that were to be scanned, `global` among the regions; in a fixed order. */
  places(): Place[];
  /** What a listing gave in a place, in the order of the ARNs; at `global`, in all of the account's regions. */
  resources(listing: AnyListing, place: Place): SnapshotResource[];
  /** How many resources a listing gave in a place, without reading them. */
  count(listing: AnyListing, place: Place): number;
  /** Why a listing is not complete in a place; undefined when it is. */
  listingFailure(read: string, place: Place): ReadFailure | undefined;
  /** Why a facet of a resource was not read; undefined when it was. */
  facetFailure(read: string, arn: string, place: Place): ReadFailure | undefined;
}
