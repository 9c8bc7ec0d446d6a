import type { Condition, Statement } from '../policy-document.ts';

/** True of a statement that lets somebody take the role on. */
export const allowsAssume = (statement: Statement): boolean =>
  statement.effect === 'Allow' &&
  (statement.notActions.length > 0 ||
    statement.actions.some((action) => /^(\*|sts:(\*|assumerole.*))$/i.test(action)));

/** A condition that holds only where the key is there and is one of values that are not a bare wildcard. */
export const demands = ({ operator, key, values }: Condition, keys: readonly string[]): boolean =>
  keys.includes(key.toLowerCase()) &&
  /^(ForAnyValue:)?(StringEquals|StringEqualsIgnoreCase|StringLike|Bool)$/i.test(operator) &&
  values.length > 0 &&
  values.every((value) => !/^\**$/.test(value));

/** Account of an AWS principal: `arn:aws:iam::111122223333:root` or the bare number; ids of deleted ones have none. */
export const accountOf = (principal: string): string | undefined =>
  /^(?:arn:[\w-]+:(?:iam|sts)::)?(\d{12})(?::.*)?$/.exec(principal)?.[1];
