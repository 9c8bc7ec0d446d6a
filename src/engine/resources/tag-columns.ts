import type { Tags } from '../../shared/model/resource.ts';
import type { TagWish } from '../../shared/model/resource-query.ts';

/** Whether the tags of a resource are known: a type may have none that are read, and a read may have failed. */
const READ = 1;
const NOT_READ = 2;

/** The tags of many resources as numbers: pairs of key and value that come again and again. */
export class TagColumns {
  readonly #keys: string[] = [];
  readonly #keyNumbers = new Map<string, number>();
  readonly #pairs: { key: number; value: string }[] = [];
  readonly #pairNumbers = new Map<string, number>();
  readonly #of: (Uint32Array | undefined)[] = [];
  readonly #state: Uint8Array;

  constructor(resources: number) {
    this.#state = new Uint8Array(resources);
  }

  /** Null: they were not read. Undefined: none are read of the type. */
  set(resource: number, tags: Tags | null | undefined): void {
    this.#state[resource] = tags ? READ : tags === null ? NOT_READ : 0;
    if (tags)
      this.#of[resource] = Uint32Array.from(Object.entries(tags), ([key, value]) => this.#pair(key, value));
  }

  /** As they were set. */
  get(resource: number): Tags | null | undefined {
    if (this.#state[resource] === NOT_READ) return null;
    if (this.#state[resource] !== READ) return undefined;
    return Object.fromEntries(
      Array.from(this.#of[resource]!, (pair) => [
        this.#keys[this.#pairs[pair]!.key]!,
        this.#pairs[pair]!.value,
      ]),
    );
  }

  /** Says of a resource whether it has what is wished. One whose tags nobody read has nothing and lacks nothing. */
  matcher(wishes: readonly TagWish[]): (resource: number) => boolean {
    const byKey = [...Map.groupBy(wishes, ({ key }) => key)].map(([key, alternatives]) => {
      const number = this.#keyNumbers.get(key);
      const lacking = alternatives.some(({ value }) => value === null);
      const wanted = Uint8Array.from(this.#pairs, (pair) =>
        pair.key === number && alternatives.some(({ value }) => value === undefined || value === pair.value)
          ? 1
          : 0,
      );
      return { number, lacking, wanted };
    });
    return (resource) => {
      if (this.#state[resource] !== READ) return false;
      const pairs = this.#of[resource]!;
      return byKey.every(
        ({ number, lacking, wanted }) =>
          pairs.some((pair) => wanted[pair] === 1) ||
          (lacking && !pairs.some((pair) => this.#pairs[pair]!.key === number)),
      );
    };
  }

  /** How many of the resources carry each key, and how many of those whose tags are known do not. */
  keys(resources: Iterable<number>): {
    keys: { key: string; count: number; lacking: number }[];
    unread: number;
  } {
    const counts = new Uint32Array(this.#keys.length);
    let read = 0;
    let unread = 0;
    for (const resource of resources) {
      if (this.#state[resource] === NOT_READ) unread++;
      if (this.#state[resource] !== READ) continue;
      read++;
      for (const pair of this.#of[resource]!) counts[this.#pairs[pair]!.key]!++;
    }
    const keys = this.#keys
      .map((key, number) => ({ key, count: counts[number]!, lacking: read - counts[number]! }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
    return { keys, unread };
  }

  /** How many of the resources carry each value of a key. */
  values(resources: Iterable<number>, key: string): { value: string; count: number }[] {
    const number = this.#keyNumbers.get(key);
    const counts = new Map<number, number>();
    for (const resource of resources)
      for (const pair of this.#of[resource] ?? [])
        if (this.#pairs[pair]!.key === number) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    return [...counts]
      .map(([pair, count]) => ({ value: this.#pairs[pair]!.value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }

  #pair(key: string, value: string): number {
    let number = this.#keyNumbers.get(key);
    if (number === undefined) {
      number = this.#keys.push(key) - 1;
      this.#keyNumbers.set(key, number);
    }
    const text = `${number}=${value}`;
    let pair = this.#pairNumbers.get(text);
    if (pair === undefined) {
      pair = this.#pairs.push({ key: number, value }) - 1;
      this.#pairNumbers.set(text, pair);
    }
    return pair;
  }
}
