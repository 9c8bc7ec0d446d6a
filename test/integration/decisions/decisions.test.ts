import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closes } from '../../../src/shared/model/decision.ts';
import { openFilter } from '../../../src/shared/model/finding-query.ts';
import { reportKinds } from '../../../src/shared/model/report.ts';
import { thrownBy } from '../../support/errors.ts';
import { sampleScope, type Workbench, workbench } from '../../support/workbench.ts';

/** What became of findings that fail on the later side. */
const failsNow = new Set(['persisting', 'regressed', 'new']);

const clock = { today: '2026-11-10' };
let bench: Workbench;
let before: string;
beforeAll(async () => {
  bench = await workbench({ engine: { today: () => clock.today } });
  await bench.client.scan.start({ scope: sampleScope('before') });
  before = (await bench.client.engagement.overview({})).snapshot!.id;
}, 120_000);
afterAll(() => bench.close());

const fails = async (snapshot?: string) =>
  (await bench.client.findings.page({ snapshot, limit: 1000, filter: { status: ['fail'] } })).findings;
const openCount = async () =>
  Object.values((await bench.client.engagement.overview({})).open).reduce((sum, n) => sum + n, 0);
const accept = { verdict: 'accepted-risk', reason: 'The vendor needs it until the new contract.' } as const;

/** Every test begins with nothing decided. */
beforeEach(async () => {
  clock.today = '2026-11-10';
  const { decisions } = await bench.client.decisions.list({ limit: 1000 });
  if (decisions.length > 0) await bench.client.decisions.lift({ ids: decisions.map(({ id }) => id) });
});

test('an accepted risk is not open any more, and nothing else moves', async () => {
  const { client } = bench;
  const was = await client.engagement.overview({});
  const [finding] = await fails();
  await client.decisions.decideMany({ choice: { only: [finding!.id] }, ...accept, owner: 'M. Vidal' });
  const is = await client.engagement.overview({});
  expect(is.open[finding!.severity]).toBe(was.open[finding!.severity] - 1);
  expect(is.scores).toEqual(was.scores);
  expect(is.top.map(({ ref }) => ref)).not.toContain(finding!.ref);
  const again = (await fails()).find(({ ref }) => ref === finding!.ref)!;
  expect(again.status).toBe('fail');
  expect(again.decision).toMatchObject({
    verdict: 'accepted-risk',
    state: 'accepted-risk',
    owner: 'M. Vidal',
  });
});

test('open findings are counted alike by the overview, the page, its facets and groups', async () => {
  const { client } = bench;
  const [first, second] = await fails();
  await client.decisions.decide({ scope: { kind: 'check', check: first!.check }, ...accept });
  await client.decisions.decideMany({
    choice: { only: [second!.id] },
    verdict: 'false-positive',
    reason: 'Read wrongly.',
  });
  const open = await openCount();
  expect((await client.findings.page({ filter: openFilter })).total).toBe(open);
  const { facets } = await client.findings.facets({ filter: { status: ['fail'] }, by: 'decision' });
  const count = (state: string) => facets.find(({ value }) => value === state)?.count ?? 0;
  expect(count('none')).toBe(open);
  const { rows } = await client.findings.grouped({
    filter: { status: ['fail'] },
    group: { by: 'decision', open: [] },
  });
  expect(rows).toContainEqual(expect.objectContaining({ value: 'none', count: open, label: 'not decided' }));
});

test('what will be fixed stays open, and is marked', async () => {
  const { client } = bench;
  const was = await openCount();
  const [finding] = await fails();
  await client.decisions.decideMany({
    choice: { only: [finding!.id] },
    verdict: 'will-fix',
    reason: 'In the next sprint.',
  });
  expect(await openCount()).toBe(was);
  expect((await client.findings.page({ filter: { decision: ['will-fix'] } })).total).toBe(1);
});

test('money of what is accepted is in no total, and stands apart', async () => {
  const { client } = bench;
  const was = (await client.engagement.overview({})).savings!;
  const finding = (await fails()).find(({ saving }) => saving?.counted)!;
  await client.decisions.decideMany({ choice: { only: [finding.id] }, ...accept });
  const is = (await client.engagement.overview({})).savings!;
  expect(is.counted).toBe(was.counted - finding.saving!.monthly);
  expect(is.aside).toBe(was.aside + finding.saving!.monthly);
});

