import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CheckTally, scoresOf } from '../../../src/engine/findings/score.ts';
import { aspects } from '../../../src/shared/model/aspect.ts';
import { severities } from '../../../src/shared/model/finding.ts';

const tally = (fallen: Partial<CheckTally>): CheckTally => ({
  aspect: 'networking',
  severity: 'medium',
  pass: 0,
  fail: 0,
  unknown: 0,
  ...fallen,
});
const networking = (...tallies: CheckTally[]) =>
  scoresOf(tallies).aspects.find(({ aspect }) => aspect === 'networking')!;

describe('by hand', () => {
  test('one check: the share that passes', () => {
    expect(networking(tally({ pass: 3, fail: 1 }))).toEqual({
      aspect: 'networking',
      score: 75,
      confidence: 1,
      pass: 3,
      fail: 1,
      unknown: 0,
    });
  });

  test('a critical check weighs as much as eight low ones', () => {
    // (8 × 0 + 1 × 1) ÷ 9
    const open = tally({ severity: 'critical', fail: 1 });
    expect(networking(open, tally({ severity: 'low', pass: 1 })).score).toBeCloseTo(100 / 9);
    const low = Array.from({ length: 8 }, () => tally({ severity: 'low', pass: 1 }));
    expect(networking(open, ...low).score).toBeCloseTo(50);
  });

  test('a thousand volumes do not drown one open database', () => {
    const volumes = tally({ severity: 'medium', pass: 1000 });
    const database = tally({ severity: 'critical', fail: 1 });
    expect(networking(volumes, database).score).toBeCloseTo(20);
  });

  test('high beside medium: (4 × 1/2 + 2 × 1/4) ÷ 6', () => {
    const half = tally({ severity: 'high', pass: 1, fail: 1 });
    const quarter = tally({ severity: 'medium', pass: 1, fail: 3 });
    expect(networking(half, quarter).score).toBeCloseTo(250 / 6);
  });

  test('confidence is the weighted share of verdicts that could be given', () => {
    // (4 × 1/2 + 1 × 1) ÷ 5
    const halfRead = tally({ severity: 'high', pass: 1, unknown: 1 });
    const allRead = tally({ severity: 'low', fail: 1 });
    expect(networking(halfRead, allRead).confidence).toBeCloseTo(0.6);
  });

  test('an aspect of which nothing could be said has no score, and no confidence', () => {
    expect(networking(tally({ unknown: 5 }))).toMatchObject({ score: null, confidence: 0, unknown: 5 });
    expect(networking()).toMatchObject({ score: null, confidence: 0, pass: 0, fail: 0, unknown: 0 });
  });

  test('overall is the mean of the aspects that have a score, its confidence the mean of all that were asked', () => {
    const { overall } = scoresOf([
      tally({ aspect: 'networking', pass: 1 }),
      tally({ aspect: 'scalability', pass: 1, fail: 1 }),
      tally({ aspect: 'resources', unknown: 3 }),
    ]);
    expect(overall).toEqual({ score: 75, confidence: 2 / 3, pass: 2, fail: 1, unknown: 3 });
    expect(scoresOf([]).overall).toEqual({ score: null, confidence: 0, pass: 0, fail: 0, unknown: 0 });
  });

  test('the aspects come in the order of the report, all of them', () => {
    expect(scoresOf([]).aspects.map(({ aspect }) => aspect)).toEqual(aspects);
  });
});

describe('whatever the verdicts', () => {
  const count = fc.nat({ max: 1000 });
  const someTally = fc.record<CheckTally>({
    aspect: fc.constantFrom(...aspects),
    severity: fc.constantFrom(...severities),
    pass: count,
    fail: count,
    unknown: count,
  });
  const someTallies = fc.array(someTally, { minLength: 1, maxLength: 12, size: 'max' });
  const chosen = fc.nat();
  const withOne = (tallies: CheckTally[], index: number, key: 'pass' | 'fail' | 'unknown') =>
    tallies.map((one, i) => (i === index % tallies.length ? { ...one, [key]: one[key] + 1 } : one));
  const ε = 1e-9;

  test('scores are between 0 and 100, confidence between 0 and 1', () => {
    fc.assert(
      fc.property(someTallies, (tallies) => {
        const { overall, aspects: each } = scoresOf(tallies);
        for (const { score, confidence } of [overall, ...each]) {
          if (score !== null) expect(score).toBeGreaterThanOrEqual(0);
          if (score !== null) expect(score).toBeLessThanOrEqual(100 + ε);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1 + ε);
        }
      }),
    );
  });

  test('unknown never moves a score, and lowers confidence', () => {
    fc.assert(
      fc.property(someTallies, chosen, (tallies, index) => {
        const before = scoresOf(tallies);
        const after = scoresOf(withOne(tallies, index, 'unknown'));
        expect(after.overall.score).toEqual(before.overall.score);
        for (const [i, { score, confidence, pass, fail, unknown }] of after.aspects.entries()) {
          const was = before.aspects[i]!;
          expect(score).toEqual(was.score);
          if (was.pass + was.fail + was.unknown > 0)
            expect(confidence).toBeLessThanOrEqual(was.confidence + ε);
          expect({ pass, fail }).toEqual({ pass: was.pass, fail: was.fail });
          expect(unknown).toBeGreaterThanOrEqual(was.unknown);
        }
      }),
    );
  });

  // Where a check speaks for the first time it joins the mean, and may draw it either way.
  const spoken = someTallies.map((tallies) => tallies.map((one) => ({ ...one, pass: one.pass + 1 })));

  test('another pass never lowers the score of its aspect, another fail never raises it', () => {
    fc.assert(
      fc.property(spoken, chosen, (tallies, index) => {
        const { aspect } = tallies[index % tallies.length]!;
        const of = (some: CheckTally[]) =>
          scoresOf(some).aspects.find((one) => one.aspect === aspect)!.score!;
        expect(of(withOne(tallies, index, 'pass'))).toBeGreaterThanOrEqual(of(tallies) - ε);
        expect(of(withOne(tallies, index, 'fail'))).toBeLessThanOrEqual(of(tallies) + ε);
      }),
    );
  });

  test('the order of the checks does not matter', () => {
    fc.assert(
      fc.property(someTallies, (tallies) => {
        const reversed = scoresOf(tallies.toReversed());
        for (const [i, one] of scoresOf(tallies).aspects.entries()) {
          const other = reversed.aspects[i]!;
          expect(one.score === null).toBe(other.score === null);
          expect(one.score ?? 0).toBeCloseTo(other.score ?? 0, 9);
          expect(one.confidence).toBeCloseTo(other.confidence, 9);
        }
      }),
    );
  });
});
