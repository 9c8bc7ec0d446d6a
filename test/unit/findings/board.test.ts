import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Check } from '../../../src/engine/checks/check.ts';
import { FindingsBoard } from '../../../src/engine/findings/board.ts';
import type { Store } from '../../../src/engine/store/open.ts';
import type { Aspect } from '../../../src/shared/model/aspect.ts';
import { severities, statuses } from '../../../src/shared/model/finding.ts';
import {
  type FindingExpression,
  type FindingFilter,
  type FindingSort,
  type FindingTest,
  facetNames,
} from '../../../src/shared/model/finding-query.ts';
import { judgementWith, type SomeFinding, storeWith } from './judged.ts';

/** `retired` is a check that this version of Fieldbook has not any more. */
const aspectOf: Record<string, Aspect> = {
  'ebs-gp2-to-gp3': 'cost-optimization',
  'ebs-volume-unattached': 'cost-optimization',
  's3-bucket-public': 'security-compliance',
};
const checks = Object.entries(aspectOf).map(([id, aspect]) => ({ id, aspect }) as Check);
const checkIds = [...Object.keys(aspectOf), 'retired'];
const accounts = ['111122223333', '222233334444', '333344445555'];
const regions = ['us-east-1', 'eu-west-1', 'global'];
const types = ['AWS::EC2::Volume', 'AWS::S3::Bucket'];
const resources = Array.from({ length: 14 }, (_, n) => ({
  account: accounts[n % 3]!,
  region: regions[(n * 5) % 3]!,
  type: types[n % 2]!,
  // Not in the order of the rows, and with capitals to be found by small letters.
  name: `${['Zeta', 'alpha', 'Mu', 'ñandú'][n % 4]}-${(n * 5) % 14}`,
  arn: `arn:aws:x:${n}:thing/ID-${n}`,
}));

let folder: string;
let store: Store;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldbook-board-'));
  store = storeWith(folder, resources);
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const someFinding = fc
  .record<SomeFinding>({
    check: fc.constantFrom(...checkIds),
    resource: fc.nat({ max: resources.length - 1 }),
    status: fc.constantFrom(...statuses),
    severity: fc.constantFrom(...severities),
    saving: fc.option(
      fc.nat({ max: 30_000 }).map((cents) => (cents + 1) * 10_000),
      { nil: null },
    ),
    counted: fc.boolean(),
    subKey: fc.constantFrom('', '', 'rule-1', 'rule-2'),
  })
  .map((one) => ({ ...one, counted: one.counted && one.saving !== null }));
const someFindings = fc.array(someFinding, { maxLength: 60, size: 'max' });

const some = (values: readonly string[]) => fc.option(fc.subarray([...values]), { nil: undefined });
const someFilter = fc.record({
  status: some(statuses),
  severity: some(severities),
  aspect: some(['cost-optimization', 'security-compliance', 'networking']),
  check: some([...checkIds, 'no-such-check']),
  account: some([...accounts, '999999999999']),
  region: some(regions),
  type: some(types),
  saving: fc.constantFrom(undefined, true, false),
  text: fc.constantFrom(undefined, undefined, '', 'ZETA', 'id-1', 'GP2', 'Ñan', 'no such thing', '%'),
}) as fc.Arbitrary<FindingFilter>;
const someTest = fc.oneof(
  fc.record({
    property: fc.constantFrom('status', 'severity', 'aspect', 'check', 'account', 'region', 'type'),
    operator: fc.constantFrom('is', 'is-not'),
    values: fc.subarray(
      [...statuses, ...severities, ...checkIds, ...accounts, ...regions, ...types, 'networking', 'none'],
      { minLength: 1, maxLength: 6 },
    ),
  }),
  fc.record({
    property: fc.constantFrom('check', 'resource', 'type', 'region', 'text'),
    operator: fc.constant('contains'),
    values: fc.subarray(['zeta', 'EBS', 'id-1', 'Ñan', 'west', 'volume', 'no such thing'], { minLength: 1 }),
  }),
  fc.record({
    property: fc.constant('resource'),
    operator: fc.constantFrom('is', 'is-not'),
    values: fc.subarray([resources[0]!.name, resources[3]!.arn, 'Zeta', '-0'], { minLength: 1 }),
  }),
  fc.record({
    property: fc.constant('severity'),
    operator: fc.constant('at-least'),
    values: fc.constantFrom(...severities).map((one) => [one]),
  }),
  fc.record({
    property: fc.constant('saving'),
    operator: fc.constant('at-least'),
    values: fc.constantFrom('0', '100', '250.5').map((one) => [one]),
  }),
) as fc.Arbitrary<FindingTest>;
const { someExpression } = fc.letrec<{ someExpression: FindingExpression }>((tie) => ({
  someExpression: fc.oneof(
    { maxDepth: 3 },
    someTest,
    fc.record({ and: fc.array(tie('someExpression'), { maxLength: 3 }) }),
    fc.record({ or: fc.array(tie('someExpression'), { maxLength: 3 }) }),
  ),
}));

