import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smallest } from '../../../src/engine/findings/smallest.ts';

const plainly = (values: readonly number[], count: number) =>
  values.toSorted((a, b) => a - b).slice(0, count);

test('whatever the values, with repeats and in any order: what sorting all of them would put first', () => {
  const value = fc.oneof(fc.nat({ max: 5 }), fc.maxSafeNat());
  const order = fc.constantFrom('as they come', 'ascending', 'descending');
  fc.assert(
    fc.property(
      fc.array(value, { maxLength: 200, size: 'max' }),
      fc.nat({ max: 220 }),
      order,
      (some, count, way) => {
        const values =
          way === 'as they come' ? some : some.toSorted((a, b) => (way === 'ascending' ? a - b : b - a));
        expect(Array.from(smallest(Float64Array.from(values), count))).toEqual(plainly(values, count));
      },
    ),
    { numRuns: 500 },
  );
});

test('half a million values that are all alike, or already in order, take no longer than others', () => {
  const many = 500_000;
  const took = (values: Float64Array) => {
    const from = performance.now();
    expect(smallest(values, 1000)).toHaveLength(1000);
    return performance.now() - from;
  };
  expect(took(new Float64Array(many))).toBeLessThan(1000);
  expect(took(Float64Array.from({ length: many }, (_, i) => i))).toBeLessThan(1000);
  expect(took(Float64Array.from({ length: many }, (_, i) => many - i))).toBeLessThan(1000);
});