test('the day after its last one a decision does not count, and the finding is open again', async () => {
  const { client } = bench;
  const was = await openCount();
  const [finding] = await fails();
  await client.decisions.decideMany({ choice: { only: [finding!.id] }, ...accept, expires: '2026-11-30' });
  clock.today = '2026-11-30';
  expect(await openCount()).toBe(was - 1);
  clock.today = '2026-12-01';
  expect(await openCount()).toBe(was);
  expect((await fails()).find(({ ref }) => ref === finding!.ref)!.decision!.state).toBe('expired');
  expect((await client.findings.page({ filter: { decision: ['expired'] } })).total).toBe(1);
});

test('one step is undone as one, however many findings it decided', async () => {
  const { client } = bench;
  const was = await openCount();
  const { step, decided } = await client.decisions.decideMany({ choice: { filter: openFilter }, ...accept });
  expect(decided).toBe(was);
  expect(await openCount()).toBe(0);
  await client.history.undo({ step });
  expect(await openCount()).toBe(was);
});

test('a tag, an account and a resource are scopes, as is a check within each', async () => {
  const { client } = bench;
  const [finding] = await fails();
  const { scopes } = await client.decisions.scopes({ finding: finding!.ref });
  expect(scopes[0]).toMatchObject({ scope: { kind: 'finding' }, findings: 1 });
  for (const { scope, findings } of scopes) {
    const was = await openCount();
    const { decision } = await client.decisions.decide({ scope, ...accept });
    expect(await openCount()).toBe(was - findings);
    await client.decisions.lift({ ids: [decision.id] });
  }
  expect(scopes.map(({ scope }) => scope.kind)).toContain('account');
});

test('resources with a tag are those whose tags were read so, whichever service said it', async () => {
  const { client } = bench;
  await client.decisions.decide({
    scope: { kind: 'tag', key: 'env', value: 'production', check: null },
    ...accept,
  });
  const { resources } = await client.resources.page({
    filter: { tag: [{ key: 'env', value: 'production' }] },
    limit: 1000,
  });
  const tagged = new Set(resources.map(({ arn }) => arn));
  const decided = (await fails()).filter(({ decision }) => decision !== null);
  expect(decided.length).toBeGreaterThan(5);
  for (const finding of await fails())
    expect(finding.decision !== null).toBe(tagged.has(finding.resource.arn));
});

test('deciding again replaces the decision of that scope, and the history keeps both', async () => {
  const { client } = bench;
  const [finding] = await fails();
  const { decision } = await client.decisions.decide({
    scope: { kind: 'check', check: finding!.check },
    ...accept,
  });
  const again = await client.decisions.decide({
    scope: { kind: 'check', check: finding!.check },
    verdict: 'will-fix',
    reason: 'After all.',
  });
  expect(again.decision.id).toBe(decision.id);
  const detail = await client.findings.get({ finding: finding!.ref });
  expect(detail.decisions).toMatchObject([{ verdict: 'will-fix', decidedBy: 'Northwind DevOps' }]);
  expect(detail.decided.slice(0, 2).map(({ reason }) => reason)).toEqual([
    'After all.',
    'The vendor needs it until the new contract.',
  ]);
});

test('comments are written, changed, removed and brought back, with who and when', async () => {
  const { client } = bench;
  await client.workspace.setPreferences({ preferences: { person: 'Ana Ruiz' } });
  const [finding] = await fails();
  const { comment } = await client.comments.add({ finding: finding!.ref, text: 'Asked the platform team.' });
  await client.comments.edit({ id: comment.id, text: 'They answered: in March.' });
  const read = async () => (await client.findings.get({ finding: finding!.ref })).comments;
  expect(await read()).toMatchObject([{ by: 'Ana Ruiz', text: 'They answered: in March.' }]);
  const { step } = await client.comments.remove({ id: comment.id });
  expect(await read()).toEqual([]);
  await client.history.undo({ step });
  expect(await read()).toHaveLength(1);
  await client.workspace.setPreferences({ preferences: { person: null } });
});

test('what cannot be decided is said, with what to do', async () => {
  const { client } = bench;
  const [finding] = await fails();
  const nothing = await thrownBy(() => client.decisions.decideMany({ choice: { only: [] }, ...accept }));
  expect(nothing.code).toBe('bad-input');
  const noReason = client.decisions.decideMany({ choice: { only: [finding!.id] }, ...accept, reason: ' ' });
  expect((await thrownBy(() => noReason)).code).toBe('bad-input');
  const noCheck = client.decisions.decide({ scope: { kind: 'check', check: 'no-such' }, ...accept });
  expect((await thrownBy(() => noCheck)).message).toContain('no-such');
});