/** What an expression should say, one finding at a time. */
function holds(one: SomeFinding, expression: FindingExpression): boolean {
  if ('and' in expression) return expression.and.every((part) => holds(one, part));
  if ('or' in expression) return expression.or.some((part) => holds(one, part));
  const { property, operator, values } = expression;
  const { name, arn, ...place } = resources[one.resource]!;
  const texts: Record<string, string[]> = {
    ...Object.fromEntries(Object.entries(place).map(([key, value]) => [key, [value]])),
    status: [one.status],
    severity: [one.severity],
    check: [one.check],
    aspect: [aspectOf[one.check] ?? ''],
    resource: [name, arn],
    text: [name, arn, one.check],
  };
  if (operator === 'at-least')
    return property === 'saving'
      ? one.saving !== null && one.saving >= Number(values[0]) * 1_000_000
      : severities.indexOf(one.severity) <= severities.indexOf(values[0] as never);
  const own = texts[property]!.map((text) => text.toLowerCase());
  const wanted = values.map((value) => value.toLowerCase());
  if (operator === 'contains') return own.some((text) => wanted.some((value) => text.includes(value)));
  return own.some((text) => wanted.includes(text)) === (operator === 'is');
}

const someSort = fc.record<FindingSort>({
  by: fc.constantFrom(
    'severity',
    'saving',
    'resource',
    'check',
    'account',
    'region',
    'status',
    'type',
    'aspect',
  ),
  direction: fc.constantFrom('asc', 'desc'),
});

/** What the board should say, found without any cleverness. */
const matches = (one: SomeFinding, filter: FindingFilter): boolean => {
  const within = (values: readonly string[] | undefined, value: string) =>
    !values?.length || values.includes(value);
  const resource = resources[one.resource]!;
  const text = filter.text?.toLowerCase();
  return (
    within(filter.status, one.status) &&
    within(filter.severity, one.severity) &&
    within(filter.aspect, aspectOf[one.check] ?? '') &&
    within(filter.check, one.check) &&
    within(filter.account, resource.account) &&
    within(filter.region, resource.region) &&
    within(filter.type, resource.type) &&
    (!filter.saving || one.saving !== null) &&
    (!text || [resource.name, resource.arn, one.check].some((part) => part.toLowerCase().includes(text)))
  );
};

const keyOf = (one: SomeFinding, by: FindingSort['by']): (string | number)[] => {
  const saving = one.saving ?? 0;
  switch (by) {
    case 'severity':
      return [-severities.indexOf(one.severity), saving];
    case 'saving':
      return [saving];
    case 'resource':
      return [resources[one.resource]!.name];
    case 'check':
      return [one.check];
    case 'aspect':
      return [aspectOf[one.check] ?? ''];
    case 'account':
    case 'region':
    case 'type':
      return [resources[one.resource]![by]];
    case 'status':
      return [statuses.indexOf(one.status)];
    case 'decision':
      return [0];
  }
};

const ordered = (findings: readonly SomeFinding[], filter: FindingFilter, sort: FindingSort): number[] =>
  [...findings.entries()]
    .filter(([, one]) => matches(one, filter))
    .sort(([, a], [, b]) => {
      const [x, y] = [keyOf(a, sort.by), keyOf(b, sort.by)];
      const i = x.findIndex((value, place) => value !== y[place]);
      // What is equal stays in the order of judgement, whichever way is looked.
      return i < 0 ? 0 : (x[i]! < y[i]! ? -1 : 1) * (sort.direction === 'asc' ? 1 : -1);
    })
    .map(([number]) => number);

