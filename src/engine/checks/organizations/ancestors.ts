import { accountParents, type accounts } from '../../collectors/organizations.ts';
import type { Listing } from '../../collectors/read.ts';
import type { Resource } from '../estate.ts';

export type Member = Resource<typeof accounts extends Listing<infer B> ? B : never>;

export interface Ancestors {
  /** Ids of the root and the units that an account is below. */
  ids: string[];
  /** False when units further up are not known. */
  complete: boolean;
}

/** From the path of the account, `o-…/r-…/ou-…/…`, or from its direct parent where AWS gives no path. */
export function ancestorsOf(member: Member): Ancestors {
  const [path] = member.body.Paths ?? [];
  if (path) return { ids: path.split('/').filter((segment) => /^(r|ou)-/.test(segment)), complete: true };
  const parents = member.get(accountParents) ?? [];
  return {
    ids: parents.flatMap(({ Id }) => (Id ? [Id] : [])),
    complete: parents.length > 0 && parents.every(({ Type }) => Type === 'ROOT'),
  };
}

/** State of an account; Status is its former name, retired in September 2026. */
export const stateOf = ({ body }: Member): string => body.State ?? body.Status ?? '';
