import type { JsonValue, Stored } from '../../shared/model/json.ts';
import type { ReadFailure } from '../../shared/model/outcome.ts';
import type { Place, ResourceIdentity, Tags } from '../../shared/model/resource.ts';
import type { AnyListing, Facet, Listing, Read } from '../collectors/read.ts';
import { taggedResources } from '../collectors/tagging.ts';
import type { SnapshotResource, SnapshotSource } from '../snapshot/source.ts';

/** Thrown when a check touches what was not read; the judge turns it into `unknown`. Checks never catch it. */
export class Unread extends Error {
  readonly read: Read;
  readonly failure: ReadFailure;

  constructor(read: Read, failure: ReadFailure) {
    super(`${read.id} was not read: ${failure.outcome}`);
    this.read = read;
    this.failure = failure;
  }
}

/** Thrown when a check touches a read that it does not declare: a mistake in the check. */
export class Undeclared extends Error {}

/** A resource as a check sees it. */
export interface Resource<B> extends ResourceIdentity {
  readonly body: Stored<B>;
  /** The resource's tags; touching them counts as a read where they come from another call. */
  readonly tags: Tags;
  /** Value of a facet; null when the service says that there is none. Throws Unread when it was not read. */
  get<V>(facet: Facet<V, B>): Stored<V> | null;
}

/** What a check may ask of the rest of the snapshot. Every question is checked against what was read. */
export interface Estate {
  /** All resources of a listing at a place (the subject's, unless said otherwise). */
  list<B>(listing: Listing<B>, place?: Place): Resource<B>[];
  /**
   * Resources of a listing by a key of theirs. `key` must be a constant function: the index is built once per
   * place and function.
   */
  index<B>(listing: Listing<B>, key: IndexKey<B>, place?: Place): ReadonlyMap<string, Resource<B>[]>;
  /** Regions of the subject's account that were to be scanned, without `global`. */
  regions(): string[];
}

export type IndexKey<B> = (resource: Resource<B>) => string | readonly string[] | undefined;

/** The reads that one verdict rests on. */
export type Touched = Set<string>;

/**
 * Views of a snapshot for checks. Loads a place's resources when first asked for and keeps them until the next
 * place, so that memory follows the size of a place and not of the estate.
 */
export class EstateViews {
  readonly #source: SnapshotSource;
  #place: Place | undefined;
  #cache = new Map<string, SnapshotResource[]>();
  #indexes = new Map<string, Map<unknown, Map<string, SnapshotResource[]>>>();
  #tags = new Map<string, Map<string, Tags>>();

  constructor(source: SnapshotSource) {
    this.#source = source;
  }

