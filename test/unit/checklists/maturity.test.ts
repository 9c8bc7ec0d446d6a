import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maturity, maturityOf, type Part } from '../../../src/engine/checklists/maturity.ts';
import { type ChecklistItem, levels } from '../../../src/shared/model/checklist.ts';
import { type Answer, answerRecord } from '../../../src/shared/model/records/answer.ts';

const item = (id: string, change: Partial<ChecklistItem> = {}) =>
  ({
    id,
    section: 's',
    kind: 'level',
    aspect: null,
    stage: 'build',
    principle: null,
    weight: 1,
    references: [],
    dependsOn: [],
    checks: [],
    ...change,
  }) as ChecklistItem;
const list = (...items: ChecklistItem[]) => ({
  id: 'l',
  template: { id: 'l', version: '1.0.0', order: 1, items },
});
const answer = (id: string, change: Partial<Answer> = {}) =>
  answerRecord.parse({ id, who: 'N', at: '2026-11-01T00:00:00Z', ...change });

const parts = fc.array(
  fc.oneof(
    fc.record({
      weight: fc.integer({ min: 1, max: 5 }),
      level: fc.constantFrom(...levels),
      state: fc.constant('counted' as const),
    }),
    fc.record({
      weight: fc.integer({ min: 1, max: 5 }),
      level: fc.constant(null),
      state: fc.constantFrom('open' as const, 'left-out' as const),
    }),
  ),
) as fc.Arbitrary<Pick<Part, 'weight' | 'level' | 'state'>[]>;

describe('whatever was answered', () => {
  test('the figure lies between 0 and 100 and the confidence between 0 and 1', () =>
    fc.assert(
      fc.property(parts, (some) => {
        const { score, confidence } = maturity(some);
        expect(score === null || (score >= 0 && score <= 100)).toBe(true);
        expect(confidence >= 0 && confidence <= 1).toBe(true);
      }),
    ));

  test('the same level everywhere is that level, whatever the weights', () =>
    fc.assert(
      fc.property(parts, fc.constantFrom(...levels), (some, level) => {
        const same = some.map((one) => (one.state === 'counted' ? { ...one, level } : one));
        const { score } = maturity(same);
        if (score !== null) expect(score).toBeCloseTo(level * 25);
      }),
    ));

  test('what does not apply changes nothing; what is open lowers the confidence and never the figure', () =>
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 5 }), (some, weight) => {
        const now = maturity(some);
        const out = maturity([...some, { weight, level: null, state: 'left-out' }]);
        expect([out.score, out.confidence]).toEqual([now.score, now.confidence]);
        const open = maturity([...some, { weight, level: null, state: 'open' }]);
        expect(open.score).toBe(now.score);
        expect(open.confidence).toBeLessThanOrEqual(now.confidence);
      }),
    ));

  test('the order does not matter', () =>
    fc.assert(
      fc.property(parts, (some) => {
        expect(maturity(some.toReversed()).score ?? -1).toBeCloseTo(maturity(some).score ?? -1);
      }),
    ));
});

test('a weight of 3 at level 4 and a weight of 1 at level 0 make 75 percent', () => {
  const report = maturityOf(
    [answer('a', { level: 4 }), answer('b', { level: 0 })],
    [list(item('a', { weight: 3 }), item('b'))],
    [{ id: 'stage:build', percent: 80 }],
  );
  expect(report.overall).toMatchObject({ score: 75, confidence: 1 });
  expect(report.values.find(({ value }) => value === 'build')).toMatchObject({ score: 75, target: 80 });
  expect(report.values.find(({ value }) => value === 'plan')).toMatchObject({ score: null, confidence: 0 });
});

test('what rests on something that was answered below it is left out, on something open it is open', () => {
  const rests = item('b', { dependsOn: [{ item: 'a', atLeast: 2 }] });
  const overall = (...answers: Answer[]) => maturityOf(answers, [list(item('a'), rests)]).overall;
  expect(overall()).toMatchObject({ open: 2, leftOut: 0 });
  expect(overall(answer('a', { level: 1 }))).toMatchObject({
    answered: 1,
    open: 0,
    leftOut: 1,
    confidence: 1,
  });
  expect(overall(answer('a', { level: 2 }))).toMatchObject({ answered: 1, open: 1, confidence: 0.5 });
  expect(overall(answer('a', { notApplicable: 'not-used' }))).toMatchObject({ open: 0, leftOut: 2 });
  // Answered all the same, it counts.
  expect(overall(answer('a', { level: 1 }), answer('b', { level: 3 }))).toMatchObject({ score: 50 });
});

test('an answer of a question that is no longer asked counts nowhere', () => {
  expect(maturityOf([answer('gone', { level: 4 })], [list(item('a'))]).overall.answered).toBe(0);
});
