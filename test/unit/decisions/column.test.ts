import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ScopeIndex } from '../../../src/engine/decisions/column.ts';
import { decide } from '../../../src/engine/decisions/decided.ts';
import type { Verdicts } from '../../../src/engine/findings/verdicts.ts';
import {
  type Decision,
  type DecisionScope,
  type DecisionTarget,
  decisionOf,
  decisionStates,
  decisionVerdicts,
  precedence,
  stateOf,
} from '../../../src/shared/model/decision.ts';
import { statuses } from '../../../src/shared/model/finding.ts';

const checks = ['open-port', 'old-volume', 'no-backup'];
const resources = [
  { account: '111111111111', tags: { env: 'production', owner: 'ana' } },
  { account: '111111111111', tags: { env: 'staging' } },
  { account: '222222222222', tags: { env: 'production' } },
  { account: '222222222222', tags: null },
].map(({ account, tags }, n) => ({
  tags: tags as Record<string, string> | null,
  identity: {
    account,
    region: 'eu-west-1',
    type: 'AWS::EC2::Volume',
    arn: `arn:aws:ec2:eu-west-1:${account}:volume/${n}`,
    name: `volume-${n}`,
  },
}));

interface One {
  check: string;
  resource: number;
  subKey: string;
}

/** Verdicts as a judgement has them: a chunk for each check and account. */
function verdictsOf(all: readonly One[]): { verdicts: Verdicts; rows: readonly One[] } {
  const accountOf = (one: One) => resources[one.resource]!.identity.account;
  const rows = checks.flatMap((check) =>
    ['111111111111', '222222222222'].flatMap((account) =>
      all.filter((one) => one.check === check && accountOf(one) === account),
    ),
  );
  const starts = [...rows.keys()].filter(
    (at) =>
      at === 0 ||
      rows[at]!.check !== rows[at - 1]!.check ||
      accountOf(rows[at]!) !== accountOf(rows[at - 1]!),
  );
  const size = rows.length;
  const verdicts: Verdicts = {
    judgement: 1,
    size,
    checks,
    rule: Uint16Array.from(rows, ({ check }) => checks.indexOf(check)),
    resource: Int32Array.from(rows, ({ resource }) => resource + 1),
    content: new Int32Array(size),
    digest: new Float64Array(size),
    tail: null,
    status: Uint8Array.from(rows, (_, at) => at % statuses.length),
    severity: new Uint8Array(size),
    saving: Float64Array.from(rows, (_, at) => at * 1_000_000),
    counted: Uint8Array.from(rows, (_, at) => at % 2),
    subKey: (at) => rows[at]!.subKey,
    starts,
  };
  return { verdicts, rows };
}

const places = {
  resourceRow: ({ arn }: { arn: string }) => {
    const at = resources.findIndex(({ identity }) => identity.arn === arn);
    return at < 0 ? undefined : at + 1;
  },
  accountOf: (row: number) => resources[row - 1]!.identity.account,
  tagged: (key: string, value: string) =>
    resources.flatMap(({ tags }, at) => (tags?.[key] === value ? [at + 1] : [])),
};

const target = ({ check, resource, subKey }: One): DecisionTarget => ({
  check,
  resource: resources[resource]!.identity,
  subKey,
  tags: resources[resource]!.tags,
});

