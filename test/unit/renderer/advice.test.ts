import { describe, expect, test } from 'vitest';
import { conditions } from '../../../src/renderer/recommendations/lines.ts';
import { placeIn, spanOf } from '../../../src/renderer/roadmap/days.ts';
import { moved } from '../../../src/renderer/roadmap/move.ts';

describe('edited conditions', () => {
  const old = [
    { id: 'a', text: 'One' },
    { id: 'b', text: 'Two' },
  ];
  test('a line that was not touched keeps its condition, wherever it went', () => {
    expect(conditions(old, ['Two', 'One'])).toEqual([
      { id: 'b', text: 'Two' },
      { id: 'a', text: 'One' },
    ]);
  });
  test('a line that was rewritten takes the condition that is left, and a new one none', () => {
    expect(conditions(old, ['One', 'Two, and more', 'Three'])).toEqual([
      { id: 'a', text: 'One' },
      { id: 'b', text: 'Two, and more' },
      { id: null, text: 'Three' },
    ]);
  });
});

describe('moving on the board', () => {
  const items = [
    { id: 'a', horizon: 'now' },
    { id: 'b', horizon: 'now' },
    { id: 'c', horizon: 'now' },
    { id: 'd', horizon: null },
  ] as const;
  test.each([
    ['a', 'ArrowDown', { horizon: 'now', before: 'c' }],
    ['b', 'ArrowDown', { horizon: 'now', before: null }],
    ['c', 'ArrowDown', undefined],
    ['c', 'ArrowUp', { horizon: 'now', before: 'b' }],
    ['a', 'ArrowUp', undefined],
    ['a', 'ArrowRight', { horizon: 'next', before: null }],
    ['a', 'ArrowLeft', { horizon: null, before: null }],
    ['d', 'ArrowLeft', undefined],
    ['d', 'ArrowUp', undefined],
  ] as const)('%s by %s', (id, key, place) => {
    expect(moved(items, items.find((one) => one.id === id)!, key)).toEqual(place);
  });
});

describe('the timeline', () => {
  test('spans whole months', () => {
    const span = spanOf([
      { from: '2026-11-30', to: '2027-01-02' },
      { from: null, to: null },
    ])!;
    expect(span).toEqual({
      from: '2026-11-01',
      end: '2027-02-01',
      months: ['2026-11-01', '2026-12-01', '2027-01-01'],
    });
    expect([placeIn(span, '2026-11-01'), placeIn(span, '2027-02-01')]).toEqual([0, 1]);
  });
  test('of nothing there is none', () => {
    expect(spanOf([{ from: '2026-01-01', to: null }])).toBeNull();
  });
});