const boardOf = (findings: readonly SomeFinding[]) =>
  new FindingsBoard(store.db, judgementWith(store, findings), checks);

const runs = { numRuns: 60 };

test('a window on any filter in any order is what a plain list would show', () => {
  const someWindow = fc.record({ offset: fc.nat({ max: 30 }), limit: fc.integer({ min: 1, max: 30 }) });
  const queries = fc.array(fc.tuple(someFilter, someSort, someWindow), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(someFindings, queries, (findings, asked) => {
      const board = boardOf(findings);
      for (const [filter, sort, { offset, limit }] of asked) {
        const expected = ordered(findings, filter, sort);
        expect(board.page(filter, sort, offset, limit)).toEqual({
          total: expected.length,
          findings: expected.slice(offset, offset + limit),
        });
        for (const finding of findings.keys()) {
          const row = expected.indexOf(finding);
          expect(board.place(filter, sort, finding)).toBe(row === -1 ? undefined : row);
        }
      }
    }),
    runs,
  );
});

test('any expression lets through what it would let through one by one', () => {
  fc.assert(
    fc.property(someFindings, fc.array(someExpression, { minLength: 1, maxLength: 6 }), (findings, asked) => {
      const board = boardOf(findings);
      for (const where of asked)
        expect(Array.from(board.matching({ where }))).toEqual(
          [...findings.keys()].filter((number) => holds(findings[number]!, where)),
        );
    }),
    { numRuns: 150 },
  );
});

test('rows of groups stand above the findings of the open ones, in windows of any size', () => {
  const asked = fc.record({
    by: fc.constantFrom(...facetNames, 'resource' as const),
    open: fc.subarray([0, 1, 2, 3]),
    limit: fc.integer({ min: 1, max: 9 }),
    filter: someFilter,
    sort: someSort.filter(({ by }) => by !== 'saving'),
  });
  fc.assert(
    fc.property(someFindings, asked, (findings, { by, open: places, limit, filter, sort }) => {
      const board = boardOf(findings);
      const groups = board.facets(filter, by);
      const open = places.flatMap((place) => groups[place]?.value ?? []);
      const groupOf = (number: number): string => {
        const one = findings[number]!;
        if (by === 'resource') return String(one.resource + 1);
        if (by === 'aspect') return aspectOf[one.check] ?? '';
        if (by === 'decision') return 'none';
        return by === 'check' || by === 'severity' || by === 'status'
          ? one[by]
          : resources[one.resource]![by];
      };
      const all = ordered(findings, filter, sort);
      const expected = groups.flatMap((group) => {
        const isOpen = open.includes(group.value);
        const own = isOpen ? all.filter((number) => groupOf(number) === group.value) : [];
        return [{ group, open: isOpen }, ...own.map((finding) => ({ finding }))];
      });
      const rows = [];
      for (let offset = 0; offset < expected.length; offset += limit) {
        const page = board.groupedPage(filter, sort, { by, open }, offset, limit);
        expect(page.total).toBe(expected.length);
        rows.push(...page.rows);
      }
      expect(rows).toEqual(expected);
      for (const finding of findings.keys()) {
        const row = expected.findIndex((one) =>
          'group' in one
            ? !one.open && all.includes(finding) && one.group.value === groupOf(finding)
            : one.finding === finding,
        );
        expect(board.groupedPlace(filter, sort, { by, open }, finding)).toBe(row === -1 ? undefined : row);
      }
    }),
    runs,
  );
});

test('windows put together are the whole, without a gap or a repeat', () => {
  fc.assert(
    fc.property(someFindings, someSort, fc.integer({ min: 1, max: 7 }), (findings, sort, limit) => {
      const board = boardOf(findings);
      const all: number[] = [];
      for (let offset = 0; offset < findings.length; offset += limit)
        all.push(...board.page({}, sort, offset, limit).findings);
      expect(all.toSorted((a, b) => a - b)).toEqual([...findings.keys()]);
    }),
    runs,
  );
});

