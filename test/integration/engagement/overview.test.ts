import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASSPHRASE, sampleScope, type Workbench, workbench } from '../../support/workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await workbench();
});
afterAll(() => bench.close());

const reopen = async () => {
  await bench.client.engagement.close({});
  await bench.client.engagement.open({ path: bench.path, passphrase: PASSPHRASE });
  return bench.client.engagement.overview({});
};

test('the first look has nothing to compare with', async () => {
  const overview = await bench.client.engagement.overview({});
  expect(overview).toMatchObject({ snapshot: null, scores: null, previous: null, since: null, actions: [] });
});

test('after a scan there are actions, worst and dearest first, which add up to what fails', async () => {
  await bench.client.scan.start({ scope: sampleScope('before') });
  const { actions, open, previous } = await bench.client.engagement.overview({});
  expect(previous).toBeNull();
  expect(actions).toHaveLength(8);
  const failing = open.critical + open.high + open.medium + open.low;
  const named = actions.reduce((sum, one) => sum + one.findings, 0);
  expect(named).toBeGreaterThan(8);
  expect(named).toBeLessThanOrEqual(failing);
  expect(actions.some((one) => one.severity === 'critical')).toBe(true);
});

test('who looks again learns what has happened since: first nothing, then the second scan', async () => {
  const before = await reopen();
  expect(before.since).toMatchObject({ snapshots: 0, reports: 0, findings: null });

  await bench.client.scan.start({ scope: sampleScope('after') });
  const after = await bench.client.engagement.overview({});
  expect(after.since).toMatchObject({ snapshots: 1 });
  const { findings } = await bench.client.compare.summary({});
  expect(after.since!.findings).toEqual(findings);
  expect(after.since!.findings!.resolved).toBeGreaterThan(0);

  expect((await reopen()).since).toMatchObject({ snapshots: 0, findings: null });
});

test('opened again without being closed first, it is a new visit all the same', async () => {
  await bench.client.engagement.open({ path: bench.path, passphrase: PASSPHRASE });
  expect((await bench.client.engagement.overview({})).since).toMatchObject({ snapshots: 0, findings: null });
  const { snapshots } = await bench.client.scan.list({});
  await bench.client.scan.start({ scope: sampleScope('after') });
  await bench.client.engagement.overview({});
  await bench.client.engagement.open({ path: bench.path, passphrase: PASSPHRASE });
  expect((await bench.client.engagement.overview({})).since).toMatchObject({ snapshots: 0 });
  expect((await bench.client.scan.list({})).snapshots).toHaveLength(snapshots.length + 1);
});

test('the snapshot before stands beside the one that is shown', async () => {
  const { snapshots } = await bench.client.scan.list({});
  const first = snapshots.at(-1)!.id;
  const [now, then] = await Promise.all([
    bench.client.engagement.overview({ snapshot: snapshots.at(-2)!.id }),
    bench.client.engagement.overview({ snapshot: first }),
  ]);
  expect(now.previous).toMatchObject({
    id: first,
    scores: then.scores,
    savings: then.savings,
    open: then.open,
  });
  expect(then.previous).toBeNull();
});

test('phases and people are kept', async () => {
  const path = bench.path.replace('acme', 'second');
  const phase = { id: 'p1', kind: 'assessment' as const, from: '2026-09-01' };
  const person = { id: 'x1', name: 'Ana Ruiz', role: 'CTO', side: 'client' as const };
  await bench.client.engagement.create({
    path,
    passphrase: PASSPHRASE,
    client: 'Second',
    consultant: 'Us',
    phases: [phase],
    people: [person],
  });
  await bench.client.engagement.close({});
  const { phases, people } = await bench.client.engagement.open({ path, passphrase: PASSPHRASE });
  expect(phases).toEqual([{ ...phase, name: '', to: null, closedAt: null }]);
  expect(people).toEqual([person]);
});

test('a passphrase is weighed, and words that the guesser knows are worth nothing', async () => {
  const weigh = (passphrase: string, words: string[] = []) =>
    bench.client.storage.strength({ passphrase, words });
  expect(await weigh('12345678')).toEqual({ score: 0, longEnough: true, enough: false });
  expect(await weigh('x9!')).toMatchObject({ longEnough: false, enough: false });
  expect(await weigh('correct horse battery staple')).toEqual({ score: 4, longEnough: true, enough: true });
  expect((await weigh('northside', ['northside'])).score).toBe(0);
});

test('a file that is taken off the list stays where it is', async () => {
  await bench.client.engagement.forgetRecent({ path: bench.path });
  const { files } = await bench.client.engagement.recent({});
  expect(files.map((file) => file.path)).not.toContain(bench.path);
  await bench.client.engagement.open({ path: bench.path, passphrase: PASSPHRASE });
});
