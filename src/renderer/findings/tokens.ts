import {
  expressionOfTokens,
  type FilterToken,
  type Operator,
  operatorsOf,
} from '../../shared/model/finding-query.ts';

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

/** Whether what matches has one status throughout: each side of an `or` asks for the same one. */
export function hasOneStatus(tokens: readonly FilterToken[]): boolean {
  const expression = expressionOfTokens(tokens);
  if (!expression) return false;
  const sides = 'or' in expression ? expression.or : [expression];
  const asked = sides.map((side) =>
    ('and' in side ? side.and : [side]).flatMap((test) =>
      'property' in test && test.property === 'status' && test.operator === 'is' && test.values.length === 1
        ? test.values
        : [],
    ),
  );
  const [one] = asked[0]!;
  return one !== undefined && asked.every((values) => values[0] === one);
}

/** What can be asked of a property. */
export const operatorsFor = (property: FilterToken['property']): readonly Operator[] => operatorsOf[property];
