import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alphabetical, countsOf, inOrder, inverse, matching } from '../../src/engine/columns.ts';

const names = ['pear', 'Apple', 'fig', 'ñame'];
const things = fc.array(fc.record({ fruit: fc.nat({ max: 3 }), size: fc.nat({ max: 5 }) }), {
  maxLength: 60,
});
const column = (some: { fruit: number }[]) => ({ names, of: some.map(({ fruit }) => fruit) });

test('what matches is what a plain filter lets through', () => {
  fc.assert(
    fc.property(things, fc.subarray(names), fc.nat({ max: 5 }), (some, wanted, least) => {
      const found = matching(some.length, [[column(some), wanted]], (thing) => some[thing]!.size >= least);
      expect([...found]).toEqual(
        [...some.keys()].filter(
          (thing) =>
            (wanted.length === 0 || wanted.includes(names[some[thing]!.fruit]!)) &&
            some[thing]!.size >= least,
        ),
      );
    }),
  );
});

test('counts add up to the whole, largest first', () => {
  fc.assert(
    fc.property(things, (some) => {
      const counts = countsOf(column(some), some.keys());
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(some.length);
      expect(counts.map(({ count }) => count)).toEqual(
        counts.map(({ count }) => count).toSorted((a, b) => b - a),
      );
      for (const { value, count } of counts)
        expect(some.filter(({ fruit }) => names[fruit] === value)).toHaveLength(count);
    }),
  );
});

test('things stand by their rank, up or down, and equal ones always in the fixed order', () => {
  fc.assert(
    fc.property(things, fc.constantFrom('asc' as const, 'desc' as const), (some, direction) => {
      // Any fixed order will do: here by the size, then the other way round than they came.
      const at = Int32Array.from([...some.keys()].sort((a, b) => some[a]!.size - some[b]!.size || b - a));
      const rank = inverse(at);
      const ordered = inOrder(Int32Array.from(some.keys()), alphabetical(column(some)), direction, {
        rank,
        at,
      });
      const sign = direction === 'asc' ? 1 : -1;
      const alphabet = names.toSorted();
      const place = (thing: number) => alphabet.indexOf(names[some[thing]!.fruit]!);
      expect([...ordered]).toEqual(
        [...some.keys()].sort((a, b) => sign * (place(a) - place(b)) || rank[a]! - rank[b]!),
      );
    }),
  );
});
