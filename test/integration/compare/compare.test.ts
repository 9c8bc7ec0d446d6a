import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wholeComparison } from '../../../src/cli/comparison.ts';
import type { Client } from '../../../src/shared/contract/define.ts';
import type { Contract } from '../../../src/shared/contract/index.ts';
import { findingChanges, resourceChanges } from '../../../src/shared/model/comparison.ts';
import { severities } from '../../../src/shared/model/finding.ts';
import { thrownBy } from '../../support/errors.ts';
import { sampleScope, type Workbench, workbench } from '../../support/workbench.ts';

const PRODUCTION = '222233334444';

/** Snapshots of the sample estate: twice before, a part of it alone, and after. */
let bench: Workbench;
let client: Client<Contract>;
const ids: Record<'first' | 'second' | 'part' | 'after', string> = {
  first: '',
  second: '',
  part: '',
  after: '',
};
const part = sampleScope('before', {
  organization: { roleName: 'FieldbookAudit', accounts: [PRODUCTION] },
  regions: ['us-east-1'],
  checks: ['ebs-gp2-to-gp3', 's3-bucket-versioning'],
});

beforeAll(async () => {
  bench = await workbench();
  client = bench.client;
  const scan = async (scope: Parameters<typeof client.scan.start>[0]['scope']) =>
    (await client.scan.start({ scope })).snapshot.id;
  ids.first = await scan(sampleScope('before'));
  ids.second = await scan(sampleScope('before'));
  ids.part = await scan(part);
  ids.after = await scan(sampleScope('after'));
});
afterAll(() => bench.close());

type Comparison = Awaited<ReturnType<typeof wholeComparison>>;
const pair = (before: keyof typeof ids, after: keyof typeof ids) => ({
  before: ids[before],
  after: ids[after],
});
const compare = (before: keyof typeof ids, after: keyof typeof ids): Promise<Comparison> =>
  wholeComparison(client, pair(before, after));

const nothing = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 0]));
const failing = async (snapshot: keyof typeof ids) => {
  const { findings } = await client.findings.page({
    snapshot: ids[snapshot],
    filter: { status: ['fail'] },
    limit: 1000,
  });
  return findings;
};

test('two scans with no change in between differ in nothing', async () => {
  const comparison = await compare('first', 'second');
  const fails = await failing('second');
  expect(comparison.findings).toEqual({ ...nothing(findingChanges), persisting: fails.length });
  expect(comparison.changed).toEqual([]);
  expect(comparison.resources).toEqual(nothing(resourceChanges));
  expect(comparison.differences).toEqual([]);
  expect(comparison.scores.after).toEqual(comparison.scores.before);
  expect(comparison.savings.after).toEqual(comparison.savings.before);
});

