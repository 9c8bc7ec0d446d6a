import { FieldbookError } from '../shared/contract/errors.ts';
import type { Terminal } from './terminal.ts';

/** Accounts go by the names that the client gave them; programs and AWS go by their ids. */
export interface Accounts {
  name(id: string): string;
  /** Name and id. */
  full(id: string): string;
  /** Ids of accounts that are named either way. */
  ids(named: readonly string[]): string[];
}

type Named = readonly { id: string; name: string }[];

/** Later lists win, so give the older snapshot first. */
export function accountsIn(...lists: Named[]): Accounts {
  const names = new Map(lists.flat().map(({ id, name }) => [id, name]));
  const name = (id: string) => names.get(id) ?? id;
  const full = (id: string) => (name(id) === id ? id : `${name(id)} (${id})`);
  return {
    name,
    full,
    ids: (named) =>
      named.map((one) => {
        const id = names.has(one) ? one : [...names].find(([, known]) => known === one)?.[0];
        if (id) return id;
        throw new FieldbookError(
          'bad-input',
          `There is no account '${one}' in this engagement.`,
          `Choose among: ${[...names.keys()].map(full).join(', ') || 'none yet'}.`,
        );
      }),
  };
}

/** All accounts that the open engagement knows. */
export async function accountsOf(terminal: Terminal): Promise<Accounts> {
  const { snapshots } = await terminal.client.scan.list({});
  return accountsIn(...snapshots.toReversed().map((snapshot) => snapshot.accounts));
}
