import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { thrownBy } from '../../support/errors.ts';
import { sampleScope, type Workbench, workbench } from '../../support/workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await workbench();
  await bench.client.scan.start({ scope: sampleScope('before') });
});
afterAll(() => bench.close());

const list = async () => (await bench.client.recommendations.list({})).actions;
const proposals = async () => (await list()).filter(({ state }) => state === 'proposed');
const find = async (library: string) => (await list()).find((one) => one.library === library)!;
const adopt = async (...library: string[]) => (await bench.client.recommendations.adopt({ library })).ids;
const undo = (step: string) => bench.client.history.undo({ step });

test('every failing finding becomes part of tens of proposals, prerequisites first', async () => {
  const { actions, findings } = await bench.client.recommendations.list({});
  expect(findings.all).toBeGreaterThan(100);
  expect(findings.uncovered).toBe(0);
  expect(actions.length).toBeGreaterThan(20);
  expect(actions.length).toBeLessThan(80);
  const place = new Map(actions.map(({ id, rank }) => [id, rank!]));
  for (const { id, prerequisites } of actions)
    for (const before of prerequisites)
      expect(place.get(before)!, `${before} before ${id}`).toBeLessThan(place.get(id)!);
});

test('proposals are adopted with the words of the library, in either language, and undone', async () => {
  const before = await proposals();
  const { ids, step } = await bench.client.recommendations.adopt({ library: ['gp2-to-gp3', 'backup-plans'] });
  const detail = await bench.client.recommendations.get({ id: ids[0]! });
  expect(detail).toMatchObject({
    state: 'adopted',
    library: 'gp2-to-gp3',
    changedFields: [],
    changedHere: false,
  });
  expect({ ...detail.words, acceptance: detail.libraryWords!.acceptance }).toEqual(detail.libraryWords);
  await undo(step);
  expect(await proposals()).toEqual(before);
});

test('taken twice, it is said that nothing is left to take', async () => {
  const { step } = await bench.client.recommendations.adopt({ library: ['gp2-to-gp3'] });
  const error = await thrownBy(() => adopt('gp2-to-gp3'));
  expect(error.message).toMatch(/already/);
  await undo(step);
});

describe('an adopted recommendation', () => {
  let id: string;
  beforeAll(async () => {
    [id] = (await adopt('gp2-to-gp3')) as [string];
  });
  const get = () => bench.client.recommendations.get({ id });

  test('is edited in one language and says what differs from the library', async () => {
    const { step } = await bench.client.recommendations.edit({
      id,
      effort: 3,
      words: { title: 'Move the clinic volumes to gp3', steps: ['Agree on a night', 'Move them'] },
    });
    expect(await get()).toMatchObject({
      title: 'Move the clinic volumes to gp3',
      effort: 3,
      changedHere: true,
      changedFields: ['title', 'steps'],
      changedInLibrary: false,
    });
    await undo(step);
    expect(await get()).toMatchObject({ changedHere: false, ownEffort: null });
  });

  test('is not called changed when it is edited back to what the library says', async () => {
    const { title } = (await get()).libraryWords!;
    await bench.client.recommendations.edit({ id, words: { title: 'Other' } });
    await bench.client.recommendations.edit({ id, words: { title } });
    expect((await get()).changedFields).toEqual([]);
  });

  test('takes the library again when it is pulled', async () => {
    await bench.client.recommendations.edit({ id, words: { problem: 'Ours.', risks: [] } });
    await bench.client.recommendations.pull({ id });
    expect(await get()).toMatchObject({
      changedFields: [],
      words: { problem: (await get()).libraryWords!.problem },
    });
  });

  test('leaves as an entry with its words in both languages', async () => {
    const path = join(bench.folder, 'entry.json');
    await bench.client.recommendations.exportEntry({ id, path });
    const { entry, words } = JSON.parse(readFileSync(path, 'utf8'));
    expect(entry).toMatchObject({ id: 'gp2-to-gp3', checks: expect.arrayContaining(['ebs-gp2-to-gp3']) });
    expect(words.es.title).not.toBe(words.en.title);
  });

  test('shows that the checks of its conditions fail', async () => {
    const { acceptance } = await get();
    expect(acceptance.find(({ id }) => id === 'volumes')).toMatchObject({ result: 'unmet' });
    expect(acceptance.find(({ id }) => id === 'volumes')!.failing).toBeGreaterThan(0);
  });
});

test('a condition that no check decides is ticked by a person', async () => {
  const [id] = await adopt('lock-away-root');
  const { acceptance } = await bench.client.recommendations.get({ id: id! });
  const open = acceptance.find(({ checks }) => checks.length === 0);
  const written = await bench.client.recommendations.write({
    track: 'automation',
    kind: 'pipelines',
    effort: 2,
    words: { title: 'Own' },
    acceptance: ['Somebody has looked'],
  });
  const which = open ? id! : written.id;
  const condition = open?.id ?? 'own-1';
  await bench.client.recommendations.accept({ id: which, acceptance: condition, met: true });
  const after = await bench.client.recommendations.get({ id: which });
  expect(after.acceptance.find((one) => one.id === condition)!.result).toBe('met');
});

