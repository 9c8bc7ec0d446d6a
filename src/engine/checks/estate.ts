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
  /** How many there are; cheaper than a list, above all in other places than the subject's. */
  count(listing: AnyListing, place?: Place): number;
  /**
   * Resources of a listing by a key of theirs. `key` must be a constant function: the index is built once per
   * place and function.
   */
  index<B>(listing: Listing<B>, key: IndexKey<NoInfer<B>>, place?: Place): ReadonlyMap<string, Resource<B>[]>;
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
  #indexes = new Map<string, Map<unknown, Index>>();
  #tags = new Map<string, Map<string, Tags>>();
  /** Kept for all places: a number each. */
  readonly #counts = new Map<string, number>();

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

  count(listing: AnyListing, place: Place): number {
    const key = `${listing.id}|${place.account}|${place.region}`;
    let count = this.#counts.get(key);
    if (count === undefined) {
      count = this.#cache.get(key)?.length ?? this.#source.count(listing, place);
      this.#counts.set(key, count);
    }
    return count;
  }

  listingFailure(listing: AnyListing, place: Place): ReadFailure | undefined {
    return (
      this.#source.listingFailure(listing.id, place) ??
      (listing.under && this.listingFailure(listing.under, place))
    );
  }

  /** What the checks of one declaration may touch, from one resource after the other. */
  scope(declared: ReadonlySet<string>): CheckScope {
    return new CheckScope(this, declared);
  }

  facetFailure(facet: Facet, row: SnapshotResource): ReadFailure {
    return this.#source.facetFailure(facet.id, row.arn, row) ?? notRead(facet.id);
  }

  /** Rows by a key, built once; whoever uses it again rests on the reads that the keys were made of. */
  indexOf(listing: AnyListing, place: Place, key: unknown, build: () => Index): Index {
    const cacheKey = `${listing.id}|${place.account}|${place.region}`;
    let indexes = this.#indexes.get(cacheKey);
    if (!indexes) {
      indexes = new Map();
      this.#indexes.set(cacheKey, indexes);
    }
    let index = indexes.get(key);
    if (!index) {
      index = build();
      indexes.set(key, index);
    }
    return index;
  }

  tagsByArn(place: Place, rows: SnapshotResource[]): Map<string, Tags> {
    const key = `${taggedResources.id}|${place.account}|${place.region}`;
    let byArn = this.#tags.get(key);
    if (!byArn) {
      byArn = new Map(rows.map((mapping) => [mapping.arn, taggedResourceTags(mapping.body)]));
      this.#tags.set(key, byArn);
    }
    return byArn;
  }

  regions(account: string): string[] {
    return this.#source
      .places()
      .filter((place) => place.account === account && place.region !== 'global')
      .map((place) => place.region);
  }
}

interface Index {
  rows: Map<string, SnapshotResource[]>;
  touched: readonly string[];
  /** Set when a key could not be made for want of a read. */
  unread?: Unread;
}

/**
 * A check's view of the snapshot from one resource. One object serves all resources of a check in turn: there are
 * hundreds of thousands, and the check sees no more than the one it is asked about.
 */
export class CheckScope implements Estate {
  readonly #views: EstateViews;
  readonly #declared: ReadonlySet<string>;
  #touched: Touched = new Set();
  #subject: Place = { account: '', region: '' };

  constructor(views: EstateViews, declared: ReadonlySet<string>) {
    this.#views = views;
    this.#declared = declared;
  }

  /** The resource to be judged next. What was touched before is forgotten. */
  enter<B>(listing: Listing<B>, row: SnapshotResource): Resource<B> {
    this.#subject = row;
    this.#touched = new Set([listing.id]);
    return new ResourceView(this, listing, row);
  }

  /** The reads that the verdict rests on. */
  get touched(): Touched {
    return this.#touched;
  }

  touch(read: Read): void {
    if (this.#touched.has(read.id)) return;
    if (!this.#declared.has(read.id)) throw new Undeclared(`${read.id} is touched but not declared`);
    this.#touched.add(read.id);
  }

  rows(listing: AnyListing, place: Place): SnapshotResource[] {
    this.touch(listing);
    const failure = this.#views.listingFailure(listing, place);
    if (failure) throw new Unread(listing, failure);
    return this.#views.rows(listing, place);
  }

  facet(facet: Facet, row: SnapshotResource): JsonValue {
    this.touch(facet);
    const value = row.facets.get(facet.name);
    if (value === undefined) throw new Unread(facet, this.#views.facetFailure(facet, row));
    return value;
  }

  tags(listing: AnyListing, row: SnapshotResource): Tags {
    if (listing.tags === 'none') throw new Undeclared(`${listing.type} has no tags`);
    if (listing.tags !== 'tagging-api') return listing.tags(row.body);
    const place = { account: row.account, region: row.region === 'global' ? 'us-east-1' : row.region };
    return this.#views.tagsByArn(place, this.rows(taggedResources, place)).get(row.arn) ?? {};
  }

  list<B>(listing: Listing<B>, place: Place = this.#subject): Resource<B>[] {
    return this.rows(listing, placeOf(listing, place)).map((row) => new ResourceView(this, listing, row));
  }

  count(listing: AnyListing, place: Place = this.#subject): number {
    const where = placeOf(listing, place);
    this.touch(listing);
    const failure = this.#views.listingFailure(listing, where);
    if (failure) throw new Unread(listing, failure);
    return this.#views.count(listing, where);
  }

  index<B>(
    listing: Listing<B>,
    key: IndexKey<NoInfer<B>>,
    place: Place = this.#subject,
  ): ReadonlyMap<string, Resource<B>[]> {
    const where = placeOf(listing, place);
    const rows = this.rows(listing, where);
    const index = this.#views.indexOf(listing, where, key, () => this.#build(listing, rows, key));
    for (const read of index.touched) this.#touched.add(read);
    if (index.unread) throw index.unread;
    return mapView(index.rows, (found) => found.map((row) => new ResourceView(this, listing, row)));
  }

  regions(): string[] {
    return this.#views.regions(this.#subject.account);
  }

  #build<B>(listing: Listing<B>, rows: SnapshotResource[], key: IndexKey<B>): Index {
    const before = this.#touched;
    this.#touched = new Set();
    try {
      const index = indexRows(rows, (row) => key(new ResourceView(this, listing, row)));
      return { rows: index, touched: [...this.#touched] };
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      return { rows: new Map(), touched: [...this.#touched], unread: error };
    } finally {
      this.#touched = before;
    }
  }
}

class ResourceView<B> implements Resource<B> {
  readonly #scope: CheckScope;
  readonly #listing: Listing<B>;
  readonly #row: SnapshotResource;

  constructor(scope: CheckScope, listing: Listing<B>, row: SnapshotResource) {
    this.#scope = scope;
    this.#listing = listing;
    this.#row = row;
  }

  get account(): string {
    return this.#row.account;
  }
  get region(): string {
    return this.#row.region;
  }
  get type(): string {
    return this.#row.type;
  }
  get arn(): string {
    return this.#row.arn;
  }
  get name(): string {
    return this.#row.name;
  }
  get body(): Stored<B> {
    return this.#row.body as Stored<B>;
  }
  get tags(): Tags {
    return this.#scope.tags(this.#listing, this.#row);
  }
  get<V>(facet: Facet<V, B>): Stored<V> | null {
    return this.#scope.facet(facet as unknown as Facet, this.#row) as Stored<V> | null;
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
