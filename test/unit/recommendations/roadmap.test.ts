import { describe, expect, test } from 'vitest';
import type { CheckTally } from '../../../src/engine/findings/score.ts';
import type { Action } from '../../../src/engine/recommendations/actions.ts';
import { bookedByMonth } from '../../../src/engine/recommendations/capacity.ts';
import { adopted } from '../../../src/engine/recommendations/change.ts';
import { forecast } from '../../../src/engine/recommendations/forecast.ts';
import { library } from '../../../src/engine/recommendations/library.ts';
import { planned, warningsOf } from '../../../src/engine/recommendations/plan.ts';
import type { Plan, RecommendationRecord } from '../../../src/shared/model/records/recommendation.ts';

describe('the forecast', () => {
  const tally = (pass: number, fail: number, unknown = 0): CheckTally => ({
    aspect: 'networking',
    severity: 'medium',
    pass,
    fail,
    unknown,
  });
  const tallies = new Map([
    ['a', tally(1, 1)],
    ['b', tally(0, 4)],
    ['c', tally(0, 0, 5)],
  ]);
  const counted = new Map([
    ['a', 10],
    ['b', 5],
  ]);

  test('adds up what passes, step by step', () => {
    expect(forecast(tallies, counted, [[], ['a'], ['b']])).toEqual([
      { score: 25, counted: 0 },
      { score: 50, counted: 10 },
      { score: 100, counted: 15 },
    ]);
  });
  test('counts a check that two steps share once, and leaves what it was given as it was', () => {
    expect(forecast(tallies, counted, [['a'], ['a', 'b']]).at(-1)).toEqual({ score: 100, counted: 15 });
    expect(tallies.get('a')).toEqual(tally(1, 1));
  });
  test('what could not be read stays unknown', () => {
    expect(forecast(new Map([['c', tally(0, 0, 5)]]), counted, [['c']])).toEqual([
      { score: null, counted: 0 },
    ]);
  });
});

describe('capacity', () => {
  test('work is spread over the working days of its months', () => {
    // Thursday 29 October to Wednesday 4 November 2026: two working days, then three.
    const booked = bookedByMonth([{ from: '2026-10-29', to: '2026-11-04', effort: 10 }]);
    expect([...booked]).toEqual([
      ['2026-10', 4],
      ['2026-11', 6],
    ]);
  });
  test('work on a weekend alone is not lost', () => {
    expect([...bookedByMonth([{ from: '2026-11-07', to: '2026-11-08', effort: 2 }])]).toEqual([
      ['2026-11', 2],
    ]);
  });
  test('a year that was typed wrong ends', () => {
    expect(bookedByMonth([{ from: '2026-01-01', to: '9999-12-31', effort: 1 }]).size).toBeLessThan(250);
  });
});

const record = (library_: string, plan: Partial<Plan> = {}): RecommendationRecord => {
  const one = adopted(library().byId.get(library_)!, null);
  return { ...one, plan: { ...one.plan, ...plan } };
};
const present = { at: '2026-11-20T10:00:00Z', snapshot: 's2' };

describe('a plan', () => {
  test('is done when it stands under done, and the other way round', () => {
    const one = record('gp2-to-gp3', { horizon: 'now' });
    const done = planned(one, { horizon: 'done' }, [one], present);
    expect(done.plan).toMatchObject({ horizon: 'done', status: 'done', closed: present });
    expect(planned(one, { status: 'done' }, [one], present).plan).toEqual(done.plan);
    expect(planned(done, { status: 'in-progress' }, [done], present).plan).toMatchObject({
      horizon: 'now',
      status: 'in-progress',
      closed: null,
    });
    expect(planned(done, { horizon: 'next' }, [done], present).plan).toMatchObject({
      status: 'planned',
      closed: null,
    });
  });

  test('goes between its new neighbours', () => {
    const [a, b] = [
      record('gp2-to-gp3', { horizon: 'now', order: 1 }),
      record('log-retention', { horizon: 'now', order: 2 }),
    ];
    const one = record('backup-plans');
    const at = (before: string | null) =>
      planned(one, { horizon: 'now', before }, [a, b, one], present).plan.order;
    expect(at(a.id)).toBeLessThan(1);
    expect(at(b.id)).toBe(1.5);
    expect(at(null)).toBeGreaterThan(2);
  });

  test('that ends before it begins is refused', () => {
    const one = record('gp2-to-gp3', { from: '2026-11-10' });
    expect(() => planned(one, { to: '2026-11-09' }, [one], present)).toThrow(/before it begins/);
  });
});

describe('warnings', () => {
  const warn = (own: Partial<Plan>, first: Partial<Plan>) => {
    const action = (id: string, plan: Partial<Plan>, prerequisites: string[] = []) =>
      ({ id, record: record('gp2-to-gp3', plan), prerequisites }) as unknown as Action;
    const one = action('one', own, ['first']);
    return warningsOf(one, new Map([['first', action('first', first)]])).map(({ kind }) => kind);
  };
  test('by horizon, and within one by place', () => {
    expect(warn({ horizon: 'now' }, { horizon: 'next' })).toEqual(['before-prerequisite']);
    expect(warn({ horizon: 'next' }, { horizon: 'now' })).toEqual([]);
    expect(warn({ horizon: 'now', order: 1 }, { horizon: 'now', order: 2 })).toEqual(['before-prerequisite']);
  });
  test('by dates where both have them', () => {
    const dates = { horizon: 'now', order: 1, from: '2026-11-10' } as const;
    expect(warn(dates, { horizon: 'now', order: 2, to: '2026-11-10' })).toEqual([]);
    expect(warn(dates, { horizon: 'now', order: 0, to: '2026-11-11' })).toEqual(['before-prerequisite']);
  });
  test('what it needs is not planned, or is done', () => {
    expect(warn({ horizon: 'now' }, { horizon: null })).toEqual(['without-prerequisite']);
    expect(warn({ horizon: 'now' }, { horizon: 'done' })).toEqual([]);
    expect(warn({ horizon: null }, { horizon: null })).toEqual([]);
  });
});
