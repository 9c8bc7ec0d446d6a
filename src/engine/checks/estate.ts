import type { JsonValue, Stored } from '../../shared/model/json.ts';
import type { ReadFailure } from '../../shared/model/outcome.ts';
import type { Place, ResourceIdentity, Tags } from '../../shared/model/resource.ts';
import type { AnyListing, Facet, Listing, Read } from '../collectors/read.ts';
import { taggedResources, tagsByArn, tagsOf } from '../collectors/tagging.ts';
import type { SnapshotResource, SnapshotSource } from '../snapshot/source.ts';
import { TouchedReads } from './touched.ts';

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

/** What has been loaded of a place. */
class PlaceViews {
  readonly rows = new Map<AnyListing, SnapshotResource[]>();
  readonly failures = new Map<AnyListing, ReadFailure | undefined>();
  readonly indexes = new Map<AnyListing, Map<unknown, Index>>();
  tags: ReadonlyMap<string, Tags> | undefined;
}

/**
 * Views of a snapshot for checks. Loads a place's resources when first asked for and keeps them until the next
 * place, so that memory follows the size of a place and not of the estate.
 */
export class EstateViews {
  readonly #source: SnapshotSource;
  readonly #nothing = TouchedReads.none();
  readonly #places = new Map<string, PlaceViews>();
  /** The place that was asked about last is asked about next, hundreds of thousands of times. */
  #last: { place: Place; views: PlaceViews } | undefined;
  /** Kept for all places: a number each. */
  readonly #counts = new Map<string, number>();

  constructor(source: SnapshotSource) {
    this.#source = source;
  }

  /** Moves on to the next place; lists of other places than it and the account's `global` are let go. */
  enter(place: Place): void {
    this.#last = undefined;
    for (const key of this.#places.keys())
      if (key !== `${place.account}|${place.region}` && key !== `${place.account}|global`)
        this.#places.delete(key);
  }

  rows(listing: AnyListing, place: Place): SnapshotResource[] {
    const views = this.#at(place);
    let rows = views.rows.get(listing);
    if (!rows) {
      rows = this.#source.resources(listing, place);
      views.rows.set(listing, rows);
    }
    return rows;
  }

  count(listing: AnyListing, place: Place): number {
    const key = `${listing.id}|${place.account}|${place.region}`;
    let count = this.#counts.get(key);
    if (count === undefined) {
      count = this.#source.count(listing, place);
      this.#counts.set(key, count);
    }
    return count;
  }

  listingFailure(listing: AnyListing, place: Place): ReadFailure | undefined {
    const { failures } = this.#at(place);
    if (!failures.has(listing))
      failures.set(
        listing,
        this.#source.listingFailure(listing.id, place) ??
          (listing.under && this.listingFailure(listing.under, place)),
      );
    return failures.get(listing);
  }

  /** What the checks of one declaration may touch, from one resource after the other. */
  scope(declared: ReadonlySet<string>): CheckScope {
    return new CheckScope(this, declared, this.#nothing);
  }

  facetFailure(facet: Facet, row: SnapshotResource): ReadFailure {
    return this.#source.facetFailure(facet.id, row.arn, row) ?? notRead(facet.id);
  }

  /** Rows by a key, built once; whoever uses it again rests on the reads that the keys were made of. */
  indexOf(listing: AnyListing, place: Place, key: unknown, build: () => Index): Index {
    const views = this.#at(place);
    let indexes = views.indexes.get(listing);
    if (!indexes) {
      indexes = new Map();
      views.indexes.set(listing, indexes);
    }
    let index = indexes.get(key);
    if (!index) {
      index = build();
      indexes.set(key, index);
    }
    return index;
  }

  tagsByArn(place: Place, rows: SnapshotResource[]): ReadonlyMap<string, Tags> {
    const views = this.#at(place);
    views.tags ??= tagsByArn(rows);
    return views.tags;
  }

  regions(account: string): string[] {
    return this.#source
      .places()
      .filter((place) => place.account === account && place.region !== 'global')
      .map((place) => place.region);
  }

  #at({ account, region }: Place): PlaceViews {
    const last = this.#last;
    if (last?.place.region === region && last.place.account === account) return last.views;
    const key = `${account}|${region}`;
    let views = this.#places.get(key);
    if (!views) {
      views = new PlaceViews();
      this.#places.set(key, views);
    }
    this.#last = { place: { account, region }, views };
    return views;
  }
}

interface Index {
  rows: Map<string, SnapshotResource[]>;
  touched: TouchedReads;
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
  readonly #nothing: TouchedReads;
  #touched: TouchedReads;
  #subject: Place = { account: '', region: '' };

