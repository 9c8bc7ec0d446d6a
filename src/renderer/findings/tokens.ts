import { type FilterToken, type Operator, operatorsOf } from '../../shared/model/finding-query.ts';

/** Adds a test; values of the same question as the last token's join it there, since any of them may do. */
export function withToken(tokens: readonly FilterToken[], added: FilterToken): FilterToken[] {
  const last = tokens.at(-1);
  const listed = added.operator === 'is' || added.operator === 'is-not';
  if (last && listed && last.property === added.property && last.operator === added.operator)
    return [...tokens.slice(0, -1), { ...last, values: [...new Set([...last.values, ...added.values])] }];
  return [...tokens, last ? { ...added, join: added.join ?? 'and' } : added];
}

/** The first token joins nothing. */
export function withoutToken(tokens: readonly FilterToken[], at: number): FilterToken[] {
  const [first, ...rest] = tokens.filter((_, place) => place !== at);
  if (!first) return [];
  const { join: _, ...alone } = first;
  return [alone, ...rest];
}

export const joinedOtherwise = (tokens: readonly FilterToken[], at: number): FilterToken[] =>
  tokens.map((token, place) =>
    place === at ? { ...token, join: token.join === 'or' ? 'and' : 'or' } : token,
  );

/** What can be asked of a property. */
export const operatorsFor = (property: FilterToken['property']): readonly Operator[] => operatorsOf[property];
