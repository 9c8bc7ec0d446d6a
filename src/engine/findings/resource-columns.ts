import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';

/** Some resources as columns; a resource's number is its place in them, in the order of the rows. */
export interface ResourceColumns {
  /** Number of each row that was asked for. */
  of: Int32Array;
  /** Row of each resource in the file. */
  ids: Int32Array;
  /** Places in the lists of names below. */
  account: Uint16Array;
  region: Uint16Array;
  type: Uint16Array;
  accounts: string[];
  regions: string[];
  types: string[];
  /** Place of the resource's name among all names in their order. */
  nameRank: Int32Array;
  /** Name and ARN of each, in small letters, a line each. */
  text: string[];
  /** 1 for each resource that has these small letters in its name or ARN. */
  saying(text: string): Uint8Array;
}

export function resourceColumns(db: Db<EngagementSchema>, resource: Int32Array): ResourceColumns {
  const wanted = new Set(resource);
  const numbers = new Map<number, number>();
  const accounts = numbering<number>();
  const regions = numbering<string>();
  const types = numbering<number>();
  const ids = new Int32Array(wanted.size);
  const account = new Uint16Array(wanted.size);
  const region = new Uint16Array(wanted.size);
  const type = new Uint16Array(wanted.size);
  const names: string[] = [];
  const text: string[] = [];
  for (const [id, accountId, regionName, typeId, name, arn] of rows(db)) {
    if (!wanted.has(id)) continue;
    const number = names.push(name) - 1;
    numbers.set(id, number);
    ids[number] = id;
    account[number] = accounts.of(accountId);
    region[number] = regions.of(regionName);
    type[number] = types.of(typeId);
    text.push(`${name}\n${arn}`.toLowerCase());
  }
  // Made when they are first asked for: a comparison that is only counted needs neither.
  let nameRank: Int32Array | undefined;
  let saying: ReturnType<typeof searcher> | undefined;
  return {
    of: resource.map((id) => numbers.get(id)!),
    ids,
    account,
    region,
    type,
    accounts: named(db, 'SELECT id, aws_id FROM account', accounts.keys),
    regions: regions.keys,
    types: named(db, 'SELECT id, name FROM resource_type', types.keys),
    get nameRank() {
      nameRank ??= rankOf(names);
      return nameRank;
    },
    text,
    saying(words) {
      saying ??= searcher(text);
      return saying(words);
    },
  };
}

/** Some of the same resources again, by the rows of other things; undefined when one of them is not among the known. */
export function amongKnown(known: ResourceColumns, resource: Int32Array): ResourceColumns | undefined {
  const numbers = new Map(Array.from(known.ids, (id, number): [number, number] => [id, number]));
  const of = resource.map((id) => numbers.get(id) ?? -1);
  if (of.includes(-1)) return undefined;
  // Not copied: what is made on demand stays so.
  return Object.create(known, { of: { value: of, enumerable: true } }) as ResourceColumns;
}

/** Place of each among all in their order. */
function rankOf(names: readonly string[]): Int32Array {
  const rank = new Int32Array(names.length);
  const inOrder = Array.from(names.keys()).sort((a, b) =>
    names[a]! < names[b]! ? -1 : names[a]! > names[b]! ? 1 : 0,
  );
  for (const [place, number] of inOrder.entries()) rank[number] = place;
  return rank;
}

/** Searches many short texts as one long one: a search that goes through it once is five times as fast. */
function searcher(texts: readonly string[]): (text: string) => Uint8Array {
  const all = texts.join(SEPARATOR);
  const ends = new Int32Array(texts.length);
  let end = -SEPARATOR.length;
  for (const [i, text] of texts.entries()) ends[i] = end += SEPARATOR.length + text.length;
  return (text) => {
    const found = new Uint8Array(ends.length);
    let i = 0;
    for (let at = all.indexOf(text); at !== -1 && i < ends.length; at = all.indexOf(text, ends[i++]! + 1)) {
      while (ends[i]! < at + text.length) i++;
      found[i] = 1;
    }
    return found;
  };
}

// Nobody can type it, so nothing is found across two texts.
const SEPARATOR = '\0';

function numbering<K extends string | number>() {
  const keys: K[] = [];
  const numbers = new Map<K, number>();
  return {
    keys,
    of(key: K): number {
      let number = numbers.get(key);
      if (number === undefined) {
        number = keys.push(key) - 1;
        numbers.set(key, number);
      }
      return number;
    },
  };
}

/** Names of the rows with these ids. */
function named(db: Db<EngagementSchema>, sql: string, ids: readonly number[]): string[] {
  const names = new Map(db.prepareRaw<[id: number, name: string]>(sql)());
  return ids.map((id) => names.get(id)!);
}

/** Without joins: names of accounts and types are few, and read once. */
const rows = (db: Db<EngagementSchema>) =>
  db.prepareRaw<[id: number, account: number, region: string, type: number, name: string, arn: string]>(
    'SELECT id, account_id, region, type_id, name, arn FROM resource ORDER BY id',
  )();
