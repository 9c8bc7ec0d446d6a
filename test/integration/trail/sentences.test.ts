import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actions } from '../../../src/engine/records/actions.ts';
import { Session } from '../../../src/engine/session.ts';
import type { TrailEntry } from '../../../src/engine/trail/page.ts';
import { languages } from '../../../src/shared/model/languages.ts';
import { recordKinds } from '../../../src/shared/model/records/index.ts';
import { PASSPHRASE, sampleScope, type Workbench, workbench } from '../../support/workbench.ts';

/** Every action that the contract can write is done once or more, and then the whole trail is read. */
let bench: Workbench;
beforeAll(async () => {
  bench = await workbench();
  await bench.client.scan.start({ scope: sampleScope('before') });
  await decide();
  await answer();
  await keepTemplates();
  await advise();
  await prove();
  await listSystems();
}, 180_000);
afterAll(() => bench.close());

async function decide() {
  const { decisions, comments, findings } = bench.client;
  const scope = { kind: 'check' as const, check: 'ebs-gp2-to-gp3' };
  const content = { verdict: 'accepted-risk' as const, reason: 'Agreed', expires: '2027-03-31' };
  const { decision } = await decisions.decide({ ...content, scope });
  await decisions.lift({ ids: [decision.id] });
  const page = await findings.page({ limit: 1 });
  const finding = page.findings[0]!.ref;
  const { comment } = await comments.add({ finding, text: 'Seen.' });
  await comments.edit({ id: comment.id, text: 'Seen twice.' });
  await comments.remove({ id: comment.id });
}

async function answer() {
  const { checklists } = bench.client;
  await checklists.adopt({ templates: ['security', 'finops'] });
  await checklists.adopt({ templates: ['delivery-metrics'] });
  await checklists.drop({ checklist: 'finops' });
  const item = 'security-training';
  await checklists.answer({ item, level: 1 });
  await checklists.answer({ item, level: 3 });
  await checklists.answer({ item, level: 3, note: 'A film.' });
  await checklists.answer({ item, note: 'A film, yearly.' });
  await checklists.answer({ item, reason: 'The scan sees no people.' });
  await checklists.answer({ item, level: 3 });
  await checklists.answer({ item, notApplicable: 'not-used' });
  await checklists.answer({ item, notApplicable: null });
  await checklists.answer({ item, level: null });
  const { items } = await checklists.items({ checklist: 'security' });
  const proposed = items.filter(({ state }) => state.proposal?.level != null).map(({ item }) => item.id);
  await checklists.answer({ item: proposed[0]!, accept: true });
  const two = ['security-consequences', 'security-training'];
  await checklists.bulk({ items: proposed.slice(1, 3), set: { accept: true } });
  await checklists.bulk({ items: two, set: { level: 2 } });
  await checklists.bulk({ items: two, set: { notApplicable: 'not-yet' } });
  await checklists.bulk({ items: two, set: { clear: true } });
  await checklists.bulk({ items: [item], set: { level: 4 } });
  const figures = await checklists.items({ checklist: 'delivery-metrics' });
  const figure = figures.items.find(({ item }) => item.kind === 'number')!;
  await checklists.answer({ item: figure.item.id, number: 12 });
  const choice = figures.items.flatMap(({ item }) => (item.kind === 'choice' ? [item] : []))[0]!;
  await checklists.answer({ item: choice.id, choice: choice.choices[0]!.id });
  const id = 'aspect:networking';
  await checklists.setTargets({ targets: [{ id, percent: 80 }] });
  await checklists.setTargets({ targets: [{ id, percent: null }] });
  const others = ['stage:plan', 'principle:iteration'];
  await checklists.setTargets({ targets: others.map((id) => ({ id, percent: 60 })) });
}

