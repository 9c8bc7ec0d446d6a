import type { Read } from '../../src/engine/collectors/read.ts';
import type { SnapshotSource } from '../../src/engine/snapshot/source.ts';
import type { ReadFailure } from '../../src/shared/model/outcome.ts';

/**
 * A snapshot in which one read failed everywhere: what it gave is not there, nor what hangs on it, and the ledger
 * says why. `all` are the reads of the snapshot.
 */
export function failing(
  source: SnapshotSource,
  read: Read,
  failure: ReadFailure,
  all: Iterable<Read>,
): SnapshotSource {
  const reads = [...all];
  const lost = new Set<Read>([read]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const one of reads) {
      const parent = one.kind === 'listing' ? one.under : one.of;
      if (parent && lost.has(parent) && !lost.has(one)) {
        lost.add(one);
        grown = true;
      }
    }
  }
  const lostFacets = new Set(
    [...lost].flatMap((one) => (one.kind === 'facet' ? [`${one.of.id}|${one.name}`] : [])),
  );
  return {
    takenAt: source.takenAt,
    places: () => source.places(),
    resources: (listing, place) =>
      lost.has(listing)
        ? []
        : source.resources(listing, place).map((resource) => ({
            ...resource,
            facets: new Map(
              [...resource.facets].filter(([name]) => !lostFacets.has(`${listing.id}|${name}`)),
            ),
          })),
    count: (listing, place) => (lost.has(listing) ? 0 : source.count(listing, place)),
    listingFailure: (id, place) => (id === read.id ? failure : source.listingFailure(id, place)),
    facetFailure: (id, arn, place) => (id === read.id ? failure : source.facetFailure(id, arn, place)),
  };
}