describe('from before to after', () => {
  let comparison: Comparison;
  beforeAll(async () => {
    comparison = await compare('first', 'after');
  });
  const of = (change: (typeof findingChanges)[number]) =>
    comparison.changed.filter((one) => one.change === change).map(({ finding }) => finding);

  test('every failing finding of both is counted exactly once', async () => {
    const counts = comparison.findings;
    const [was, is] = [await failing('first'), await failing('after')];
    expect(counts.new! + counts.regressed! + counts.persisting!).toBe(is.length);
    const over = counts.resolved! + counts['no-longer-applicable']! + counts['not-rechecked']!;
    expect(over + counts.persisting!).toBe(was.length);
    for (const change of ['new', 'regressed', 'persisting', 'resolved'] as const)
      expect(counts[change], change).toBeGreaterThan(0);
    const now = new Set(is.map(({ ref }) => ref));
    for (const { ref } of of('resolved')) expect(now.has(ref)).toBe(false);
    for (const { ref } of [...of('new'), ...of('regressed')]) expect(now.has(ref)).toBe(true);
  });

  test('what changed comes worst first, without what persists', () => {
    const ranks = comparison.changed.map(({ finding }) => severities.indexOf(finding.severity));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(of('persisting')).toEqual([]);
    const { persisting, ...rest } = comparison.findings;
    expect(persisting).toBeGreaterThan(0);
    expect(comparison.changed).toHaveLength(Object.values(rest).reduce((sum, one) => sum + one, 0));
  });

  test('the root user is mended, and the door that was opened for a partner is a regression', () => {
    const named = (findings: ReturnType<typeof of>) =>
      findings.map(({ check, resource }) => `${check} ${resource.name}`);
    expect(named(of('resolved'))).toContain('iam-root-mfa 111122223333');
    expect(named(of('regressed'))).toEqual(
      expect.arrayContaining([
        'ec2-instance-exposed sftp-gateway',
        'vpc-security-group-admin-ports sftp-gateway',
      ]),
    );
    expect(named(of('new'))).toContain('ec2-instance-exposed telehealth-poc');
  });

  test('resources came, went and changed, and no property that moves by itself is among the changes', async () => {
    const { resources, differences } = comparison;
    for (const change of ['added', 'removed', 'changed'] as const)
      expect(resources[change], change).toBeGreaterThan(0);
    for (const { change, properties, resource } of differences) {
      expect(properties.length > 0, resource.arn).toBe(change === 'changed');
      for (const { path } of properties)
        expect(path).not.toMatch(/LastUsed|storedBytes|ItemCount|TableSizeBytes|Datapoints|Metric/);
    }
    const name = (one: string) => differences.filter(({ resource }) => resource.name === one);
    expect(name('claims-db-v2').map(({ change }) => change)).toContain('added');
    expect(name('claims-db').map(({ change }) => change)).toContain('removed');
    const total = async (snapshot: string) => (await client.resources.page({ snapshot })).total;
    expect((await total(ids.after)) - (await total(ids.first))).toBe(resources.added! - resources.removed!);
  });

  test('scores and savings are those of each snapshot', async () => {
    const [was, is] = [
      await client.scores.get({ snapshot: ids.first }),
      await client.scores.get({ snapshot: ids.after }),
    ];
    expect(comparison.scores).toEqual({ before: was.scores, after: is.scores });
    expect(comparison.savings).toEqual({ before: was.savings, after: is.savings });
    expect(is.scores.overall.score!).toBeGreaterThan(was.scores.overall.score!);
  });

  test('the other way round, what was added was removed, and the same persists', async () => {
    const back = await compare('after', 'first');
    expect(back.findings.persisting).toBe(comparison.findings.persisting);
    expect(back.resources).toMatchObject({
      added: comparison.resources.removed,
      removed: comparison.resources.added,
      changed: comparison.resources.changed,
    });
    const over = ({ findings }: Comparison) =>
      findings.resolved! + findings['no-longer-applicable']! + findings['not-rechecked']!;
    expect(over(back)).toBe(comparison.findings.new! + comparison.findings.regressed!);
  });
});

