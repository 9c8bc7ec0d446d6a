import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propose, type Tally } from '../../../src/engine/checklists/proposal.ts';
import { severities } from '../../../src/shared/model/finding.ts';

const tally = (change: Partial<Tally>): Tally => ({
  severity: 'low',
  pass: 0,
  fail: 0,
  unknown: 0,
  ...change,
});
const tallies = fc.array(
  fc.record({
    severity: fc.constantFrom(...severities),
    pass: fc.nat(50),
    fail: fc.nat(50),
    unknown: fc.nat(20),
  }),
  { minLength: 1, maxLength: 6 },
);

test.each([
  [0, 10, 0],
  [2, 8, 0],
  [3, 7, 1],
  [5, 5, 1],
  [6, 4, 2],
  [8, 2, 2],
  [9, 1, 3],
  [10, 0, 3],
])('%i of low severity that pass and %i that fail speak for level %i', (pass, fail, level) => {
  expect(propose([tally({ pass, fail })])).toMatchObject({ state: 'proposed', level });
});

test('while something critical fails it is level 1 at most, while something high does, level 2', () => {
  expect(propose([tally({ severity: 'critical', pass: 999, fail: 1 })]).level).toBe(1);
  expect(propose([tally({ severity: 'high', pass: 999, fail: 1 })]).level).toBe(2);
  expect(propose([tally({ severity: 'medium', pass: 999, fail: 1 })]).level).toBe(3);
});

test('a thousand volumes do not drown one open database', () => {
  const many = tally({ severity: 'low', pass: 1000 });
  const open = tally({ severity: 'critical', fail: 1 });
  expect(propose([many, open])).toMatchObject({ share: 1 / 9, level: 0 });
});

test('more that is unknown than known is no proposal, and says so with its counts', () => {
  expect(propose([tally({ pass: 3, unknown: 4 })])).toEqual({
    state: 'unclear',
    level: null,
    share: 1,
    pass: 3,
    fail: 0,
    unknown: 4,
  });
  expect(propose([tally({ pass: 4, unknown: 4 })]).level).toBe(3);
});

test('an account that has nothing of the kind speaks for nothing', () => {
  expect(propose([tally({})])).toMatchObject({ state: 'nothing', level: null, share: null });
  expect(propose([])).toMatchObject({ state: 'nothing', level: null });
});

describe('whatever the counts', () => {
  test('level 4 is never proposed', () =>
    fc.assert(fc.property(tallies, (some) => (propose(some).level ?? 0) <= 3)));

  test('one more that passes never lowers the level, one more that fails never raises it', () =>
    fc.assert(
      fc.property(tallies, fc.nat(), (some, n) => {
        const known = some.map((one) => ({ ...one, unknown: 0 }));
        const at = n % known.length;
        const with1 = (key: 'pass' | 'fail') =>
          propose(known.map((one, i) => (i === at ? { ...one, [key]: one[key] + 1 } : one))).level!;
        const now = propose(known).level;
        // A check that says its first word adds its weight, which may be good news or bad.
        if (now === null || known[at]!.pass + known[at]!.fail === 0) return;
        expect(with1('pass')).toBeGreaterThanOrEqual(now);
        expect(with1('fail')).toBeLessThanOrEqual(now);
      }),
    ));

  test('what could not be judged never changes a level that is proposed', () =>
    fc.assert(
      fc.property(tallies, (some) => {
        const { level } = propose(some);
        if (level === null) return;
        expect(propose(some.map((one) => ({ ...one, unknown: 0 }))).level).toBe(level);
      }),
    ));
});
