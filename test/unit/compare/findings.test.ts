import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareFindings, countChanges } from '../../../src/engine/compare/findings.ts';
import type { Reread } from '../../../src/engine/compare/reread.ts';
import type { Verdicts } from '../../../src/engine/findings/verdicts.ts';
import { severities, statuses } from '../../../src/shared/model/finding.ts';
import { judgement, type Said, someJudgement } from '../../support/judgement.ts';

const compare = (
  before: Verdicts,
  after: Verdicts,
  { judged = ['c', 'd'], reread = () => true }: { judged?: string[]; reread?: Reread } = {},
) =>
  compareFindings({
    before,
    after,
    judged: new Set(judged),
    reread,
    resource: () => ({ account: '111122223333', region: 'us-east-1', type: 'AWS::EC2::Volume' }),
  });
const changes = (...all: Parameters<typeof compare>) => compare(...all).map(({ change }) => change);
const nothing = judgement();
const failing = judgement({ status: 'fail' });

describe('a finding that failed', () => {
  test.each([
    ['fail', 'persisting'],
    ['pass', 'resolved'],
    ['not-applicable', 'no-longer-applicable'],
    ['unknown', 'not-rechecked'],
    ['manual', 'not-rechecked'],
  ] as const)('and is %s now is %s', (status, change) => {
    expect(changes(failing, judgement({ status }))).toEqual([change]);
  });

  test('of a resource that is gone is no longer applicable', () => {
    expect(changes(failing, nothing)).toEqual(['no-longer-applicable']);
  });

  test('is not re-checked where nobody looked for its resource', () => {
    expect(changes(failing, nothing, { reread: () => false })).toEqual(['not-rechecked']);
  });

  test('is not re-checked by a judgement without its check', () => {
    expect(changes(failing, nothing, { judged: ['d'] })).toEqual(['not-rechecked']);
  });
});

describe('a finding that fails now', () => {
  test.each([
    ['pass', 'regressed'],
    ['unknown', 'new'],
    ['manual', 'new'],
    ['not-applicable', 'new'],
  ] as const)('and was %s is %s', (status, change) => {
    expect(changes(judgement({ status }), failing)).toEqual([change]);
  });

  test('on a resource that was not there is new', () => {
    expect(changes(nothing, failing)).toEqual(['new']);
  });
});

describe('a rule of a security group', () => {
  const rule = (subKey: string): Said => ({ status: 'fail', subKey });

  test('that is taken away is resolved, whether others stay open or none', () => {
    expect(changes(judgement(rule('ssh'), rule('rdp')), judgement(rule('ssh')))).toEqual([
      'persisting',
      'resolved',
    ]);
    expect(changes(judgement(rule('ssh')), judgement({ status: 'pass' }))).toEqual(['resolved']);
  });

  test('is not resolved where the group could not be judged this time', () => {
    expect(changes(judgement(rule('ssh')), judgement({ status: 'unknown' }))).toEqual(['not-rechecked']);
    expect(changes(judgement(rule('ssh')), judgement({ status: 'manual' }))).toEqual(['not-rechecked']);
  });

  test('is no longer applicable where the group is none of ours any more', () => {
    expect(changes(judgement(rule('ssh')), judgement({ status: 'not-applicable' }))).toEqual([
      'no-longer-applicable',
    ]);
  });

  test('that opens a group that was shut is a regression; one more hole is new', () => {
    expect(changes(judgement({ status: 'pass' }), judgement(rule('ssh')))).toEqual(['regressed']);
    expect(changes(judgement(rule('ssh')), judgement(rule('ssh'), rule('rdp')))).toEqual([
      'persisting',
      'new',
    ]);
    expect(changes(judgement({ status: 'unknown' }), judgement(rule('ssh')))).toEqual(['new']);
  });

  test('is told from one of the same name in another group or of another check', () => {
    const here = judgement(rule('ssh'));
    const there = judgement({ ...rule('ssh'), resource: 2 });
    expect(changes(here, there).toSorted()).toEqual(['new', 'no-longer-applicable']);
    const other = judgement({ ...rule('ssh'), check: 'd' });
    expect(changes(here, other).toSorted()).toEqual(['new', 'no-longer-applicable']);
  });
});

