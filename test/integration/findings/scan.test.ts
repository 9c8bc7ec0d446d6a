import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { thrownBy } from '../../support/errors.ts';
import { sampleScope, type Workbench, workbench } from '../../support/workbench.ts';

/** Small scans of the sample estate, broken off and narrowed, as the contract lets a person do. */
let bench: Workbench;
beforeEach(async () => {
  bench = await workbench();
});
afterEach(() => bench.close());

const small = sampleScope('before', { regions: ['us-east-1'], checks: ['ebs-gp2-to-gp3', 'vpc-flow-logs'] });

/** Starts a scan and stops it at the first event of that name. */
async function stoppedAt(event: 'scan.progress' | 'judge.progress') {
  const abort = new AbortController();
  const stop = bench.engine.subscribe((name) => {
    if (name === event) abort.abort();
  });
  const scan = bench.client.scan.start({ scope: small }, { signal: abort.signal });
  await expect(scan).rejects.toMatchObject({ name: 'AbortError' });
  stop();
}

describe('before anything was scanned', () => {
  test('the overview is empty, and everything else says what to do first', async () => {
    const { client } = bench;
    const overview = await client.engagement.overview({});
    expect(overview).toMatchObject({ snapshot: null, scores: null, savings: null, top: [] });
    for (const ask of [
      () => client.findings.page({}),
      () => client.coverage.get({}),
      () => client.resources.page({}),
      () => client.scores.get({}),
      () => client.compare.summary({}),
    ]) {
      const error = await thrownBy(ask);
      expect(error).toMatchObject({
        code: 'nothing-scanned',
        next: expect.stringContaining('fieldbook scan'),
      });
    }
    expect((await thrownBy(() => client.scan.resume({}))).code).toBe('nothing-to-resume');
    expect((await thrownBy(() => client.scan.cancel({}))).code).toBe('nothing-to-resume');
  });
});

describe('a scan that is stopped', () => {
  test('while it reads waits, and goes on to the end', async () => {
    await stoppedAt('scan.progress');
    const [paused] = (await bench.client.scan.list({})).snapshots;
    expect(paused).toMatchObject({ state: 'paused', judged: false });
    expect(await thrownBy(() => bench.client.findings.page({}))).toMatchObject({
      code: 'nothing-scanned',
      next: expect.stringContaining('resume'),
    });
    expect((await thrownBy(() => bench.client.scan.start({ scope: small }))).code).toBe('scan-running');

    const { snapshot } = await bench.client.scan.resume({});
    expect(snapshot).toMatchObject({ id: paused!.id, state: 'complete', judged: true });
    expect((await bench.client.findings.page({})).total).toBeGreaterThan(0);
    expect((await thrownBy(() => bench.client.scan.resume({}))).code).toBe('nothing-to-resume');
  });

  test('while it judges has read everything, and is judged by going on', async () => {
    await stoppedAt('judge.progress');
    const [read] = (await bench.client.scan.list({})).snapshots;
    expect(read).toMatchObject({ state: 'complete', judged: false });
    expect((await bench.client.engagement.overview({})).snapshot).toMatchObject({ judged: false });

    const { snapshot } = await bench.client.scan.resume({});
    expect(snapshot).toMatchObject({ id: read!.id, judged: true, calls: read!.calls });
  });

  test('and ended is kept, and says that it was not judged', async () => {
    await stoppedAt('scan.progress');
    const { snapshot } = await bench.client.scan.cancel({});
    expect(snapshot.state).toBe('cancelled');
    const error = await thrownBy(() => bench.client.findings.page({ snapshot: snapshot.id }));
    expect(error).toMatchObject({ code: 'nothing-scanned', message: expect.stringContaining('ended') });
    expect((await bench.client.scan.start({ scope: small })).snapshot.state).toBe('complete');
  });
});

