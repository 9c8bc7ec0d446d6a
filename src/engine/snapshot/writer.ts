import type { JsonValue } from '../../shared/model/json.ts';
import type { ReadFailure } from '../../shared/model/outcome.ts';
import { at as atPlace, type Facet, type Found, type Item, type Listing } from '../collectors/read.ts';
import { contentStore, dictionary } from '../store/content.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { ownFailure } from './own-failure.ts';
import type { ReadPlan } from './plan.ts';

/** A read waiting in, or taken from, the queue. */
export interface Task {
  id: number;
  accountId: number;
  account: string;
  partition: string;
  region: string;
  read: string;
  subjects: number[] | null;
  variant: number;
  token: string | null;
  page: number;
  items: number;
}

interface PageOf {
  task: Task;
  /** Where the next page starts; null: this was the last. */
  next: string | null;
  /** Why the rest is not read although there is more. */
  stopped?: ReadFailure;
}

/**
 * Writes what reads give into the engagement file. Each page is one transaction together with the state of its
 * task and the tasks that follow from it, so that a process killed at any moment loses the page in flight only.
 */
export class SnapshotWriter {
  readonly #db: Db<EngagementSchema>;
  readonly #snapshot: number;
  readonly #plan: ReadPlan;
  readonly #now: Date;
  #content;
  #readId;
  #typeId;

  constructor(db: Db<EngagementSchema>, snapshot: number, plan: ReadPlan, now: Date) {
    this.#db = db;
    this.#snapshot = snapshot;
    this.#plan = plan;
    this.#now = now;
    this.#content = contentStore(db);
    this.#readId = dictionary(db, 'read');
    this.#typeId = dictionary(db, 'resource_type');
  }

  /** Puts a listing's first call, or several, into the queue. */
  enqueueListing(
    listing: Listing,
    where: { accountId: number; account: string; partition: string; region: string },
  ): void {
    this.#inTransaction(() => this.#enqueueListing(listing, where, null));
  }

  /** Records a read that will not be made, such as one in a region that is off. */
  recordSkipped(listing: Listing, where: { accountId: number; region: string }, failure: ReadFailure): void {
    this.#inTransaction(() => this.#insertTask(where.accountId, where.region, listing.id, null, 0, failure));
  }

