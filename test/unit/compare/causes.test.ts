import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { causesOf, countCauses } from '../../../src/engine/compare/causes.ts';
import { compareFindings } from '../../../src/engine/compare/findings.ts';
import type { Reread } from '../../../src/engine/compare/reread.ts';
import type { Verdicts } from '../../../src/engine/findings/verdicts.ts';
import { statuses } from '../../../src/shared/model/finding.ts';
import { judgement, someJudgement } from '../../support/judgement.ts';

const place = () => ({ account: '111122223333', region: 'us-east-1', type: 'AWS::EC2::Volume' });

function causes(
  before: Verdicts,
  after: Verdicts,
  again: Verdicts | null,
  {
    judged = ['c', 'd'],
    judgedBefore = ['c', 'd'],
    lookedFor = () => true,
  }: { judged?: string[]; judgedBefore?: string[]; lookedFor?: Reread } = {},
) {
  const differences = compareFindings({
    before,
    after,
    judged: new Set(judged),
    reread: () => true,
    resource: place,
  });
  return {
    differences,
    causes: causesOf({
      differences,
      before,
      after,
      again,
      judgedBefore: new Set(judgedBefore),
      lookedFor,
      resource: place,
    }),
  };
}

const nothing = judgement();
const fail = judgement({ status: 'fail' });
const pass = judgement({ status: 'pass' });
const unknown = judgement({ status: 'unknown' });

describe('where the rules differ', () => {
  test('a finding that passes already when judged again is over because of the rules', () => {
    expect(causes(fail, pass, pass).causes).toEqual(['rules']);
  });

  test('one that still fails when judged again, and passes now, is over because something was changed', () => {
    expect(causes(fail, pass, fail).causes).toEqual(['infrastructure']);
  });

  test('one that fails already when judged again has appeared because of the rules', () => {
    expect(causes(pass, fail, fail).causes).toEqual(['rules']);
  });

  test('one that passes when judged again, and fails now, has appeared because something was changed', () => {
    expect(causes(pass, fail, pass).causes).toEqual(['infrastructure']);
  });

  test('a check that was taken away ends its findings by rule, though nobody looks any more', () => {
    expect(causes(fail, nothing, nothing, { judged: [] }).causes).toEqual(['rules']);
  });

  test('a check that came later and needs what was not read then speaks by rule', () => {
    expect(causes(nothing, fail, unknown, { judgedBefore: [] }).causes).toEqual(['rules']);
  });
});

describe('where both went by the same rules', () => {
  test('whatever could be seen on both sides is a change of the estate', () => {
    expect(causes(fail, pass, null).causes).toEqual(['infrastructure']);
    expect(causes(pass, fail, null).causes).toEqual(['infrastructure']);
  });

  test('what goes on is no difference', () => {
    expect(causes(fail, fail, null).causes).toEqual(['same']);
  });

  test('what one side could not see, nobody can tell', () => {
    expect(causes(fail, unknown, null).causes).toEqual(['unseen']);
    expect(causes(unknown, fail, null).causes).toEqual(['unseen']);
    expect(causes(nothing, fail, null, { lookedFor: () => false }).causes).toEqual(['unseen']);
  });

  test('a resource that was looked for and not there is new', () => {
    expect(causes(nothing, fail, null).causes).toEqual(['infrastructure']);
  });
});

describe('whatever was judged, by whatever rules', () => {
  test('the labels partition the differences', () => {
    fc.assert(
      fc.property(someJudgement, someJudgement, fc.option(someJudgement), (before, after, again) => {
        const { differences, causes: labels } = causes(before, after, again);
        expect(labels).toHaveLength(differences.length);
        const counts = countCauses(labels);
        expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(differences.length);
        expect(counts.same).toBe(differences.filter(({ change }) => change === 'persisting').length);
      }),
    );
  });

  test('by the same rules, nothing is due to rules', () => {
    fc.assert(
      fc.property(someJudgement, someJudgement, (before, after) => {
        expect(causes(before, after, null).causes).not.toContain('rules');
        expect(causes(before, after, before).causes).not.toContain('rules');
      }),
    );
  });

  test('when nothing in the estate has changed, no difference is laid at its door', () => {
    fc.assert(
      fc.property(someJudgement, someJudgement, (before, after) => {
        // Judged again by the later rules, an estate that did not change says what the later judgement says.
        expect(causes(before, after, after).causes).not.toContain('infrastructure');
      }),
    );
  });

  test('a finding that appeared or is over by rules differs already between the two judgements of the earlier snapshot', () => {
    const FAIL = statuses.indexOf('fail');
    fc.assert(
      fc.property(someJudgement, someJudgement, someJudgement, (before, after, again) => {
        const { differences, causes: labels } = causes(before, after, again);
        const failing = (one: Verdicts) =>
          new Set(
            Array.from({ length: one.size }, (_, n) => n)
              .filter((n) => one.status[n] === FAIL)
              .map((n) => `${one.checks[one.rule[n]!]} ${one.resource[n]} ${one.subKey(n)}`),
          );
        const then = failing(again);
        for (const [i, { in: side, finding, change }] of differences.entries()) {
          if (change === 'persisting') continue;
          const from = side === 'before' ? before : after;
          const key = `${from.checks[from.rule[finding]!]} ${from.resource[finding]} ${from.subKey(finding)}`;
          if (side === 'before') expect(labels[i] === 'rules').toBe(!then.has(key));
          else if (then.has(key)) expect(labels[i]).toBe('rules');
        }
      }),
    );
  });
});
