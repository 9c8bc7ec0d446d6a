import { readFileSync } from 'node:fs';
import type { Check } from '../../src/engine/checks/check.ts';
import { type Judged, judge } from '../../src/engine/checks/judge.ts';
import { at, type Facet, type Listing, type Read, redactor } from '../../src/engine/collectors/read.ts';
import { priceBook, pricePackSchema } from '../../src/engine/pricing/price-book.ts';
import type { SnapshotResource, SnapshotSource } from '../../src/engine/snapshot/source.ts';
import type { TagPolicy } from '../../src/shared/model/engagement.ts';
import type { Verdict } from '../../src/shared/model/finding.ts';
import { type JsonValue, toStored } from '../../src/shared/model/json.ts';
import type { ReadFailure } from '../../src/shared/model/outcome.ts';
import type { Place } from '../../src/shared/model/resource.ts';

export const ACCOUNT = '111122223333';
export const REGION = 'us-east-1';
export const NOW = new Date('2026-11-02T08:00:00Z');

export const prices = priceBook(
  pricePackSchema.parse(
    JSON.parse(readFileSync(new URL('../../resources/prices/aws.json', import.meta.url), 'utf8')),
  ),
);

export const denied: ReadFailure = {
  outcome: 'denied',
  code: 'AccessDenied',
  message: 'User is not authorized because no identity-based policy allows the action',
  denial: 'identity-policy',
};

/**
 * A small estate in memory, described with the SDK's own shapes:
 * `estate().with(volumes, [{ VolumeId: 'vol-1', VolumeType: 'gp2', Size: 1000 }])`.
 */
export function estate(place: Place = { account: ACCOUNT, region: REGION }) {
  const rows: (SnapshotResource & { listedAt: Place; listing: Read; facetReads: Map<string, Read> })[] = [];
  const failures = new Map<string, ReadFailure>();
  const places: Place[] = [{ account: place.account, region: 'global' }, place];
  const salted = redactor('test');

  const builder = {
    /** Resources of a listing; `region` when they live elsewhere than in the estate's place. */
    with<B>(listing: Listing<B>, bodies: readonly B[], options: { region?: string; parent?: string } = {}) {
      const region = listing.scope === 'region' ? (options.region ?? place.region) : 'global';
      const where = { account: place.account, region };
      if (!places.some((known) => known.region === region)) places.push(where);
      const parent = rows.find((row) => row.arn === options.parent || row.name === options.parent);
      for (const body of bodies) {
        const item = listing.store(body, at(where, 'aws', NOW), salted, parent);
        rows.push({
          account: place.account,
          region: item.region ?? region,
          type: listing.type,
          arn: item.arn,
          name: item.name,
          body: item.body,
          facets: new Map(),
          listedAt: where,
          listing,
          facetReads: new Map(),
        });
      }
      return builder;
    },
    /** Value of a facet for a resource, by its name or ARN; null: the service says there is none. */
    facet<V, B>(facet: Facet<V, B>, resource: string, value: V | null) {
      const row = rows.find(
        (one) => one.type === facet.of.type && (one.arn === resource || one.name === resource),
      );
      if (!row) throw new Error(`No ${facet.of.type} called ${resource} in this estate`);
      row.facets.set(facet.name, toStored(value) as JsonValue);
      row.facetReads.set(facet.name, facet);
      return builder;
    },
    /** The read fails everywhere: what it gave is taken away. */
    without(read: Read, failure: ReadFailure = denied) {
      failures.set(read.id, failure);
      return builder;
    },
    source(): SnapshotSource {
      const failed = (read: Read) => failures.has(read.id);
      const source: SnapshotSource = {
        takenAt: NOW,
        places: () => places,
        resources: (listing, where) =>
          rows
            .filter(
              (row) =>
                row.listing.id === listing.id && row.listedAt.region === where.region && !failed(row.listing),
            )
            .map((row) => ({
              ...row,
              facets: new Map([...row.facets].filter(([name]) => !failed(row.facetReads.get(name)!))),
            }))
            .sort((a, b) => (a.arn < b.arn ? -1 : 1)),
        listingFailure: (read) => failures.get(read),
        facetFailure: (read) => failures.get(read),
        count: (listing, where) => source.resources(listing, where).length,
      };
      return source;
    },
    /** All verdicts of a check. */
    judge(check: Check, options: { tagPolicy?: TagPolicy; parameters?: unknown } = {}): Judged[] {
      return [
        ...judge({
          source: builder.source(),
          checks: [check],
          prices,
          tagPolicy: options.tagPolicy ?? { required: [] },
          ...(options.parameters !== undefined && { parameters: { [check.id]: options.parameters } }),
        }),
      ];
    },
    /** The verdict of a check that gives just one. */
    verdict(check: Check, options: { tagPolicy?: TagPolicy; parameters?: unknown } = {}): Verdict {
      const judged = builder.judge(check, options);
      if (judged.length !== 1) throw new Error(`${check.id} gave ${judged.length} verdicts instead of one`);
      return judged[0]!.verdict;
    },
  };
  return builder;
}