test('several become one that holds the findings and steps of all', async () => {
  const first = await find('deletion-protection');
  const second = await find('database-backup-policy');
  const { id, step } = await bench.client.recommendations.merge({ ids: [first.id, second.id] });
  const one = await bench.client.recommendations.get({ id });
  expect(one.findings).toBe(first.findings + second.findings);
  expect(one.effort).toBe(first.effort + second.effort);
  expect(one.words.steps.length).toBeGreaterThan(7);
  expect(one.merged.map(({ id }) => id)).toEqual(['database-backup-policy']);
  expect((await proposals()).map(({ id }) => id)).not.toContain('database-backup-policy');
  await undo(step);
  expect(await find('database-backup-policy')).toMatchObject({ state: 'proposed' });
});

test('one of several improves what any of them does, as much as the best of them', async () => {
  const backups = await find('database-backup-policy');
  const protection = await find('deletion-protection');
  const { id, step } = await bench.client.recommendations.merge({ ids: [protection.id, backups.id] });
  const { impact } = await bench.client.recommendations.get({ id });
  expect(protection.impact).toEqual({ 'best-practices': 3, 'security-compliance': 1 });
  expect(backups.impact).toEqual({ 'best-practices': 3, 'security-compliance': 2 });
  expect(impact).toEqual(backups.impact);
  await undo(step);
});

test('what is dismissed needs a reason, is proposed no more, and comes back', async () => {
  await thrownBy(() => bench.client.recommendations.dismiss({ ids: ['web-firewall'], reason: ' ' }));
  await bench.client.recommendations.dismiss({ ids: ['web-firewall'], reason: 'A partner runs it.' });
  const gone = await find('web-firewall');
  expect(gone).toMatchObject({ state: 'dismissed', rank: null, dismissed: 'A partner runs it.' });
  await bench.client.recommendations.restore({ id: gone.id });
  expect(await find('web-firewall')).toMatchObject({ state: 'proposed' });
});

test('the plan is written in every format', async () => {
  for (const [format, ending, begins] of [
    ['csv', 'csv', 'No.'],
    ['jira', 'csv', 'Issue ID'],
    ['json', 'json', '['],
    ['github', 'jsonl', '{"title"'],
    ['ics', 'ics', 'BEGIN:VCALENDAR'],
    ['xlsx', 'xlsx', 'PK'],
  ] as const) {
    const { path } = await bench.client.roadmap.export({
      format,
      path: join(bench.folder, `plan.${ending}`),
    });
    expect(
      readFileSync(path, 'utf8')
        .replace(/^\ufeff/, '')
        .startsWith(begins),
      format,
    ).toBe(true);
  }
  const error = await thrownBy(() =>
    bench.client.roadmap.export({ format: 'ics', path: join(bench.folder, 'none', 'plan.ics') }),
  );
  expect(error.code).toBe('folder-not-writable');
});

test('what was accepted calls for nothing, and does again when that is taken back', async () => {
  const before = await bench.client.recommendations.list({});
  const { findings } = await bench.client.findings.page({ filter: { status: ['fail'] }, limit: 1 });
  const finding = findings[0]!.id;
  const { scopes } = await bench.client.decisions.scopes({ finding });
  const { scope } = scopes.find((one) => one.scope.kind === 'check')!;
  const { step } = await bench.client.decisions.decide({
    scope,
    verdict: 'accepted-risk',
    reason: 'Agreed with the client',
    owner: '',
    expires: null,
  });
  const accepted = scopes.find((one) => one.scope.kind === 'check')!.findings;
  const after = await bench.client.recommendations.list({});
  expect(after.findings.all).toBe(before.findings.all - accepted);
  await bench.client.history.undo({ step });
  expect((await bench.client.recommendations.list({})).findings).toEqual(before.findings);
});

test('a recommendation says which systems outside AWS call for it, and why', async () => {
  const before = await find('legacy-register');
  const { step } = await bench.client.inventory.save({
    fields: { name: 'Imaging archive', criticality: 'high', backup: '' },
  });
  expect(before).toBeUndefined();
  const row = await find('legacy-register');
  expect(row).toMatchObject({ state: 'proposed', systems: 1 });
  const { systemList } = await bench.client.recommendations.get({ id: row.id });
  expect(systemList).toMatchObject([
    { name: 'Imaging archive', reasons: ['It is important and has no backup.'] },
  ]);
  await undo(step);
  expect(await find('legacy-register')).toBeUndefined();
});
