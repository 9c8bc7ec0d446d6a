import { expect, test } from 'vitest';
import {
  expressionOfTokens,
  type FilterToken,
  findingExpressionSchema,
  findingTestSchema,
} from '../../../src/shared/model/finding-query.ts';

const token = (value: string, join?: 'and' | 'or'): FilterToken => ({
  property: 'region',
  operator: 'is',
  values: [value],
  ...(join && { join }),
});
const plain = (value: string) => ({ property: 'region', operator: 'is', values: [value] });

test('and binds more tightly than or', () => {
  expect(expressionOfTokens([token('a'), token('b', 'and'), token('c', 'or'), token('d', 'and')])).toEqual({
    or: [{ and: [plain('a'), plain('b')] }, { and: [plain('c'), plain('d')] }],
  });
  expect(expressionOfTokens([token('a')])).toEqual(plain('a'));
  expect(expressionOfTokens([])).toBeUndefined();
});

test.each([
  { property: 'status', operator: 'contains', values: ['fail'] },
  { property: 'saving', operator: 'at-least', values: ['much'] },
  { property: 'saving', operator: 'at-least', values: ['-1'] },
  { property: 'severity', operator: 'at-least', values: ['dreadful'] },
  { property: 'region', operator: 'is', values: [] },
  { property: 'colour', operator: 'is', values: ['red'] },
])('what cannot be asked is refused: $property $operator $values', (test) => {
  expect(findingTestSchema.safeParse(test).success).toBe(false);
  expect(findingExpressionSchema.safeParse({ and: [test] }).success).toBe(false);
});