async function keepTemplates() {
  const { checklists } = bench.client;
  const template = (version: string, question: string) => ({
    template: {
      id: 'ward',
      version,
      order: 90,
      items: [
        {
          id: 'ward-a',
          kind: 'level' as const,
          section: 'general',
          aspect: null,
          stage: null,
          principle: null,
          weight: 3,
          references: [],
          dependsOn: [],
          checks: [],
        },
      ],
    },
    words: {
      en: {
        title: 'Ward systems',
        lead: '',
        sections: { general: 'General' },
        items: { 'ward-a': { question, why: '', evidence: [], levels: ['0', '1', '2', '3', '4'] } },
      },
    },
  });
  await checklists.saveTemplate(template('1.0.0', 'Who?'));
  await checklists.adopt({ templates: ['ward'] });
  await checklists.answer({ item: 'ward-a', level: 1 });
  await checklists.saveTemplate(template('2.0.0', 'Who, and since when?'));
  await checklists.accept({ checklist: 'ward' });
  await checklists.removeTemplate({ id: 'ward' });
}

async function advise() {
  const { recommendations, roadmap } = bench.client;
  const list = async () => (await recommendations.list({})).actions;
  const [a, b, c, d] = (await list()).map(({ library }) => library!);
  const { ids } = await recommendations.adopt({ library: [a!, b!] });
  await recommendations.adopt({ library: [c!] });
  await recommendations.dismiss({ ids: [d!], reason: 'Too early.' });
  await recommendations.restore({ id: (await list()).find(({ library }) => library === d)!.id });
  const id = ids[0]!;
  await recommendations.edit({ id, language: 'en', words: { title: 'Volumes of today' } });
  await recommendations.pull({ id });
  const acceptance = (await recommendations.get({ id })).acceptance[0]!.id;
  for (const met of [true, false, null]) await recommendations.accept({ id, acceptance, met });
  const written = await recommendations.write({
    language: 'en',
    track: 'automation',
    kind: 'governance',
    effort: 6,
    words: { title: 'Name a team', problem: '', outcome: '', steps: [], risks: [], metrics: [] },
    acceptance: ['There is a team.'],
  } as never);
  const path = join(bench.folder, 'entry.json');
  await recommendations.exportEntry({ id: written.id, path });
  await recommendations.importEntry({ name: 'entry.json', text: readFileSync(path, 'utf8') });
  await roadmap.plan({ id, horizon: 'next', owner: 'Ana Ruiz', from: '2026-11-01', to: '2026-11-30' });
  await roadmap.plan({ id, status: 'in-progress' });
  await roadmap.plan({ id, owner: '', from: null, to: null });
  await roadmap.plan({ id, horizon: 'done' });
  await roadmap.plan({ id, horizon: 'now' });
  await roadmap.setCapacity({ capacity: 12 });
  await roadmap.setCapacity({ capacity: null });
  await recommendations.merge({ ids });
  await keepWords(id);
}

/** The library of a test never becomes newer than what was taken from it, so this one step is written by hand. */
async function keepWords(id: string) {
  await bench.client.engagement.close({});
  const session = Session.open({ path: bench.path, passphrase: PASSPHRASE, mode: 'write' });
  const record = session.records.get('recommendation', id)!;
  session.records.step('recommendation.keep', (changes) =>
    changes.put('recommendation', { ...record, library: { ...record.library!, version: 99 } }),
  );
  session.close();
  await bench.client.engagement.open({ path: bench.path, passphrase: PASSPHRASE });
}

