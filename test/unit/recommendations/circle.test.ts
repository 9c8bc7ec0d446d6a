import { expect, test } from 'vitest';
import { circleOf, refuseCircle } from '../../../src/engine/recommendations/circle.ts';
import { textsOf } from '../../../src/engine/texts.ts';

const actions = [
  { id: 'roof', prerequisites: ['wall'] },
  { id: 'wall', prerequisites: ['ground'] },
  { id: 'ground', prerequisites: [] },
];

test('what needs nothing that needs it is in no circle', () => {
  expect(circleOf('roof', ['wall', 'ground'], actions)).toBeNull();
  expect(circleOf('new', ['roof'], actions)).toBeNull();
  expect(circleOf('ground', ['gone'], actions)).toBeNull();
});

test('a circle is found however long it is, and said by the titles on it', () => {
  expect(circleOf('ground', ['ground'], actions)).toEqual(['ground', 'ground']);
  expect(circleOf('ground', ['roof'], actions)).toEqual(['ground', 'roof', 'wall', 'ground']);
  expect(() => refuseCircle('ground', ['wall'], actions, (id) => id.toUpperCase(), textsOf('en'))).toThrow(
    'wait for each other: GROUND → WALL → GROUND.',
  );
});

test('a circle that was there before does not keep the search going for ever', () => {
  const round = [
    { id: 'a', prerequisites: ['b'] },
    { id: 'b', prerequisites: ['a'] },
  ];
  expect(circleOf('c', ['a'], round)).toBeNull();
});