test('while one scan is under way there is no second, no resuming and no ending', async () => {
  const scan = bench.client.scan.start({ scope: small });
  for (const ask of [
    () => bench.client.scan.start({ scope: small }),
    () => bench.client.scan.resume({}),
    () => bench.client.scan.cancel({}),
  ])
    expect((await thrownBy(ask)).code).toBe('scan-running');
  expect((await scan).snapshot.state).toBe('complete');
});

test('events tell how far the scan is, and that something changed', async () => {
  const seen = new Map<string, unknown[]>();
  bench.engine.subscribe((event, data) => {
    seen.set(event, [...(seen.get(event) ?? []), data]);
  });
  const { snapshot } = await bench.client.scan.start({ scope: small });
  expect(seen.get('scan.progress')!.at(-1)).toMatchObject({
    snapshot: snapshot.id,
    state: 'complete',
    calls: snapshot.calls,
  });
  expect(seen.get('judge.progress')).not.toEqual([]);
  expect(seen.get('changed')).toContainEqual({ what: 'snapshot' });
});

describe('a scan for some checks', () => {
  beforeEach(async () => {
    await bench.client.scan.start({ scope: small });
  });
  const checksOf = async () =>
    (await bench.client.findings.facets({ by: 'check' })).facets.map(({ value }) => value).sort();

  test('judges those alone', async () => {
    expect(await checksOf()).toEqual(['ebs-gp2-to-gp3', 'vpc-flow-logs']);
    const { checks } = await bench.client.scores.get({});
    expect(checks.map(({ id }) => id).sort()).toEqual(['ebs-gp2-to-gp3', 'vpc-flow-logs']);
  });

  test('reads what they need alone', async () => {
    const { facets } = await bench.client.findings.facets({ by: 'region' });
    // Which regions an account uses that refuses to be entered, nobody knows.
    expect(facets.map(({ value }) => value).sort()).toEqual(['all', 'us-east-1']);
    const { counts } = await bench.client.resources.counts({ by: 'type' });
    expect(counts.map(({ value }) => value)).toContain('AWS::EC2::Volume');
    expect(counts.map(({ value }) => value)).not.toContain('AWS::S3::Bucket');
  });

  test('judged again by all of them, judges what was read and guesses nothing', async () => {
    const { client } = bench;
    const flowLogs = async () => {
      const { findings } = await client.findings.page({ filter: { check: ['vpc-flow-logs'] }, limit: 1000 });
      return findings.map(({ ref, status }) => [ref, status]);
    };
    const before = await flowLogs();
    await client.findings.judge({});
    expect(await flowLogs()).toEqual(before);

    const plan = await client.aws.plan({ scope: small });
    const planned = new Set(plan.reads.map(({ id }) => id));
    const spoken = await client.findings.page({ filter: { status: ['pass', 'fail'] }, limit: 1000 });
    expect(new Set(spoken.findings.map(({ check }) => check)).size).toBeGreaterThan(2);
    for (const { id, check, resource } of spoken.findings) {
      const { reads } = await client.findings.get({ finding: id });
      expect({ check, arn: resource.arn, unread: reads.filter((one) => !planned.has(one)) }).toEqual({
        check,
        arn: resource.arn,
        unread: [],
      });
    }
  });
});

test('a check, an account or a profile that does not exist is refused before anything is read', async () => {
  const { client } = bench;
  const scope = (more: object) => ({ scope: sampleScope('before', more) });
  expect(await thrownBy(() => client.scan.start(scope({ checks: ['no-such-check'] })))).toMatchObject({
    code: 'bad-input',
    message: expect.stringContaining('no-such-check'),
  });
  const organization = { roleName: 'FieldbookAudit', accounts: ['999999999999'] };
  expect(await thrownBy(() => client.scan.start(scope({ organization })))).toMatchObject({
    code: 'bad-input',
    message: expect.stringContaining('999999999999'),
    next: expect.stringContaining('acme-production'),
  });
  expect((await client.scan.list({})).snapshots).toEqual([]);
});