async function prove() {
  const { evidence } = bench.client;
  const png = join(bench.folder, 'console.png');
  writeFileSync(png, Buffer.from('89504e470d0a1a0a00', 'hex'));
  const { piece } = await evidence.addFile({ path: png });
  await evidence.addText({
    text: 'x',
    file: 'policy.txt',
    links: [{ kind: 'answer', id: 'security-training' }],
  });
  const { id } = piece;
  const { upload } = await evidence.upload({});
  await evidence.append({ upload, base64: Buffer.from('89504e470d0a1a0a01', 'hex').toString('base64') });
  const marks = [{ kind: 'redaction' as const, x: 1, y: 1, width: 4, height: 4 }];
  await evidence.setCopy({ id, copy: { upload, width: 10, height: 10 }, marks });
  await evidence.setCopy({ id, copy: null, marks: [] });
  await evidence.save({ id, title: 'Console' });
  await evidence.save({ id, note: 'Of Monday.', expiresOn: '2027-03-31' });
  const link = { kind: 'answer' as const, id: 'security-training' };
  await evidence.link({ id, link });
  await evidence.unlink({ id, link });
  await evidence.remove({ id });
}

async function listSystems() {
  const { inventory } = bench.client;
  const { id } = await inventory.save({ fields: { name: 'Ledger' } });
  await inventory.save({ id, fields: { owner: 'Ana Ruiz', vendor: 'Kontor' } });
  await inventory.save({ id, fields: { name: 'General ledger' } });
  await inventory.save({ fields: { name: 'Portal', dependsOn: [{ kind: 'system', id }] } });
  await inventory.remove({ id });
  for (const text of ['name\nArchive\n', 'name\nBilling\nPayroll\n']) {
    const path = join(bench.folder, 'systems.csv');
    writeFileSync(path, text);
    await inventory.import({ path });
  }
}

async function trail(language: (typeof languages)[number], kind?: string): Promise<TrailEntry[]> {
  const { entries } = await bench.engine.handlers.trail.page(
    { offset: 0, limit: 500, ...(kind && { kind }) },
    { signal: new AbortController().signal, language },
  );
  return [...entries].reverse();
}
const sentencesOf = async (part: string) =>
  (await trail('en'))
    .filter(({ what }) => what.startsWith(`${part}.`))
    .map(({ sentence }) => sentence.replace(/^Northwind DevOps /, ''));

test('every action and every kind was written', async () => {
  const entries = await trail('en');
  expect([...new Set(entries.map(({ what }) => what))].sort()).toEqual([...actions].sort());
  const { kinds } = await bench.client.trail.facets({});
  expect(kinds.map(({ value }) => value).sort()).toEqual(Object.keys(recordKinds).sort());
  for (const { label, value } of kinds) expect(label).not.toBe(value);
});

test.each(languages)('%s: none is told by its name alone', async (language) => {
  for (const kind of [undefined, ...Object.keys(recordKinds)])
    for (const { what, sentence } of await trail(language, kind)) {
      expect(sentence).toMatch(/^\S.*\.$/);
      expect(sentence).not.toContain(what);
      expect(sentence).not.toMatch(/undefined|null|NaN|“”|«»/);
    }
});

test('answers are told by their questions, from what to what', async () => {
  const said = (await sentencesOf('checklist')).map((one) => one.replace(/“[^”]*\?”/, 'Q'));
  expect(said).toMatchInlineSnapshot(`
    [
      "adopted 2 checklists.",
      "adopted the checklist “Delivery metrics”.",
      "took the checklist “FinOps practice” out of the engagement.",
      "answered Q: level 1.",
      "changed the answer to Q: level 1 → level 3.",
      "wrote a note on Q.",
      "wrote a note on Q.",
      "gave a reason why the answer to Q differs from the proposal.",
      "confirmed the answer to Q: level 3.",
      "noted that Q does not apply: the client does not use it.",
      "answered Q: level 3.",
      "cleared the answer to Q.",
      "took what the scan proposes for Q: level 2.",
      "took what the scan proposes for 2 questions.",
      "answered 2 questions with level 2.",
      "noted that 2 questions do not apply: too early to say.",
      "cleared the answers to 2 questions.",
      "answered Q: level 4.",
      "answered Q: 12 (Deployments a month).",
      "answered Q: “There are no numbers”.",
      "set a target of 80 % for Networking.",
      "took back the target for Networking.",
      "set targets in 2 places.",
      "adopted the checklist “Ward systems”.",
      "answered Q: level 1.",
      "brought the checklist “Ward systems” to version 2.0.0.",
    ]
  `);
});