test('far down a long list, and back up again, the rows are the same', () => {
  const many = fc.sample(someFinding, { numRuns: 4000, seed: 7 });
  const board = boardOf(many);
  for (const by of ['severity', 'saving', 'resource'] as const) {
    const sort: FindingSort = { by, direction: 'desc' };
    const expected = ordered(many, {}, sort);
    for (const offset of [0, 950, 3990, 2000, 10, 4000, 999])
      expect(board.page({}, sort, offset, 100).findings).toEqual(expected.slice(offset, offset + 100));
  }
});

test('facets count what matches and sum what is counted, largest first', () => {
  const facetOf = (one: SomeFinding, by: (typeof facetNames)[number]): string => {
    if (by === 'aspect') return aspectOf[one.check] ?? '';
    if (by === 'decision') return 'none';
    if (by === 'check' || by === 'severity' || by === 'status') return one[by];
    return resources[one.resource]![by];
  };
  fc.assert(
    fc.property(someFindings, someFilter, fc.constantFrom(...facetNames), (findings, filter, by) => {
      const groups = Map.groupBy(
        findings.filter((one) => matches(one, filter)),
        (one) => facetOf(one, by),
      );
      const expected = [...groups]
        .map(([value, group]) => ({
          value,
          count: group.length,
          counted: group.reduce((sum, one) => sum + (one.counted ? one.saving! : 0), 0),
        }))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
      expect(boardOf(findings).facets(filter, by)).toEqual(expected);
    }),
    runs,
  );
});

describe('by hand', () => {
  const finding = (more: Partial<SomeFinding>): SomeFinding => ({
    check: 'ebs-gp2-to-gp3',
    resource: 0,
    status: 'fail',
    severity: 'medium',
    saving: null,
    counted: false,
    subKey: '',
    ...more,
  });

  test('the worst come first, and among them the dearest', () => {
    const board = boardOf([
      finding({ severity: 'low', saving: 900_000_000 }),
      finding({ severity: 'critical' }),
      finding({ severity: 'high', saving: 1_000_000 }),
      finding({ severity: 'high', saving: 2_000_000 }),
    ]);
    expect(board.page({}, { by: 'severity', direction: 'desc' }, 0, 10).findings).toEqual([1, 3, 2, 0]);
  });

  test('amounts of any size keep to their severity', () => {
    const huge = 10_000_000 * 1_000_000;
    const board = boardOf([
      finding({ severity: 'high', saving: huge }),
      finding({ severity: 'critical', saving: 1 }),
      finding({ severity: 'critical', saving: huge }),
    ]);
    expect(board.page({}, { by: 'severity', direction: 'desc' }, 0, 10).findings).toEqual([2, 1, 0]);
    expect(board.page({}, { by: 'saving', direction: 'asc' }, 0, 10).findings).toEqual([1, 0, 2]);
  });

  test('findings of two resources with one name do not mix', () => {
    const twins = [0, 0].map((_, n) => ({ ...resources[0]!, name: 'twin', arn: `arn:twin-${n}` }));
    const twinFolder = mkdtempSync(join(tmpdir(), 'fieldbook-board-'));
    const twinStore = storeWith(twinFolder, twins);
    try {
      const findings = [0, 1, 0, 1].map((resource) => finding({ resource }));
      const board = new FindingsBoard(twinStore.db, judgementWith(twinStore, findings), checks);
      const order = board.page({}, { by: 'resource', direction: 'asc' }, 0, 10).findings;
      expect(order).toEqual([0, 2, 1, 3]);
    } finally {
      twinStore.close();
      rmSync(twinFolder, { recursive: true });
    }
  });

  test('an empty judgement has no findings and no facets', () => {
    const board = boardOf([]);
    expect(board.page({}, { by: 'severity', direction: 'desc' }, 0, 10)).toEqual({ total: 0, findings: [] });
    expect(board.facets({}, 'account')).toEqual([]);
  });

  test('details of rules are kept beside the columns', () => {
    const { verdicts } = boardOf([finding({}), finding({ subKey: 'rule-1' }), finding({ check: 'retired' })]);
    expect([0, 1, 2].map((number) => verdicts.subKey(number))).toEqual(['', 'rule-1', '']);
    expect(verdicts.checks).toEqual(['ebs-gp2-to-gp3', 'retired']);
  });
});