  /** Moves on to the next place; lists of other places than it and the account's `global` are let go. */
  enter(place: Place): void {
    if (this.#place?.account === place.account && this.#place.region === place.region) return;
    this.#place = place;
    const stays = (key: string) => key.endsWith(`|${place.account}|global`);
    for (const map of [this.#cache, this.#indexes, this.#tags])
      for (const key of map.keys()) if (!stays(key)) map.delete(key);
  }

  rows(listing: AnyListing, place: Place): SnapshotResource[] {
    const key = `${listing.id}|${place.account}|${place.region}`;
    let rows = this.#cache.get(key);
    if (!rows) {
      rows = this.#source.resources(listing, place);
      this.#cache.set(key, rows);
    }
    return rows;
  }

  listingFailure(listing: AnyListing, place: Place): ReadFailure | undefined {
    return (
      this.#source.listingFailure(listing.id, place) ??
      (listing.under && this.listingFailure(listing.under, place))
    );
  }

  /** A check's view from one resource; every read that it touches is noted in `touched`. */
  view(
    subject: Place,
    declared: ReadonlySet<string>,
    touched: Touched,
  ): Estate & {
    resource<B>(listing: Listing<B>, row: SnapshotResource): Resource<B>;
  } {
    const touch = (read: Read) => {
      if (!declared.has(read.id)) throw new Undeclared(`${read.id} is touched but not declared`);
      touched.add(read.id);
    };
    const list = <B>(listing: Listing<B>, place: Place = subject): SnapshotResource[] => {
      const where = placeOf(listing, place);
      touch(listing);
      const failure = this.listingFailure(listing, where);
      if (failure) throw new Unread(listing, failure);
      return this.rows(listing, where);
    };
    const resource = <B>(listing: Listing<B>, row: SnapshotResource): Resource<B> => ({
      account: row.account,
      region: row.region,
      type: row.type,
      arn: row.arn,
      name: row.name,
      body: row.body as Stored<B>,
      get tags() {
        return tagsOf(listing, row);
      },
      get: <V>(facet: Facet<V, B>) => {
        touch(facet);
        const value = row.facets.get(facet.name);
        if (value !== undefined) return value as Stored<V> | null;
        throw new Unread(facet, this.#source.facetFailure(facet.id, row.arn, row) ?? notRead(facet.id));
      },
    });
    const tagsOf = <B>(listing: Listing<B>, row: SnapshotResource): Tags => {
      if (listing.tags === 'none') throw new Undeclared(`${listing.type} has no tags`);
      if (listing.tags !== 'tagging-api') return listing.tags(row.body as Stored<B>);
      const place = { account: row.account, region: row.region === 'global' ? 'us-east-1' : row.region };
      const rows = list(taggedResources, place);
      const key = `${taggedResources.id}|${place.account}|${place.region}`;
      let byArn = this.#tags.get(key);
      if (!byArn) {
        byArn = new Map(rows.map((mapping) => [mapping.arn, taggedResourceTags(mapping.body)]));
        this.#tags.set(key, byArn);
      }
      return byArn.get(row.arn) ?? {};
    };
    return {
      resource,
      list: (listing, place) => list(listing, place).map((row) => resource(listing, row)),
      index: <B>(listing: Listing<B>, key: IndexKey<B>, place: Place = subject) => {
        const where = placeOf(listing, place);
        const rows = list(listing, where);
        const cacheKey = `${listing.id}|${where.account}|${where.region}`;
        const indexes = this.#indexes.get(cacheKey) ?? new Map<unknown, Map<string, SnapshotResource[]>>();
        this.#indexes.set(cacheKey, indexes);
        const index = indexes.get(key) ?? indexRows(rows, (row) => key(resource(listing, row)));
        indexes.set(key, index);
        return mapView(index, (found) => found.map((row) => resource(listing, row)));
      },
      regions: () =>
        this.#source
          .places()
          .filter((place) => place.account === subject.account && place.region !== 'global')
          .map((place) => place.region),
    };
  }
}

/** A global listing is asked at the account's `global` place wherever the subject lives. */
const placeOf = (listing: AnyListing, place: Place): Place =>
  listing.scope === 'region' ? place : { account: place.account, region: 'global' };

const taggedResourceTags = (body: JsonValue): Tags => {
  const { Tags: tags } = body as { Tags?: { Key: string; Value?: string }[] };
  return Object.fromEntries((tags ?? []).map((tag) => [tag.Key, tag.Value ?? '']));
};

function indexRows(
  rows: SnapshotResource[],
  key: (row: SnapshotResource) => string | readonly string[] | undefined,
): Map<string, SnapshotResource[]> {
  const index = new Map<string, SnapshotResource[]>();
  for (const row of rows) {
    const keys = key(row) ?? [];
    for (const one of typeof keys === 'string' ? [keys] : keys) {
      const found = index.get(one);
      if (found) found.push(row);
      else index.set(one, [row]);
    }
  }
  return index;
}

/** A map whose values are made when looked up. */
function mapView<A, B>(map: Map<string, A>, make: (value: A) => B): ReadonlyMap<string, B> {
  return {
    get: (key) => {
      const value = map.get(key);
      return value === undefined ? undefined : make(value);
    },
    has: (key) => map.has(key),
    keys: () => map.keys(),
    size: map.size,
    *values() {
      for (const value of map.values()) yield make(value);
    },
    *entries() {
      for (const [key, value] of map) yield [key, make(value)] as [string, B];
    },
    *[Symbol.iterator]() {
      for (const [key, value] of map) yield [key, make(value)] as [string, B];
    },
    forEach(each) {
      for (const [key, value] of map) each(make(value), key, this);
    },
  } as ReadonlyMap<string, B>;
}

const notRead = (id: string): ReadFailure => ({
  outcome: 'skipped',
  code: 'NotPlanned',
  message: `${id} was not part of this scan.`,
});
