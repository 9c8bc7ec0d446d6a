import { asReadFailure, classify } from '../../../src/engine/aws/failure.ts';
import type { Call, Send } from '../../../src/engine/aws/send.ts';
import {
  type AnyListing,
  at,
  callRegion,
  type Facet,
  type Found,
  type Read,
  redactor,
} from '../../../src/engine/collectors/read.ts';
import type { SampleEstate } from '../../../src/engine/sample/index.ts';
import type { SnapshotResource, SnapshotSource } from '../../../src/engine/snapshot/source.ts';
import type { ReadFailure } from '../../../src/shared/model/outcome.ts';
import type { Place } from '../../../src/shared/model/resource.ts';

export interface Scanned {
  source: SnapshotSource;
  resources: SnapshotResource[];
  /** Reads that failed, with the resource or place. */
  failures: { read: string; account: string; region: string; arn?: string; failure: ReadFailure }[];
  calls: Record<string, number>;
  /** Errors that are no errors of AWS: mistakes of the sample. */
  mistakes: string[];
}

/** Makes all reads of an estate at once, in memory: the collectors as they are, without the queue and the file. */
export async function scan(
  estate: Pick<SampleEstate, 'send' | 'accounts' | 'regions' | 'takenAt'>,
  reads: readonly Read[],
): Promise<Scanned> {
  const scanner = new Scanner(estate.send, reads, estate.takenAt);
  for (const account of estate.accounts)
    if (!account.refuses) {
      for (const region of ['global', ...estate.regions])
        await scanner.place({ account: account.id, region }, account.management);
    }
  return scanner.scanned();
}

const key = (read: string, place: Place, arn = '') => `${read}|${place.account}|${place.region}|${arn}`;

class Scanner {
  readonly #send: Send;
  readonly #listings: AnyListing[];
  readonly #facets: Facet[];
  readonly #now: Date;
  readonly #redactor = redactor('sample');
  readonly #places: Place[] = [];
  readonly #rows = new Map<string, (SnapshotResource & { listedIn: Place })[]>();
  readonly #failures = new Map<string, ReadFailure>();
  readonly #failed: Scanned['failures'] = [];
  readonly #calls: Record<string, number> = {};
  readonly #known = new Set<string>();
  readonly #mistakes: string[] = [];

  constructor(send: Send, reads: readonly Read[], now: Date) {
    this.#send = send;
    this.#listings = reads.filter((read) => read.kind === 'listing');
    this.#facets = reads.filter((read) => read.kind === 'facet');
    this.#now = now;
  }

  async place(place: Place, management: boolean): Promise<void> {
    this.#places.push(place);
    for (const listing of this.#listings) {
      if ((listing.scope === 'region') !== (place.region !== 'global')) continue;
      if (listing.scope === 'organization' && !management) continue;
      if (!listing.under) await this.#list(listing, place, undefined);
    }
  }

  async #list(listing: AnyListing, place: Place, parent: Found<unknown> | undefined): Promise<void> {
    const where = at(place, 'aws', this.#now);
    const fresh: (SnapshotResource & { listedIn: Place })[] = [];
    for (const input of listing.inputs(where, parent)) {
      const pages = await this.#pages(listing, place, callRegion(place.region), input);
      if (pages instanceof Error) {
        this.#fail(listing, place, pages);
        continue;
      }
      for (const output of pages)
        for (const item of listing.items(output)) {
          const stored = listing.store(item, where, this.#redactor, parent);
          // What reaches several regions, as trails do, is one resource all the same.
          const id = `${listing.type} ${place.account} ${stored.arn}`;
          if (this.#known.has(id)) continue;
          this.#known.add(id);
          fresh.push({
            account: place.account,
            region: stored.region ?? place.region,
            type: listing.type,
            arn: stored.arn,
            name: stored.name,
            body: stored.body,
            facets: new Map(),
            listedIn: place,
          });
        }
    }
    this.#rows.set(listing.type, [...(this.#rows.get(listing.type) ?? []), ...fresh]);
    for (const facet of this.#facets)
      if (facet.of.id === listing.id) await this.#ask(facet, fresh.slice(0, facet.budget), where);
    for (const child of this.#listings)
      if (child.under?.id === listing.id) for (const row of fresh) await this.#list(child, place, row);
  }

  async #ask(facet: Facet, rows: SnapshotResource[], where: ReturnType<typeof at>): Promise<void> {
    const wanted = rows.filter((row) => facet.when(row));
    for (let from = 0; from < wanted.length; from += facet.batch) {
      const batch = wanted.slice(from, from + facet.batch);
      const region = facet.region(batch[0]!);
      const input = facet.input(batch, where);
      const pages = await this.#pages(facet, where, region, input);
      if (pages instanceof Error) {
        if (facet.absent.includes(classify(pages).code))
          for (const row of batch) row.facets.set(facet.name, null);
        else for (const row of batch) this.#fail(facet, row, pages, row.arn);
        continue;
      }
      for (const output of pages)
        for (const [arn, value] of facet.collect(output, batch, where, this.#redactor)) {
          const facets = batch.find((row) => row.arn === arn)!.facets;
          const known = facets.get(facet.name);
          facets.set(facet.name, Array.isArray(known) && Array.isArray(value) ? [...known, ...value] : value);
        }
    }
  }

  async #pages(read: Read, place: Place, region: string, input: object): Promise<unknown[] | Error> {
    const { service, operation, page } = read;
    const pages: unknown[] = [];
    let token: unknown;
    do {
      const call: Call = {
        account: place.account,
        region,
        service,
        operation,
        input: { ...input, ...(token ? { [page!.input]: token } : {}) },
      };
      const name = `${service}:${operation}`;
      this.#calls[name] = (this.#calls[name] ?? 0) + 1;
      try {
        const output = (await this.#send(call, new AbortController().signal)) as Record<string, unknown>;
        pages.push(output);
        token = page && output[page.output];
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        if (!('$metadata' in error)) this.#mistakes.push(`${read.id}: ${error.message}`);
        if (read.kind === 'listing' && read.absent.includes(classify(error).code)) return pages;
        return error;
      }
    } while (token);
    return pages;
  }

  #fail(read: Read, place: Place, error: Error, arn?: string): void {
    const failure = asReadFailure(classify(error));
    this.#failures.set(key(read.id, place, arn), failure);
    this.#failed.push({
      read: read.id,
      account: place.account,
      region: place.region,
      ...(arn && { arn }),
      failure,
    });
  }

  scanned(): Scanned {
    const resources = [...this.#rows.values()].flat();
    const byPlace = Map.groupBy(resources, (row) =>
      key(row.type, row.listedIn.region === 'global' ? row.listedIn : row),
    );
    return {
      resources,
      failures: this.#failed,
      calls: this.#calls,
      mistakes: this.#mistakes,
      source: {
        takenAt: this.#now,
        places: () => this.#places,
        resources: ({ type }, place) =>
          (byPlace.get(key(type, place)) ?? []).toSorted((a, b) => (a.arn < b.arn ? -1 : 1)),
        count: ({ type }, place) => byPlace.get(key(type, place))?.length ?? 0,
        listingFailure: (read, place) => this.#failures.get(key(read, place)),
        facetFailure: (read, arn, place) => this.#failures.get(key(read, place, arn)),
      },
    };
  }
}