  /** A page of a listing: its resources, and the reads that go deeper into them. Gives the number of new ones. */
  commitListing(listing: Listing, page: PageOf, items: readonly Item[]): number {
    return this.#inTransaction(() => {
      const { task } = page;
      const fresh: { id: number; found: Found<unknown> }[] = [];
      for (const item of items) {
        const region = item.region ?? task.region;
        const id = this.#resourceId(task.accountId, region, listing.type, item);
        if (this.#putBody(id, listing.id, 0, item.body))
          fresh.push({
            id,
            found: {
              account: task.account,
              region,
              type: listing.type,
              arn: item.arn,
              name: item.name,
              body: item.body as Found<unknown>['body'],
            },
          });
      }
      for (const child of this.#plan.childrenOf(listing))
        for (const { id, found } of fresh)
          this.#enqueueListing(child, { ...task, region: task.region }, { id, found });
      for (const facet of this.#plan.facetsOf(listing)) this.#enqueueFacet(facet, task, fresh);
      this.#advance(page, items.length);
      return fresh.length;
    });
  }

  /** A page of a facet. A resource that the answer does not speak of has none of it. */
  commitFacet(
    facet: Facet,
    page: PageOf,
    resources: readonly (Found<unknown> & { id: number })[],
    values: ReadonlyMap<string, JsonValue>,
  ): void {
    this.#inTransaction(() => {
      for (const resource of resources)
        this.#putBody(resource.id, facet.id, page.task.page, values.get(resource.arn) ?? null);
      this.#advance(page, values.size);
    });
  }

  fail(task: Task, failure: ReadFailure): void {
    this.#inTransaction(() => {
      this.#db
        .prepare("UPDATE task SET state = 'failed', failure = ? WHERE id = ?")
        .run(JSON.stringify(failure), task.id);
    });
  }

  #inTransaction<T>(work: () => T): T {
    const before = this.#content.added;
    try {
      const counted = () => {
        const result = work();
        const added = this.#content.added - before;
        if (added > 0)
          this.#db
            .prepare('UPDATE snapshot SET bytes = coalesce(bytes, 0) + ? WHERE id = ?')
            .run(added, this.#snapshot);
        return result;
      };
      return this.#db.transaction(counted as () => never);
    } catch (error) {
      // Ids of what was rolled back must not be remembered.
      this.#content = contentStore(this.#db);
      this.#readId = dictionary(this.#db, 'read');
      this.#typeId = dictionary(this.#db, 'resource_type');
      throw error;
    }
  }

  #advance({ task, next, stopped }: PageOf, items: number): void {
    const state = next === null || stopped ? (stopped ? 'failed' : 'done') : 'pending';
    this.#db
      .prepare(
        'UPDATE task SET state = ?, token = ?, page = page + 1, items = items + ?, failure = ? WHERE id = ?',
      )
      .run(state, next, items, stopped ? JSON.stringify(stopped) : null, task.id);
  }

  #enqueueListing(
    listing: Listing,
    where: { accountId: number; account: string; partition: string; region: string },
    parent: { id: number; found: Found<unknown> } | null,
  ): void {
    const at = atPlace({ account: where.account, region: where.region }, where.partition, this.#now);
    const inputs = listing.inputs(at, parent?.found);
    for (const variant of inputs.keys())
      this.#insertTask(where.accountId, where.region, listing.id, parent && [parent.id], variant);
  }

  #enqueueFacet(facet: Facet, task: Task, fresh: { id: number; found: Found<unknown> }[]): void {
    const wanted = fresh.filter(({ found }) => facet.when(found));
    const left = Math.max(0, facet.budget - this.#facetTasks(facet, task));
    const taken = wanted.slice(0, left);
    const byRegion = Map.groupBy(taken, ({ found }) => facet.region(found));
    for (const [region, group] of byRegion)
      for (let start = 0; start < group.length; start += facet.batch) {
        const ids = group.slice(start, start + facet.batch).map(({ id }) => id);
        this.#insertTask(task.accountId, region, facet.id, ids, 0);
      }
    const rest = wanted.slice(left);
    if (rest.length > 0)
      this.#insertTask(
        task.accountId,
        task.region,
        facet.id,
        rest.map(({ id }) => id),
        0,
        ownFailure('sampled', 'FacetBudget', { limit: facet.budget }),
      );
  }

  /** How many resources a facet was already asked for where the listing is. */
  #facetTasks(facet: Facet, task: Task): number {
    if (!Number.isFinite(facet.budget)) return 0;
    const row = this.#db
      .prepare<{ n: number }>(
        'SELECT count(*) AS n FROM task WHERE snapshot_id = ? AND account_id = ? AND region = ? AND read_id = ? AND subjects IS NOT NULL',
      )
      .get(this.#snapshot, task.accountId, task.region, this.#readId(facet.id));
    return (row?.n ?? 0) * facet.batch;
  }

  #insertTask(
    accountId: number,
    region: string,
    read: string,
    subjects: number[] | null,
    variant: number,
    failure?: ReadFailure,
  ): void {
    this.#db
      .prepare(
        'INSERT INTO task (snapshot_id, account_id, region, read_id, subjects, variant, state, failure) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        this.#snapshot,
        accountId,
        region,
        this.#readId(read),
        subjects && JSON.stringify(subjects),
        variant,
        failure ? 'failed' : 'pending',
        failure ? JSON.stringify(failure) : null,
      );
  }

  #resourceId(accountId: number, region: string, type: string, item: Item): number {
    const typeId = this.#typeId(type);
    const known = this.#db
      .prepare<{ id: number; name: string }>(
        'SELECT id, name FROM resource WHERE arn = ? AND type_id = ? AND account_id = ? AND region = ?',
      )
      .get(item.arn, typeId, accountId, region);
    if (!known)
      return Number(
        this.#db
          .prepare('INSERT INTO resource (account_id, region, type_id, arn, name) VALUES (?, ?, ?, ?, ?)')
          .run(accountId, region, typeId, item.arn, item.name).lastInsertRowid,
      );
    if (known.name !== item.name)
      this.#db.prepare('UPDATE resource SET name = ? WHERE id = ?').run(item.name, known.id);
    return known.id;
  }

  /** False when the snapshot has it already, as when a service repeats an item on two pages. */
  #putBody(resource: number, read: string, page: number, body: JsonValue): boolean {
    const { changes } = this.#db
      .prepare(
        'INSERT INTO snapshot_resource (snapshot_id, resource_id, read_id, page, content_id) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
      )
      .run(this.#snapshot, resource, this.#readId(read), page, this.#content.put(JSON.stringify(body)));
    return changes > 0;
  }
}