  constructor(views: EstateViews, declared: ReadonlySet<string>, nothing: TouchedReads) {
    this.#views = views;
    this.#declared = declared;
    this.#nothing = nothing;
    this.#touched = nothing;
  }

  /** The resource to be judged next. What was touched before is forgotten. */
  enter<B>(listing: Listing<B>, row: SnapshotResource): Resource<B> {
    this.#subject = row;
    this.#touched = this.#nothing.with(listing.id);
    return new ResourceView(this, listing, row);
  }

  /** The reads that the verdict rests on. */
  get touched(): TouchedReads {
    return this.#touched;
  }

  touch(read: Read): void {
    const touched = this.#touched.with(read.id);
    if (touched === this.#touched) return;
    if (!this.#declared.has(read.id)) throw new Undeclared(`${read.id} is touched but not declared`);
    this.#touched = touched;
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
    if (row.tags) return row.tags;
    const tags = tagsOf(listing, row, (place) =>
      this.#views.tagsByArn(place, this.rows(taggedResources, place)),
    );
    if (!tags) throw new Undeclared(`${listing.type} has no tags`);
    // What the Tagging API said is asked for anew, so that every verdict that rests on it says so.
    if (listing.tags !== 'tagging-api') row.tags = tags;
    return tags;
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
    for (const read of index.touched.ids) this.#touched = this.#touched.with(read);
    if (index.unread) throw index.unread;
    return new IndexView(index.rows, this, listing);
  }

  regions(): string[] {
    return this.#views.regions(this.#subject.account);
  }

  #build<B>(listing: Listing<B>, rows: SnapshotResource[], key: IndexKey<B>): Index {
    const before = this.#touched;
    this.#touched = this.#nothing;
    try {
      const index = indexRows(rows, (row) => key(new ResourceView(this, listing, row)));
      return { rows: index, touched: this.#touched };
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      return { rows: new Map(), touched: this.#touched, unread: error };
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

/** An index whose resources are made when looked up. */
class IndexView<B> implements ReadonlyMap<string, Resource<B>[]> {
  readonly #rows: Map<string, SnapshotResource[]>;
  readonly #scope: CheckScope;
  readonly #listing: Listing<B>;

  constructor(rows: Map<string, SnapshotResource[]>, scope: CheckScope, listing: Listing<B>) {
    this.#rows = rows;
    this.#scope = scope;
    this.#listing = listing;
  }

  get size(): number {
    return this.#rows.size;
  }
  get(key: string): Resource<B>[] | undefined {
    const rows = this.#rows.get(key);
    return rows && this.#views(rows);
  }
  has(key: string): boolean {
    return this.#rows.has(key);
  }
  keys(): MapIterator<string> {
    return this.#rows.keys();
  }
  *values(): MapIterator<Resource<B>[]> {
    for (const rows of this.#rows.values()) yield this.#views(rows);
  }
  *entries(): MapIterator<[string, Resource<B>[]]> {
    for (const [key, rows] of this.#rows) yield [key, this.#views(rows)];
  }
  [Symbol.iterator](): MapIterator<[string, Resource<B>[]]> {
    return this.entries();
  }
  forEach(each: (value: Resource<B>[], key: string, map: ReadonlyMap<string, Resource<B>[]>) => void): void {
    for (const [key, resources] of this) each(resources, key, this);
  }

  #views(rows: SnapshotResource[]): Resource<B>[] {
    return rows.map((row) => new ResourceView(this.#scope, this.#listing, row));
  }
}

const notRead = (id: string): ReadFailure => ({
  outcome: 'skipped',
  code: 'NotPlanned',
  message: `${id} was not part of this scan.`,
});
