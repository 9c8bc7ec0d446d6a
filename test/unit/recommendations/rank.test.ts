import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { priorityOf, type Ranked, rank } from '../../../src/engine/recommendations/rank.ts';
import { severities } from '../../../src/shared/model/finding.ts';

const nothing = { critical: 0, high: 0, medium: 0, low: 0 };
const action = (id: string, more: Partial<Ranked> = {}): Ranked => ({
  id,
  prerequisites: [],
  findings: nothing,
  counted: 0,
  answers: 0,
  systems: 0,
  effort: 1,
  ...more,
});
const order = (actions: Ranked[], all = 0) => rank(actions, all).map(({ id }) => id);

describe('by hand', () => {
  test('the formula', () => {
    const one = action('a', {
      findings: { ...nothing, critical: 1, low: 3 },
      counted: 50,
      answers: 2,
      effort: 3,
    });
    // (8 × log2(2) + 1 × log2(4) + 24 × ½ + 2) ÷ √4
    expect(priorityOf(one, 100)).toBe((8 + 2 + 12 + 2) / 2);
  });

  test('one open database goes before a thousand small findings', () => {
    const small = action('small', { findings: { ...nothing, low: 100 } });
    const open = action('open', { findings: { ...nothing, critical: 1 } });
    expect(order([small, open])).toEqual(['open', 'small']);
  });

  test('of two that mend the same, the smaller job', () => {
    const findings = { ...nothing, high: 4 };
    expect(order([action('a', { findings, effort: 20 }), action('b', { findings })])).toEqual(['b', 'a']);
  });

  test('what an urgent one waits for goes before all that is less urgent', () => {
    const urgent = action('urgent', { findings: { ...nothing, critical: 9 }, prerequisites: ['first'] });
    const other = action('other', { findings: { ...nothing, high: 9 } });
    expect(order([other, urgent, action('first')])).toEqual(['first', 'urgent', 'other']);
  });

  test('a circle is ranked as well, its most urgent first', () => {
    const circle = [
      action('a', { prerequisites: ['b'] }),
      action('b', { prerequisites: ['a'], findings: { ...nothing, high: 1 } }),
    ];
    expect(order(circle)).toEqual(['b', 'a']);
  });
});

/** Actions whose prerequisites lie among those with a smaller number, so that there is no circle. */
const acyclic = fc
  .array(
    fc.record({
      findings: fc.record(
        Object.fromEntries(severities.map((name) => [name, fc.nat(500)])) as Record<
          (typeof severities)[number],
          fc.Arbitrary<number>
        >,
      ),
      counted: fc.nat(1e9),
      answers: fc.double({ min: 0, max: 20, noNaN: true }),
      effort: fc.double({ min: 0.5, max: 100, noNaN: true }),
      before: fc.array(fc.nat(40), { maxLength: 4 }),
    }),
    { maxLength: 40 },
  )
  .map((list) =>
    list.map(({ before, ...one }, at) =>
      action(`r${at}`, { ...one, prerequisites: before.filter((n) => n < at).map((n) => `r${n}`) }),
    ),
  );

describe('whatever there is', () => {
  test('nothing goes before its prerequisites, and nothing is lost', () => {
    fc.assert(
      fc.property(acyclic, (actions) => {
        const ids = order(actions, 1e9);
        expect(ids.toSorted()).toEqual(actions.map(({ id }) => id).sort());
        for (const { id, prerequisites } of actions)
          for (const before of prerequisites) expect(ids.indexOf(before)).toBeLessThan(ids.indexOf(id));
      }),
    );
  });

  test('the ranking does not hang on the order in which the actions come', () => {
    fc.assert(
      fc.property(
        acyclic.chain((actions) =>
          fc.tuple(fc.constant(actions), fc.shuffledSubarray(actions, { minLength: actions.length })),
        ),
        ([actions, shuffled]) => {
          expect(order(shuffled, 1e9)).toEqual(order(actions, 1e9));
        },
      ),
    );
  });
});