const aCheck = fc.constantFrom(...checks);
const aSubKey = fc.constantFrom('', 'rule-1');
const oneFinding = fc.record({ check: aCheck, resource: fc.nat(resources.length - 1), subKey: aSubKey });
const findings = fc.uniqueArray(oneFinding, {
  maxLength: 24,
  selector: (one) => JSON.stringify(one),
});
const identity = fc.constantFrom(...resources.map((one) => one.identity), {
  ...resources[0]!.identity,
  arn: 'arn:aws:ec2:eu-west-1:111111111111:volume/gone',
});
const orNone = fc.option(aCheck, { nil: null });
const scope: fc.Arbitrary<DecisionScope> = fc.oneof(
  fc.record({ kind: fc.constant('finding' as const), check: aCheck, resource: identity, subKey: aSubKey }),
  fc.record({ kind: fc.constant('resource' as const), resource: identity }),
  fc.record({ kind: fc.constant('check' as const), check: aCheck }),
  fc.record({
    kind: fc.constant('tag' as const),
    key: fc.constantFrom('env', 'owner'),
    value: fc.constantFrom('production', 'ana'),
    check: orNone,
  }),
  fc.record({
    kind: fc.constant('account' as const),
    account: fc.constantFrom('111111111111', '222222222222', '333333333333'),
    check: orNone,
  }),
);
const someDecisions: fc.Arbitrary<Decision[]> = fc
  .array(
    fc.record({
      scope,
      verdict: fc.constantFrom(...decisionVerdicts),
      expires: fc.option(fc.constantFrom('2026-10-31', '2026-11-01', '2026-12-01'), { nil: null }),
      decidedAt: fc.constantFrom('2026-09-01T00:00:00.000Z', '2026-09-02T00:00:00.000Z'),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map((one, n) => ({ ...one, id: `id-${n}`, reason: 'Agreed', owner: '', decidedBy: 'Ana Ruiz' })),
  );

const today = '2026-11-01';

test('half a million findings or one: the same decision applies', () => {
  fc.assert(
    fc.property(findings, someDecisions, (all, decisions) => {
      const { verdicts, rows } = verdictsOf(all);
      const decided = decide(verdicts, new ScopeIndex(verdicts, places), decisions, today);
      for (const [at, one] of rows.entries()) {
        const naive = decisionOf(decisions, target(one), today);
        expect(decided.decisionOf(at)?.id).toBe(naive?.id);
        expect(decisionStates[decided.state[at]!]).toBe(stateOf(naive, today));
      }
    }),
    { numRuns: 500 },
  );
});

test('what is set aside and what is open are together what fails, in number and in money', () => {
  fc.assert(
    fc.property(findings, someDecisions, (all, decisions) => {
      const { verdicts } = verdictsOf(all);
      const decided = decide(verdicts, new ScopeIndex(verdicts, places), decisions, today);
      const fails = [...verdicts.status.keys()].filter((at) => statuses[verdicts.status[at]!] === 'fail');
      const aside = [...decided.aside.values()];
      const sum = (of: (one: (typeof aside)[number]) => number) => aside.reduce((n, one) => n + of(one), 0);
      expect(sum((one) => one.findings) + decided.open.reduce((n, one) => n + one, 0)).toBe(fails.length);
      const closed = fails.filter((at) => !decided.open[at]);
      expect(sum((one) => one.counted + one.advisory)).toBe(
        closed.reduce((n, at) => n + verdicts.saving[at]!, 0),
      );
    }),
  );
});

test('of two decisions one always goes before the other, whatever the order they are given in', () => {
  fc.assert(
    fc.property(someDecisions, fc.nat(), (decisions, turn) => {
      const at = decisions.length === 0 ? 0 : turn % decisions.length;
      const turned = [...decisions.slice(at), ...decisions.slice(0, at)];
      expect(turned.sort(precedence(today))).toEqual([...decisions].sort(precedence(today)));
    }),
  );
});

const volume: DecisionTarget = target({ check: 'old-volume', resource: 0, subKey: '' });
const made = (id: string, more: Partial<Decision> & Pick<Decision, 'scope'>): Decision => ({
  id,
  verdict: 'accepted-risk',
  reason: 'Agreed',
  owner: '',
  expires: null,
  decidedAt: '2026-09-01T00:00:00.000Z',
  decidedBy: 'Ana Ruiz',
  ...more,
});

test('the narrowest scope applies: finding, resource, check in a place, check, place', () => {
  const { resource } = volume;
  const narrowestFirst: DecisionScope[] = [
    { kind: 'finding', check: 'old-volume', resource, subKey: '' },
    { kind: 'resource', resource },
    { kind: 'tag', key: 'env', value: 'production', check: 'old-volume' },
    { kind: 'account', account: resource.account, check: 'old-volume' },
    { kind: 'check', check: 'old-volume' },
    { kind: 'tag', key: 'env', value: 'production', check: null },
    { kind: 'account', account: resource.account, check: null },
  ];
  const all = narrowestFirst.map((scope, n) => made(`${n}`, { scope }));
  for (let n = 0; n < all.length; n++)
    expect(decisionOf(all.slice(n).reverse(), volume, today)?.id).toBe(`${n}`);
});

test('of two scopes of one width the newer decision applies', () => {
  const old = made('old', { scope: { kind: 'tag', key: 'env', value: 'production', check: null } });
  const newer = made('newer', {
    scope: { kind: 'tag', key: 'owner', value: 'ana', check: null },
    decidedAt: '2026-09-02T00:00:00.000Z',
  });
  expect(decisionOf([newer, old], volume, today)?.id).toBe('newer');
});

test('a decision holds on its last day and not on the next, when a wider one that holds takes its place', () => {
  const narrow = made('narrow', {
    scope: { kind: 'resource', resource: volume.resource },
    expires: '2026-11-01',
  });
  const wide = made('wide', { scope: { kind: 'check', check: 'old-volume' }, verdict: 'will-fix' });
  expect(stateOf(decisionOf([narrow], volume, '2026-11-01'), '2026-11-01')).toBe('accepted-risk');
  expect(stateOf(decisionOf([narrow], volume, '2026-11-02'), '2026-11-02')).toBe('expired');
  expect(decisionOf([narrow, wide], volume, '2026-11-02')?.id).toBe('wide');
});

test('five hundred decisions over half a million verdicts are painted within a second', () => {
  const all = Array.from({ length: 586_000 }, (_, n) => ({
    check: checks[Math.floor(n / 200_000)] ?? 'no-backup',
    resource: n % 2,
    subKey: '',
  }));
  const { verdicts } = verdictsOf(all);
  const index = new ScopeIndex(verdicts, places);
  const decisions = Array.from({ length: 500 }, (_, n) =>
    made(`${n}`, {
      scope:
        n % 2
          ? { kind: 'check', check: checks[n % 3]! }
          : { kind: 'account', account: '111111111111', check: checks[n % 3]! },
    }),
  );
  const began = performance.now();
  const decided = decide(verdicts, index, decisions, today);
  expect(performance.now() - began).toBeLessThan(1000);
  expect(decided.decisionOf(0)).toBeDefined();
});