describe('the audit trail', () => {
  test('tells each step in a sentence, of both languages, and whether it can be taken back', async () => {
    const { client } = bench;
    const [finding] = await fails();
    const { step } = await client.decisions.decideMany({
      choice: { only: [finding!.id] },
      ...accept,
      expires: '2027-03-01',
    });
    const newest = async (language: 'en' | 'es') => {
      await client.engagement.update({ language });
      return (await client.trail.page({ limit: 1 })).entries[0]!;
    };
    expect(await newest('en')).toMatchObject({
      sentence: `Northwind DevOps accepted the risk of “${finding!.title}: ${finding!.resource.name}” (${finding!.ref}) until March 1, 2027.`,
      undoable: true,
      records: 1,
    });
    const { sentence } = await newest('es');
    expect(sentence).toMatch(/^Northwind DevOps aceptó el riesgo de «.+» .+ hasta el 1 de marzo de 2027\.$/);
    expect(sentence).toContain(`: ${finding!.resource.name}» (${finding!.ref})`);
    await client.history.undo({ step });
    const undone = await newest('en');
    expect(undone.sentence).toMatch(/^Northwind DevOps took back: Northwind DevOps accepted the risk/);
    expect(undone.undoable).toBe(false);
  });

  test('is filtered by kind, person and day, and written as CSV', async () => {
    const { client, folder } = bench;
    const { total } = await client.trail.page({});
    const { kinds, people } = await client.trail.facets({});
    expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    const comments = await client.trail.page({ kind: 'comment', person: 'Ana Ruiz' });
    expect(comments.entries.every(({ kind, who }) => kind === 'comment' && who === 'Ana Ruiz')).toBe(true);
    expect(comments.total).toBeLessThan(total);
    expect(people.map(({ value }) => value)).toContain('Ana Ruiz');
    expect((await client.trail.page({ day: '2020-01-01' })).total).toBe(0);
    const path = join(folder, 'trail.csv');
    expect((await client.exchange.export({ what: 'trail', format: 'csv', path })).rows).toBe(total);
    expect(readFileSync(path, 'utf8')).toMatch(/accepted the risk of “.+” \(FB-/);
  });
});

test('a decision is there in the scan after, where the finding persists, and the report lists it', async () => {
  const { client, folder } = bench;
  const finding = (await fails()).find(({ check }) => check === 'ebs-gp2-to-gp3')!;
  await client.decisions.decide({
    scope: {
      kind: 'finding',
      check: finding.check,
      resource: finding.resource,
      subKey: finding.subKey ?? '',
    },
    ...accept,
    owner: 'M. Vidal',
  });
  await client.scan.start({ scope: sampleScope('after') });
  const rows = (await client.compare.findings({ before, limit: 1000 })).rows;
  const persisting = rows.filter(({ change }) => change === 'persisting');
  const target = persisting.find(({ finding: one }) => one.check !== finding.check)!.finding;
  await client.decisions.decideMany({ choice: { only: [target.id] }, ...accept });
  const now = (await fails()).find(({ ref }) => ref === target.ref)!;
  const then = (await fails(before)).find(({ ref }) => ref === target.ref)!;
  expect(now.decision).toEqual(then.decision);
  expect(now.decision!.state).toBe('accepted-risk');
  const row = (await client.compare.findings({ before, limit: 1000 })).rows.find(
    ({ finding: one }) => one.ref === target.ref,
  )!;
  expect(row).toMatchObject({ change: 'persisting', finding: { decision: { state: 'accepted-risk' } } });
  for (const kind of reportKinds) {
    const report = await client.reports.write({ kind, path: join(folder, `${kind}.pdf`) });
    expect(report.pages, kind).toBeGreaterThan(5);
  }
  const { rows: all } = await client.compare.findings({ before, limit: 1000 });
  const persists = all.filter(({ change }) => change === 'persisting');
  const open = persists.filter(({ finding: one }) => !closes(one.decision?.state ?? 'none'));
  expect(open.length).toBeLessThan(persists.length);
  const said = execFileSync('pdftotext', ['-raw', join(folder, 'progress.pdf'), '-'], { encoding: 'utf8' });
  expect(said).toContain(`${open.length} of them as before`);
  const aside = (state: string) =>
    all.filter(({ finding: one, change }) => failsNow.has(change) && one.decision?.state === state).length;
  expect(said.replace(/\s+/g, ' ')).toContain(
    `accepted risk ${aside('accepted-risk')}, false positive ${aside('false-positive')}.`,
  );
}, 180_000);
