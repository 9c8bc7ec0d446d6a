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

test('one of several keeps the evidence and the plan of each, and those that waited for a part wait for the whole', async () => {
  const { recommendations, roadmap, evidence } = bench.client;
  const write = async (title: string, more: object = {}) => {
    const words = { title, steps: Array.from({ length: 12 }, (_, at) => `${title} ${at}`) };
    return (
      await recommendations.write({ track: 'automation', kind: 'pipelines', effort: 1, words, ...more })
    ).id;
  };
  const ids = [await write('First'), await write('Second')];
  const waiting = await write('Third', { prerequisites: [ids[1]!] });
  await roadmap.plan({ id: ids[1]!, horizon: 'next', owner: 'Ana Ruiz' });
  const links = ids.map((id) => ({ kind: 'recommendation' as const, id }));
  const { piece } = await evidence.addText({ text: 'seen', file: 'seen.txt', links });
  const { id, step } = await recommendations.merge({ ids });
  const whole = await recommendations.get({ id });
  expect(whole).toMatchObject({ horizon: 'next', owner: 'Ana Ruiz' });
  expect(whole.words.steps).toHaveLength(24);
  const edit = await recommendations.edit({ id, words: { steps: [...whole.words.steps, 'Last'] } });
  const linked = async () => (await evidence.get({ id: piece.id })).links.map(({ id }) => id);
  expect(await linked()).toEqual([id]);
  expect((await recommendations.get({ id: waiting })).prerequisites).toEqual([id]);
  await undo(edit.step);
  await undo(step);
  expect(await linked()).toEqual(ids);
  await recommendations.dismiss({ ids: [...ids, waiting], reason: 'Only tried.' });
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

test('an adopted one that is dismissed by its name in the library is turned down itself, and comes back', async () => {
  const [id] = await adopt('web-firewall');
  await bench.client.recommendations.edit({ id: id!, words: { title: 'A filter before the portal' } });
  const under = async () => (await list()).filter(({ library }) => library === 'web-firewall');
  await bench.client.recommendations.dismiss({ ids: ['web-firewall', id!], reason: 'A partner runs it.' });
  expect(await under()).toMatchObject([{ id, state: 'dismissed', title: 'A filter before the portal' }]);
  await bench.client.recommendations.dismiss({ ids: ['web-firewall'], reason: 'Too dear.' });
  expect(await under()).toMatchObject([{ id, dismissed: 'Too dear.' }]);
  await bench.client.recommendations.restore({ id: id! });
  expect(await under()).toMatchObject([{ id, state: 'adopted' }]);
  await bench.client.recommendations.dismiss({ ids: [id!], reason: 'A partner runs it.' });
});

test('one that was merged into another is not to be had by itself: every call says into which one', async () => {
  const { recommendations, roadmap, evidence } = bench.client;
  const whole = await recommendations.merge({ ids: ['deletion-protection', 'database-backup-policy'] });
  const { title } = await recommendations.get({ id: whole.id });
  const before = await list();
  const id = 'database-backup-policy';
  const link = { kind: 'recommendation' as const, id };
  for (const call of [
    () => adopt(id),
    () => recommendations.get({ id }),
    () => recommendations.edit({ id, effort: 3 }),
    () => recommendations.accept({ id, acceptance: 'backups', met: true }),
    () => recommendations.merge({ ids: ['gp2-to-gp3', id] }),
    () => recommendations.dismiss({ ids: [id], reason: 'Later.' }),
    () => recommendations.restore({ id }),
    () => recommendations.pull({ id }),
    () => recommendations.keep({ id }),
    () => recommendations.exportEntry({ id, path: join(bench.folder, 'none.json') }),
    () => roadmap.plan({ id, owner: 'Ana' }),
    () => evidence.addText({ text: 'x', file: 'x.txt', links: [link] }),
  ])
    expect(await thrownBy(call), String(call)).toMatchObject({
      code: 'bad-input',
      message: `The recommendation ${id} was merged into '${title}'.`,
      next: expect.stringContaining(whole.id),
    });
  expect(await list()).toEqual(before);
  await undo(whole.step);
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

describe('one that was written here', () => {
  const own = {
    track: 'infrastructure' as const,
    kind: 'governance' as const,
    effort: 4,
    words: { title: 'A drill for the clinic' },
    acceptance: ['Somebody has seen it'],
  };
  const get = (id: string) => bench.client.recommendations.get({ id });

  test('takes part in the ranking by its checks, improves aspects and waits for others', async () => {
    const { recommendations } = bench.client;
    const proposal = (await proposals()).find(({ findings }) => findings > 0)!;
    const { id } = await recommendations.write({
      ...own,
      checks: proposal.checks,
      prerequisites: [proposal.id],
      impact: { 'cost-optimization': 2 },
    });
    expect(await get(id)).toMatchObject({ findings: proposal.findings, impact: { 'cost-optimization': 2 } });
    await recommendations.edit({ id, checks: [], impact: { networking: 1 } });
    expect(await get(id)).toMatchObject({ findings: 0, checks: [], impact: { networking: 1 } });
    const error = await thrownBy(() => recommendations.edit({ id, checks: ['none-such'] }));
    expect(error.message).toBe('There is no check none-such.');
  });

  test.each([
    ['emptied', ' '],
    ['taken away', null],
  ])('keeps its title when that is %s, and says so', async (_, title) => {
    const { recommendations } = bench.client;
    const { id } = await recommendations.write(own);
    const error = await thrownBy(() => recommendations.edit({ id, words: { title, problem: 'Other' } }));
    expect(error).toMatchObject({ code: 'bad-input', message: 'A recommendation has to have a title.' });
    expect((await get(id)).words).toMatchObject({ title: 'A drill for the clinic', problem: '' });
  });

  test('never waits for itself, however far round', async () => {
    const { recommendations } = bench.client;
    const first = await recommendations.write(own);
    const second = await recommendations.write({ ...own, prerequisites: [first.id] });
    const error = await thrownBy(() => recommendations.edit({ id: first.id, prerequisites: [second.id] }));
    expect(error.message).toMatch(/would wait for each other/);
    expect((await get(first.id)).prerequisites).toEqual([]);
  });
});

describe('an entry that was saved', () => {
  const file = async (id: string) => {
    const path = join(bench.folder, 'again.json');
    await bench.client.recommendations.exportEntry({ id, path });
    return readFileSync(path, 'utf8');
  };
  const read = (text: string, existing?: 'replace' | 'both') =>
    bench.client.recommendations.importEntry({ name: 'again.json', text, ...(existing && { existing }) });

  test('is read in with all that it carries, in another engagement', async () => {
    const { recommendations } = bench.client;
    const { id } = await recommendations.write({
      track: 'automation',
      kind: 'pipelines',
      effort: 6,
      words: { title: 'Releases without a night shift', problem: 'They are made by hand.', steps: ['One'] },
      acceptance: ['A release is made by day'],
      checks: ['ebs-gp2-to-gp3'],
      prerequisites: ['web-firewall'],
      impact: { scalability: 3 },
    });
    const before = await recommendations.get({ id });
    const other = await workbench();
    const done = await other.client.recommendations.importEntry({ name: 'again.json', text: await file(id) });
    if ('exists' in done) throw new Error('It was there already');
    const after = await other.client.recommendations.get({ id: done.id });
    for (const key of ['title', 'track', 'kind', 'effort', 'impact', 'checks', 'words'] as const)
      expect(after[key]).toEqual(before[key]);
    expect(after).toMatchObject({ library: null, state: 'adopted' });
    expect(after.acceptance.map(({ text }) => text)).toEqual(['A release is made by day']);
    expect(after.elsewhere.map(({ id }) => id)).toEqual(['web-firewall']);
    const { changes } = await other.client.trail.page({ limit: 5 }).then((page) => ({ changes: page }));
    expect(JSON.stringify(changes)).toContain('from a file');
    await other.close();
  });

  test('is named where there is one, and then replaces it or stands beside it', async () => {
    const id = (await find('gp2-to-gp3')).id;
    const text = (await file(id)).replace('"track": "infrastructure"', '"track": "automation"');
    const there = await list();
    expect(await read(text)).toMatchObject({ exists: { id } });
    expect(await list()).toEqual(there);
    const replaced = await read(text, 'replace');
    expect(replaced).toMatchObject({ id });
    expect(await list()).toHaveLength(there.length);
    if ('step' in replaced) await undo(replaced.step);
    const both = await read(text, 'both');
    expect(await list()).toHaveLength(there.length + 1);
    if ('step' in both) await undo(both.step);
    expect(await list()).toEqual(there);
  });

  test('brings its code, and goes by its own days again when those set by hand are emptied', async () => {
    const { recommendations } = bench.client;
    const from = await recommendations.get({ id: (await find('gp2-to-gp3')).id });
    const done = await read(await file(from.id), 'both');
    if ('exists' in done) throw new Error('Nothing was read');
    const get = () => recommendations.get({ id: done.id });
    const before = await get();
    expect(before.code).toEqual(from.code);
    expect(before.code.terraform ?? before.code.cli).toMatch(/\S/);
    expect(before).toMatchObject({ sized: true, ownEffort: null });
    await recommendations.edit({ id: done.id, effort: 55 });
    expect(await get()).toMatchObject({ effort: 55, ownEffort: 55 });
    await recommendations.edit({ id: done.id, effort: null });
    expect(await get()).toMatchObject({ effort: before.effort, ownEffort: null });
  });

  test('that is not whole is refused by line and property, and nothing is written', async () => {
    const there = await list();
    const text = await file((await find('gp2-to-gp3')).id);
    const refused = async (changed: string) => (await thrownBy(() => read(changed, 'both'))).message;
    expect(await refused(text.replace(/"version": \d+/, '"version": "one"'))).toMatch(
      /again\.json is no entry of the library:\nline 4, entry\.version: /,
    );
    expect(await refused(text.replace('"ebs-gp2-to-gp3"', '"ebs-nothing"'))).toMatch(
      /line \d+, entry\.checks\.0: There is no check 'ebs-nothing' here\./,
    );
    expect(await refused(text.replace('"prerequisites": []', '"prerequisites": ["own-nothing"]'))).toMatch(
      /entry\.prerequisites\.0: There is no recommendation 'own-nothing' here/,
    );
    expect(await refused('{ "entry": ')).toMatch(/line/);
    expect(await list()).toEqual(there);
  });
});

test('one that was adopted before the first scan keeps its plan when it is turned down and taken back', async () => {
  const early = await workbench();
  try {
    const { recommendations, roadmap } = early.client;
    const { ids } = await recommendations.adopt({ library: ['gp2-to-gp3'] });
    await roadmap.plan({ id: ids[0]!, horizon: 'next', owner: 'Helen Ochoa' });
    await recommendations.dismiss({ ids: ['gp2-to-gp3'], reason: 'Not this year' });
    await recommendations.restore({ id: ids[0]! });
    const back = await recommendations.get({ id: ids[0]! });
    expect(back).toMatchObject({ state: 'adopted', horizon: 'next', owner: 'Helen Ochoa' });
  } finally {
    await early.close();
  }
});