test('what passes in both, or never failed, is not mentioned', () => {
  const before = judgement({ status: 'pass' }, { status: 'unknown', resource: 2 });
  const after = judgement({ status: 'pass' }, { status: 'pass', resource: 2 });
  expect(compare(before, after)).toEqual([]);
});

test('what goes on is described as it is, what is over as it was', () => {
  const before = judgement(
    { status: 'fail', resource: 2, severity: 'low' },
    { status: 'fail', severity: 'high' },
  );
  const after = judgement({ status: 'fail', severity: 'critical' }, { status: 'pass', resource: 2 });
  expect(compare(before, after)).toEqual([
    { change: 'resolved', finding: 0, in: 'before', severity: severities.indexOf('low') },
    { change: 'persisting', finding: 0, in: 'after', severity: severities.indexOf('critical') },
  ]);
});

test('the place of a resource decides whether it was looked for', () => {
  const reread: Reread = ({ type, account, region }) =>
    `${account} ${region} ${type}` === '111122223333 us-east-1 AWS::EC2::Volume';
  expect(changes(failing, nothing, { reread })).toEqual(['no-longer-applicable']);
});

describe('whatever was judged', () => {
  const someReread = fc.func<[unknown], boolean>(fc.boolean()) as fc.Arbitrary<Reread>;
  const fails = (verdicts: Verdicts) =>
    verdicts.status.filter((one) => one === statuses.indexOf('fail')).length;

  test('a judgement compared with itself gives what persists and nothing else', () => {
    fc.assert(
      fc.property(someJudgement, (one) => {
        expect(compare(one, one).every(({ change }) => change === 'persisting')).toBe(true);
        expect(compare(one, one)).toHaveLength(fails(one));
      }),
    );
  });

  test('every failing finding of both is there exactly once', () => {
    fc.assert(
      fc.property(someJudgement, someJudgement, someReread, (before, after, reread) => {
        const found = compare(before, after, { reread });
        const counts = countChanges(found);
        const appeared = counts.new + counts.regressed;
        expect(appeared + counts.persisting).toBe(fails(after));
        expect(found.length - appeared).toBe(fails(before));
        const places = found.map((one) => `${one.in} ${one.finding}`);
        expect(new Set(places).size).toBe(places.length);
      }),
    );
  });

  test('seen the other way round, the same persists, and what appeared is what is over', () => {
    fc.assert(
      fc.property(someJudgement, someJudgement, (before, after) => {
        const there = countChanges(compare(before, after));
        const back = countChanges(compare(after, before));
        expect(back.persisting).toBe(there.persisting);
        const over = ({ resolved, ...all }: typeof there) =>
          resolved + all['no-longer-applicable'] + all['not-rechecked'];
        expect(over(back)).toBe(there.new + there.regressed);
        expect(over(there)).toBe(back.new + back.regressed);
        // What passed and fails is, the other way round, what failed and passes.
        expect(back.resolved).toBeGreaterThanOrEqual(there.regressed);
      }),
    );
  });

  test('nothing is resolved when nothing was read', () => {
    fc.assert(
      fc.property(someJudgement, (before) => {
        const counts = countChanges(compare(before, nothing, { reread: () => false }));
        expect(counts['not-rechecked']).toBe(fails(before));
        expect(counts.resolved + counts['no-longer-applicable']).toBe(0);
      }),
    );
  });

  test('a check that was not judged again re-checks nothing', () => {
    fc.assert(
      fc.property(someJudgement, someReread, (before, reread) => {
        const counts = countChanges(compare(before, nothing, { judged: [], reread }));
        expect(counts['not-rechecked']).toBe(fails(before));
      }),
    );
  });
});
