import { statuses } from '../../shared/model/finding.ts';
import type { ResourceIdentity } from '../../shared/model/resource.ts';
import {
  type ResourceFacet,
  type ResourceFilter,
  type ResourceSort,
  resourceFacets,
} from '../../shared/model/resource-query.ts';
import {
  alphabetical,
  type Column,
  countsOf,
  inOrder,
  inverse,
  matching,
  type Order,
  type ValueCount,
} from '../columns.ts';
import { resourceReader } from '../findings/read.ts';
import { type ResourceColumns, resourceColumns } from '../findings/resource-columns.ts';
import type { Verdicts } from '../findings/verdicts.ts';
import type { ReadPlan } from '../snapshot/plan.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { assetRows } from './assets.ts';
import { type Survey, surveyOf } from './survey.ts';

export interface ListedResource extends ResourceIdentity {
  /** How many of its findings fail. */
  failing: number;
}

const FAIL = statuses.indexOf('fail');

/**
 * The assets of a snapshot, to be filtered, sorted and counted in milliseconds whatever the combination; the rows that
 * are looked at come from the file. A resource's number is its place in the columns.
 */
export class ResourceBoard {
  readonly judgement: number;
  readonly #columns: ResourceColumns;
  /** Row of each resource, ascending, so that a row's number is found by halving. */
  readonly #rows: Int32Array;
  readonly #failing: Uint16Array;
  readonly #names: Order;
  readonly #identity: (row: number) => ResourceIdentity;
  readonly #survey: () => Promise<Survey>;
  #surveyed: Promise<Survey> | undefined;
  #looked: { key: string; numbers: Int32Array } | undefined;

  constructor(db: Db<EngagementSchema>, snapshot: number, plan: ReadPlan, verdicts: Verdicts) {
    this.judgement = verdicts.judgement;
    this.#rows = assetRows(db, snapshot, plan).sort();
    this.#columns = resourceColumns(db, this.#rows);
    this.#failing = new Uint16Array(this.#rows.length);
    for (let verdict = 0; verdict < verdicts.size; verdict++) {
      if (verdicts.status[verdict] !== FAIL) continue;
      const number = this.numberOf(verdicts.resource[verdict]!);
      if (number !== undefined) this.#failing[number]!++;
    }
    this.#names = { rank: this.#columns.nameRank, at: inverse(this.#columns.nameRank) };
    this.#identity = resourceReader(db);
    this.#survey = () => surveyOf(db, snapshot, plan, this.#rows);
  }

  get size(): number {
    return this.#rows.length;
  }

  /** Tags and links; made when they are first asked for. */
  survey(): Promise<Survey> {
    this.#surveyed ??= this.#survey();
    return this.#surveyed;
  }

  resource(number: number): ListedResource {
    return { ...this.#identity(this.#rows[number]!), failing: this.#failing[number]! };
  }

  type(number: number): string {
    return this.#columns.types[this.#columns.type[number]!]!;
  }

  byName(numbers: readonly number[]): number[] {
    const { rank } = this.#names;
    return numbers.toSorted((a, b) => rank[a]! - rank[b]!);
  }

  /** Number of the resource of a row; undefined when the snapshot does not hold it. */
  numberOf(row: number): number | undefined {
    let low = 0;
    let high = this.#rows.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const there = this.#rows[middle]!;
      if (there === row) return middle;
      if (there < row) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }

  /** Numbers of the resources that match, in order. */
  async find(filter: ResourceFilter, sort: ResourceSort): Promise<Int32Array> {
    const key = JSON.stringify([filter, sort]);
    if (this.#looked?.key === key) return this.#looked.numbers;
    const numbers = inOrder(await this.#matching(filter), this.#rank(sort.by), sort.direction, this.#names);
    this.#looked = { key, numbers };
    return numbers;
  }

  /** How the resources fall by a property, largest first, its own wish left aside: so that others can be chosen too. */
  async facets(filter: ResourceFilter, by: ResourceFacet): Promise<ValueCount[]> {
    return countsOf(this.#column(by), await this.#matching({ ...filter, [by]: [] }));
  }

  /** Keys of the tags; those that were wished for are left aside. */
  async tagKeys(filter: ResourceFilter) {
    const { tags } = await this.survey();
    return tags.keys(await this.#matching({ ...filter, tag: [] }));
  }

  async tagValues(filter: ResourceFilter, key: string): Promise<ValueCount[]> {
    const { tags } = await this.survey();
    const others = filter.tag?.filter((wish) => wish.key !== key) ?? [];
    return tags.values(await this.#matching({ ...filter, tag: others }), key);
  }

  #column(by: ResourceFacet): Column {
    const { accounts, account, regions, region, types, type } = this.#columns;
    return {
      account: { names: accounts, of: account },
      region: { names: regions, of: region },
      type: { names: types, of: type },
    }[by];
  }

  async #matching(filter: ResourceFilter): Promise<Int32Array> {
    const said = filter.text ? this.#columns.saying(filter.text.toLowerCase()) : undefined;
    const tagged = filter.tag?.length ? (await this.survey()).tags.matcher(filter.tag) : undefined;
    return matching(
      this.size,
      resourceFacets.map((by) => [this.#column(by), filter[by]]),
      (number) =>
        !(filter.failing && this.#failing[number] === 0) &&
        !(said && !said[number]) &&
        !(tagged && !tagged(number)),
    );
  }

  #rank(by: ResourceSort['by']): (number: number) => number {
    if (by === 'name') return (number) => this.#names.rank[number]!;
    if (by === 'failing') return (number) => this.#failing[number]!;
    return alphabetical(this.#column(by));
  }
}
