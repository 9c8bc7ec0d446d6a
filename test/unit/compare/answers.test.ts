import { expect, test } from 'vitest';
import { compareAnswers } from '../../../src/engine/compare/answers.ts';

test('a level that moved, came or went is listed; one that stayed is counted', () => {
  expect(
    compareAnswers(
      [
        { id: 'a', level: 1 },
        { id: 'b', level: 2, note: 'anything' },
        { id: 'd', level: 3 },
      ],
      [
        { id: 'a', level: 3 },
        { id: 'b', level: 2 },
        { id: 'c', level: 0 },
      ],
    ),
  ).toEqual({
    same: 1,
    changes: [
      { item: 'a', before: '1', after: '3' },
      { item: 'c', before: null, after: '0' },
      { item: 'd', before: '3', after: null },
    ],
  });
});

test('documents of another shape, and answers without a level, count as not answered', () => {
  expect(compareAnswers(['odd', null, { level: 2 }, { id: 'a' }, { id: 'b', level: null }], [])).toEqual({
    same: 0,
    changes: [],
  });
});