describe('with a scan of a part of it', () => {
  test('nothing that was not looked for is resolved or gone', async () => {
    const { findings, resources, changed } = await compare('first', 'part');
    const was = await failing('first');
    // Buckets are listed once for all regions.
    const asked = was.filter(
      ({ check, resource: { account, region } }) =>
        part.checks.includes(check) &&
        account === PRODUCTION &&
        (check === 's3-bucket-versioning' || region === 'us-east-1'),
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(findings).toEqual({
      ...nothing(findingChanges),
      persisting: asked.length,
      'not-rechecked': was.length - asked.length,
    });
    expect(changed.every(({ change }) => change === 'not-rechecked')).toBe(true);
    expect(resources).toMatchObject({ added: 0, removed: 0, changed: 0 });
    expect(resources['not-reread']).toBeGreaterThan(400);
  });

  test('what the larger one sees beside it is new, and nothing is removed', async () => {
    const { findings, resources } = await compare('part', 'second');
    expect(findings).toMatchObject({
      resolved: 0,
      'no-longer-applicable': 0,
      'not-rechecked': 0,
      regressed: 0,
    });
    expect(resources).toMatchObject({ removed: 0, changed: 0, 'not-reread': 0 });
  });
});

describe('in windows', () => {
  const which = () => pair('first', 'after');

  test('pages put together are the whole, and counts are of what the page would show', async () => {
    const { findings: counts, resources } = await client.compare.summary(which());
    const { total, rows } = await client.compare.findings({ ...which(), limit: 1000 });
    expect(total).toBe(Object.values(counts).reduce((sum, one) => sum + one, 0));
    const some = [
      ...(await client.compare.findings({ ...which(), limit: 7 })).rows,
      ...(await client.compare.findings({ ...which(), offset: 7, limit: 13 })).rows,
    ];
    expect(some).toEqual(rows.slice(0, 20));
    for (const by of [
      'change',
      'severity',
      'aspect',
      'check',
      'account',
      'region',
      'service',
      'type',
    ] as const) {
      const found = await client.compare.findingCounts({ ...which(), by });
      expect(
        found.counts.reduce((sum, { count }) => sum + count, 0),
        by,
      ).toBe(total);
      const { value, count } = found.counts.at(-1)!;
      const filter = { [by]: [value] };
      expect((await client.compare.findings({ ...which(), filter, limit: 1 })).total, by).toBe(count);
    }
    const changes = await client.compare.resourceCounts({ ...which(), by: 'change' });
    for (const { value, count } of changes.counts)
      expect(count).toBe(resources[value as keyof typeof resources]);
  });

  test('a tag finds what carries it, also of what is gone', async () => {
    const { keys } = await client.compare.resourceTagKeys(which());
    const env = keys.find(({ key }) => key === 'env')!;
    const { counts } = await client.compare.resourceTagValues({ ...which(), key: 'env' });
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(env.count);
    const filter = { tag: [{ key: 'env' }], change: ['removed' as const] };
    const { rows } = await client.compare.resources({ ...which(), filter, limit: 1000 });
    expect(rows.length).toBeGreaterThan(0);
    for (const { resource } of rows) {
      const { tags } = await client.resources.get({ snapshot: ids.first, arn: resource.arn });
      expect(tags).toHaveProperty('env');
    }
  });

  test('what is opened says what it was, what it is and what differs', async () => {
    const { rows } = await client.compare.findings({
      ...which(),
      filter: { change: ['resolved'], check: ['iam-root-mfa'] },
    });
    const { ref } = rows[0]!.finding;
    const opened = await client.compare.finding({ ...which(), ref });
    expect(opened).toMatchObject({
      change: 'resolved',
      before: { status: 'fail' },
      after: { status: 'pass' },
      failure: null,
    });
    expect(opened.evidence.length).toBeGreaterThan(0);
    expect(await thrownBy(() => client.compare.finding({ ...which(), ref: 'FB-0000000000' }))).toMatchObject({
      code: 'finding-unknown',
    });
  });

  test('what was not re-checked says why', async () => {
    const filter = { change: ['not-rechecked' as const] };
    const { rows } = await client.compare.findings({ ...pair('first', 'part'), filter, limit: 1000 });
    const reasons = new Set<string | null>();
    for (const { finding } of rows.slice(0, 60))
      reasons.add((await client.compare.finding({ ...pair('first', 'part'), ref: finding.ref })).failure);
    expect(reasons).toContain('check-off');
    expect(reasons).not.toContain(null);
  });

  test('a resource that changed has old and new values side by side; one that did not is refused', async () => {
    const filter = { change: ['changed' as const] };
    const { rows } = await client.compare.resources({ ...which(), filter, limit: 1 });
    const opened = await client.compare.resource({ ...which(), arn: rows[0]!.resource.arn });
    expect(opened).toEqual(rows[0]);
    expect(opened.properties[0]!.before).not.toEqual(opened.properties[0]!.after);
    expect(await thrownBy(() => client.compare.resource({ ...which(), arn: 'arn:no' }))).toMatchObject({
      code: 'resource-unknown',
    });
  });
});

describe('which two', () => {
  test('left out are the newest ones, and an end of an id will do', async () => {
    const newest = await client.compare.summary({});
    expect([newest.before.id, newest.after.id]).toEqual([ids.part, ids.after]);
    const short = await client.compare.summary({ before: ids.first.slice(-8), after: ids.after.slice(-8) });
    expect([short.before.id, short.after.id]).toEqual([ids.first, ids.after]);
  });

  test('the first has none before it, and one that is not there is refused', async () => {
    expect(await thrownBy(() => client.compare.summary({ after: ids.first }))).toMatchObject({
      code: 'nothing-scanned',
    });
    expect(await thrownBy(() => client.compare.summary({ before: 'ffffffff' }))).toMatchObject({
      code: 'snapshot-unknown',
      next: expect.stringContaining(ids.first),
    });
  });
});
