import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';

/** The resources that verdicts are of, as columns; a resource's number is its place in them. */
export interface ResourceColumns {
  /** Number of the resource of each verdict. */
  of: Int32Array;
  /** Places in the lists of names below. */
  account: Uint16Array;
  region: Uint16Array;
  type: Uint16Array;
  accounts: string[];
  regions: string[];
  types: string[];
  /** Place of the resource's name among all names in their order. */
  nameRank: Int32Array;
  /** Name and ARN in small letters, to be searched. */
  text: string[];
}

export function resourceColumns(db: Db<EngagementSchema>, resource: Int32Array): ResourceColumns {
  const wanted = new Set(resource);
  const numbers = new Map<number, number>();
  const accounts = numbering();
  const regions = numbering();
  const types = numbering();
  const account = new Uint16Array(wanted.size);
  const region = new Uint16Array(wanted.size);
  const type = new Uint16Array(wanted.size);
  const names: string[] = [];
  const text: string[] = [];
  for (const row of rows(db)) {
    if (!wanted.has(row.id)) continue;
    const number = names.push(row.name) - 1;
    numbers.set(row.id, number);
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
    account,
    region,
    type,
    accounts: accounts.names,
    regions: regions.names,
    types: types.names,
    nameRank,
    text,
  };
}

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
      ]),
  );
