import type { TagWish } from '../../shared/model/resource-query.ts';
import { cannot } from '../cannot.ts';
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
import type { ResourceColumns } from '../findings/resource-columns.ts';
import type { TagColumns } from '../resources/tag-columns.ts';

type Filter = { tag?: readonly TagWish[] | undefined; text?: string | undefined } & {
  [facet: string]: unknown;
};

export interface ChangeGroup {
  /** Null: the tag is missing, or its tags were not read. */
  value: string | null;
  known: boolean;
  total: number;
  counts: Record<string, number>;
}

interface Sort {
  by: string;
  direction: 'asc' | 'desc';
}

interface Parts {
  resources: ResourceColumns;
  /** Number of the resource of each change. */
  of: Int32Array;
  /** Properties of the changes themselves, such as `severity`; their values stand in the order they are sorted by. */
  own: Record<string, Column>;
  /** What is searched beside name and ARN: the id of a check. */
  text?: (change: number) => string;
  /** Tags by the number of the resource; made when first asked for. */
  tags: () => Promise<TagColumns>;
}

/** Changes of one kind, to be filtered, sorted and counted. */
export class ChangeBoard {
  readonly size: number;
  readonly #parts: Parts;
  readonly #columns: Map<string, Column>;
  #names: Order | undefined;
  #looked: { key: string; changes: Int32Array } | undefined;

  constructor(parts: Parts) {
    const { resources, of, own } = parts;
    this.size = of.length;
    this.#parts = parts;
    const services = new Map(
      resources.types.map((type) => [type, type.split('::').filter(Boolean)[1] ?? type]),
    );
    const serviceNames = [...new Set(services.values())];
    const serviceOf = resources.types.map((type) => serviceNames.indexOf(services.get(type)!));
    // Plain loops: `from` with a function goes through an iterator, ten times as slow.
    const place = (names: readonly string[], values: ArrayLike<number>): Column => {
      const column = new Uint16Array(of.length);
      for (let change = 0; change < column.length; change++) column[change] = values[of[change]!]!;
      return { names, of: column };
    };
    this.#columns = new Map([
      ...Object.entries(own),
      ['account', place(resources.accounts, resources.account)],
      ['region', place(resources.regions, resources.region)],
      ['type', place(resources.types, resources.type)],
      [
        'service',
        place(
          serviceNames,
          resources.type.map((type) => serviceOf[type]!),
        ),
      ],
    ]);
  }

  /** One more property of the changes themselves. */
  add(name: string, column: Column): void {
    this.#columns.set(name, column);
  }

  /** Numbers of the changes that match, in order. */
  async find(filter: Filter, sort: Sort): Promise<Int32Array> {
    const key = JSON.stringify([filter, sort]);
    if (this.#looked?.key === key) return this.#looked.changes;
    const { of, resources } = this.#parts;
    // Made when somebody first looks at rows: the counts need no order.
    this.#names ??= namesOrder(of, resources.nameRank);
    const changes = inOrder(await this.#matching(filter), this.#rank(sort.by), sort.direction, this.#names);
    this.#looked = { key, changes };
    return changes;
  }

  /** How the changes fall by a property, its own wish left aside. */
  async counts(filter: Filter, by: string): Promise<ValueCount[]> {
    return countsOf(this.#column(by), await this.#matching({ ...filter, [by]: [] }));
  }

  /** How the changes that match fall by a property, or by the values of a tag, and by what became of them; largest first. */
  async groups(filter: Filter, by: string, tagKey = ''): Promise<ChangeGroup[]> {
    const { names, of } = this.#column('change');
    const changes = await this.#matching(filter);
    const tags = by === 'tag' ? await this.#parts.tags() : undefined;
    const column = tags ? undefined : this.#column(by);
    // A value, or null where the tag is missing; undefined where nobody knows the tags.
    const tagOrValue = (change: number): string | null | undefined => {
      if (column) return column.names[column.of[change]!]!;
      const known = tags!.get(this.#parts.of[change]!);
      return known ? (known[tagKey] ?? null) : undefined;
    };
    const groups = new Map<string, ChangeGroup>();
    for (const change of changes) {
      const value = tagOrValue(change);
      const key = value === undefined ? 'unknown' : value === null ? 'missing' : `=${value}`;
      let group = groups.get(key);
      if (!group) {
        group = { value: value ?? null, known: value !== undefined, total: 0, counts: {} };
        groups.set(key, group);
      }
      const name = names[of[change]!]!;
      group.counts[name] = (group.counts[name] ?? 0) + 1;
      group.total++;
    }
    return [...groups.values()].sort(
      (a, b) => b.total - a.total || ((a.value ?? '') < (b.value ?? '') ? -1 : 1),
    );
  }

  async tagKeys(filter: Filter): Promise<ReturnType<TagColumns['keys']>> {
    const tags = await this.#parts.tags();
    return tags.keys(this.#resources(await this.#matching({ ...filter, tag: [] })));
  }

  async tagValues(filter: Filter, key: string): Promise<ValueCount[]> {
    const tags = await this.#parts.tags();
    const others = filter.tag?.filter((wish) => wish.key !== key) ?? [];
    return tags.values(this.#resources(await this.#matching({ ...filter, tag: others })), key);
  }

  #resources(changes: Int32Array): Int32Array {
    return changes.map((change) => this.#parts.of[change]!);
  }

  #column(name: string): Column {
    const column = this.#columns.get(name);
    if (column) return column;
    throw cannot('bad-input', 'compare.columnUnknown', { name, known: [...this.#columns.keys()].join(', ') });
  }

  async #matching({ tag, text, ...wishes }: Filter): Promise<Int32Array> {
    const { resources, of, tags, text: more } = this.#parts;
    const tagged = tag?.length ? (await tags()).matcher(tag) : undefined;
    const words = text?.toLowerCase();
    const said = words ? resources.saying(words) : undefined;
    return matching(
      this.size,
      Object.entries(wishes).map(([name, values]) => [this.#column(name), values as string[] | undefined]),
      (change) =>
        !(words && !said![of[change]!] && !more?.(change).includes(words)) &&
        !(tagged && !tagged(of[change]!)),
    );
  }

  #rank(by: string): (change: number) => number {
    const { own, of, resources } = this.#parts;
    if (by === 'resource') return (change) => resources.nameRank[of[change]!]!;
    if (by === 'severity') {
      // The most severe is the most; what is equally severe comes in the order of the changes.
      const { severity, change: changeOf } = own;
      return (change) => (15 - severity!.of[change]!) * 16 + 15 - changeOf!.of[change]!;
    }
    const column = this.#column(by);
    return own[by] && by !== 'check' ? (change) => column.of[change]! : alphabetical(column);
  }
}

/** Changes by the name of their resource; several of one resource as they come. */
function namesOrder(of: Int32Array, nameRank: Int32Array): Order {
  const keys = new Float64Array(of.length);
  for (let change = 0; change < keys.length; change++)
    keys[change] = nameRank[of[change]!]! * 2 ** 24 + change;
  keys.sort();
  const at = new Int32Array(keys.length);
  for (let place = 0; place < at.length; place++) at[place] = keys[place]! % 2 ** 24;
  return { rank: inverse(at), at };
}
