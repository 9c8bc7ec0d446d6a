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
  const accounts = numbering();
  const regions = numbering();
  const types = numbering();
  const ids = new Int32Array(wanted.size);
  const account = new Uint16Array(wanted.size);
  const region = new Uint16Array(wanted.size);
  const type = new Uint16Array(wanted.size);
  const names: string[] = [];
  const text: string[] = [];
  for (const row of rows(db)) {
    if (!wanted.has(row.id)) continue;
    const number = names.push(row.name) - 1;
    numbers.set(row.id, number);
    ids[number] = row.id;
    account[number] = accounts.of(row.account);
    region[number] = regions.of(row.region);
    type[number] = types.of(row.type);
    text.push(`${row.name}\n${row.arn}`.toLowerCase());
  }
  const nameRank = new Int32Array(names.length);
  const inOrder = Array.from(names.keys()).sort((a, b) =>
    names[a]! < names[b]! ? -1 : names[a]! > names[b]! ? 1 : 0,
  );
  for (const [rank, number] of inOrder.entries()) nameRank[number] = rank;
  return {
    of: resource.map((id) => numbers.get(id)!),
    ids,
    account,
    region,
    type,
    accounts: accounts.names,
    regions: regions.names,
    types: types.names,
    nameRank,
    text,
    saying: searcher(text),
  };
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

function numbering() {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  return {
    names,
    of(name: string): number {
      let number = numbers.get(name);
      if (number === undefined) {
        number = names.push(name) - 1;
        numbers.set(name, number);
      }
      return number;
    },
  };
}

const rows = (db: Db<EngagementSchema>) =>
  db.iterate(
    db.q
      .selectFrom('resource')
      .innerJoin('account', 'account.id', 'resource.account_id')
      .innerJoin('resource_type', 'resource_type.id', 'resource.type_id')
      .select([
        'resource.id',
        'resource.name',
        'resource.arn',
        'resource.region',
        'account.aws_id as account',
        'resource_type.name as type',
      ])
      .orderBy('resource.id'),
  );