test('recommendations and plans are told by their titles', async () => {
  expect([
    ...(await sentencesOf('recommendation')),
    ...(await sentencesOf('roadmap')),
  ]).toMatchInlineSnapshot(`
    [
      "adopted 2 recommendations.",
      "adopted the recommendation “Close S3 to the public at the level of the account”.",
      "dismissed the recommendation “Take back public images and snapshots”.",
      "restored the recommendation “Take back public images and snapshots”.",
      "edited the recommendation “Volumes of today”.",
      "took the library’s new text for the recommendation “Reach machines through Session Manager instead of open ports”.",
      "saw that “No instance has an administration port reachable from the internet.” is met, for “Reach machines through Session Manager instead of open ports”.",
      "saw that “No instance has an administration port reachable from the internet.” is not met, for “Reach machines through Session Manager instead of open ports”.",
      "left open whether “No instance has an administration port reachable from the internet.” is met, for “Reach machines through Session Manager instead of open ports”.",
      "wrote the recommendation “Name a team”.",
      "read the recommendation “Name a team” from a file.",
      "merged others into the recommendation “Reach machines through Session Manager instead of open ports”.",
      "kept the text of the recommendation “Reach machines through Session Manager instead of open ports” beside the library’s new one.",
      "planned “Reach machines through Session Manager instead of open ports”: “Next”, Nov 1, 2026 to Nov 30, 2026, and owner Ana Ruiz.",
      "planned “Reach machines through Session Manager instead of open ports”: in progress.",
      "planned “Reach machines through Session Manager instead of open ports”: without dates and without an owner.",
      "closed the recommendation “Reach machines through Session Manager instead of open ports”.",
      "planned “Reach machines through Session Manager instead of open ports”: “Now”.",
      "set the capacity to 12 person-days a month.",
      "took away the limit of person-days a month.",
    ]
  `);
});

test('evidence, systems and templates are told by what they are called', async () => {
  expect([
    ...(await sentencesOf('evidence')),
    ...(await sentencesOf('system')),
    ...(await sentencesOf('template')),
  ]).toMatchInlineSnapshot(`
    [
      "added the evidence “console.png”.",
      "added the evidence “policy.txt” to “What did your staff learn about security this year, and how do you know that it stuck?”.",
      "marked the evidence “console.png”.",
      "took the marks off the evidence “console.png”.",
      "renamed the evidence “console.png” to “Console”.",
      "changed the note and last day of the evidence “Console”.",
      "linked the evidence “Console” to “What did your staff learn about security this year, and how do you know that it stuck?”.",
      "unlinked the evidence “Console” from “What did your staff learn about security this year, and how do you know that it stuck?”.",
      "removed the evidence “Console”.",
      "added the system “Ledger”.",
      "changed the system “Ledger”: Owner and Vendor.",
      "renamed the system “Ledger” to “General ledger”.",
      "added the system “Portal”.",
      "removed the system “General ledger”.",
      "imported the system “Archive”.",
      "imported 2 systems.",
      "made the template “Ward systems”, version 1.0.0.",
      "changed the template “Ward systems”, now version 2.0.0.",
      "removed the template “Ward systems”.",
    ]
  `);
});

test('what was taken back and done again is told with it', async () => {
  await bench.client.checklists.answer({ item: 'security-training', level: 0 });
  await bench.client.history.undo({});
  await bench.client.history.redo({});
  const said = (await trail('en')).slice(-2).map(({ sentence }) => sentence);
  expect(said[0]).toMatch(
    /^Northwind DevOps took back: Northwind DevOps changed the answer to “.*”: level 4 → level 0\.$/,
  );
  expect(said[1]).toMatch(/^Northwind DevOps did again: Northwind DevOps changed the answer to /);
  await bench.client.history.undo({});
});
