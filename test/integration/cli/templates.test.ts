import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Machine, machine } from '../../support/cli.ts';

/** Templates of checklists in files, in the terminal. */
let here: Machine;
beforeAll(async () => {
  here = machine();
  await here.run('new', 'acme.fieldbook', '--client', 'Acme', '--consultant', 'Northwind');
}, 60_000);
afterAll(() => here.clean());

const checklists = (...more: string[]) => here.run('checklists', ...more);
const templates = async (): Promise<{ id: string; title: string; own: boolean; adopted: string | null }[]> =>
  JSON.parse((await checklists('--json')).stdout).templates;

test('one leaves as a file, is changed there, comes back as an own one and is taken into use', async () => {
  const written = await checklists('--export', 'finops');
  expect(written).toMatchObject({ code: 0, stderr: '' });
  expect(written.stdout).toMatch(/^Wrote .*finops\.yaml\.\n$/);
  const path = join(here.folder, 'finops.yaml');
  const { title } = (await templates()).find(({ id }) => id === 'finops')!;
  writeFileSync(path, readFileSync(path, 'utf8').replace(title, 'Money of Acme'));
  const taken = await checklists('--import', 'finops.yaml');
  expect(taken).toMatchObject({ code: 0, stderr: '' });
  expect(taken.stdout).toMatch(
    /^Added the checklist 'own-finops' with \d+ questions\.\n[\s\S]*--adopt own-finops\n$/,
  );
  expect(await templates()).toContainEqual(
    expect.objectContaining({ id: 'own-finops', title: 'Money of Acme', own: true, adopted: null }),
  );
  await checklists('--adopt', 'own-finops');
  const again = await checklists('--import', 'finops.yaml');
  expect(again.stdout).toMatch(/^Replaced the checklist 'own-finops'[\s\S]*--upgrade own-finops\n$/);
});

test('a newer version is shown with what it changes, and taken over only then', async () => {
  const path = join(here.folder, 'own.yaml');
  await checklists('--export', 'own-finops', '--out', 'own.yaml');
  const { template, words } = parse(readFileSync(path, 'utf8'));
  const [asked, gone] = ['own-finops-forecast', 'own-finops-licenses'];
  const question = words.en.items[asked].question;
  await checklists('--answer', asked, '2');
  await checklists('--answer', gone, '3');
  template.version = '2.0.0';
  template.items = template.items.filter(({ id }: { id: string }) => id !== gone);
  template.items.push({ ...template.items[0], id: 'own-finops-new' });
  words.en.items['own-finops-new'] = { ...words.en.items[asked], question: 'Who looks at the bill?' };
  words.en.items[asked].question = 'Is it so?';
  writeFileSync(path, JSON.stringify({ template, words: { en: words.en } }));
  expect(await checklists('--import', 'own.yaml')).toMatchObject({ code: 0, stderr: '' });
  expect((await checklists()).stdout).toMatch(/--upgrade CHECKLIST/);

  const inUse = async () => JSON.parse((await checklists('--json')).stdout).checklists;
  const before = await inUse();
  const shown = await checklists('--upgrade', 'own-finops');
  expect(shown).toMatchObject({ code: 0, stderr: '' });
  const whole = new RegExp(
    [
      '^own-finops: from version \\S+ to 2\\.0\\.0',
      'New questions\\n\\+ own-finops-new: Who looks at the bill\\?',
      `Questions that go\\n- ${gone}: .+\\n  Its answer is kept, and counts no more`,
      `~ ${asked}: Is it so\\?\\n  Before: .+\\n  Changed: question\\n  Its answer is kept, and marked`,
    ].join('[\\s\\S]*'),
  );
  expect(shown.stdout).toMatch(whole);
  expect(shown.stdout).toContain(`Before: ${question}`);
  expect(shown.stdout).toMatch(/\nTake it over: fieldbook checklists --upgrade own-finops --yes\n$/);
  expect(JSON.parse((await checklists('--upgrade', 'own-finops', '--json')).stdout)).toMatchObject({
    to: '2.0.0',
    newer: true,
    changed: [{ item: asked, marked: true }],
  });
  expect(await inUse()).toEqual(before);

  const taken = await checklists('--upgrade', 'own-finops', '--yes');
  expect(taken).toMatchObject({ code: 0, stderr: '' });
  expect(taken.stdout).toMatch(whole);
  expect(taken.stdout).toMatch(/Answers that were marked: 1\. The audit trail in the window/);
  expect(await inUse()).toMatchObject([{ version: '2.0.0', newer: null, changed: 1, answered: 1 }]);
  const again = await checklists('--upgrade', 'own-finops');
  expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('nothing to take over') });
  expect(await checklists('--upgrade', 'own-finops', '--yes')).toMatchObject({ code: 2 });
});

test('a checklist is taken out, and its answers are there when it is taken into use again', async () => {
  const out = await checklists('--drop', 'own-finops');
  expect(out).toMatchObject({ code: 0, stderr: '' });
  expect(out.stdout).toMatch(
    /^Taken out: Money of Acme\nIts answers are kept, and count no more: 1 of \d+ .*\n.*--adopt own-finops\n$/,
  );
  expect((await checklists()).stdout).toMatch(/^No checklist is in use yet/);
  await checklists('--adopt', 'own-finops');
  expect(JSON.parse((await checklists('--json')).stdout)).toMatchObject({ answered: 1 });
});

test('an own template is removed; one that ships stays, and so does what is in use', async () => {
  const removed = await checklists('--remove', 'own-finops');
  expect(removed).toMatchObject({ code: 0, stderr: '' });
  expect(removed.stdout).toMatch(/^Removed the template 'own-finops'[\s\S]*in use stays[\s\S]*audit trail/);
  expect((await templates()).map(({ id }) => id)).not.toContain('own-finops');
  const out = await checklists('--drop', 'own-finops');
  expect(out.stdout).toMatch(/cannot be taken into use again, as its template was removed\. The audit trail/);
  for (const [args, words] of [
    [['--remove', 'finops'], /template that Fieldbook ships/],
    [['--remove', 'own-finops'], /no template 'own-finops'/],
    [['--drop', 'own-finops'], /no checklist 'own-finops'/],
    [['--upgrade', 'aspects'], /no checklist 'aspects'/],
    [['--yes'], /--upgrade/],
    [['--drop', 'aspects', '--remove', 'aspects'], /cannot be used with/],
  ] as const) {
    const ran = await checklists(...args);
    expect({ args, code: ran.code, stdout: ran.stdout }).toEqual({ args, code: 2, stdout: '' });
    expect(ran.stderr).toMatch(words);
  }
});

test('a format that holds less says what it leaves out', async () => {
  const lens = await checklists('--export', 'delivery-metrics', '--out', 'lens.json');
  expect(lens.stdout).toMatch(/^- 'delivery-metrics-\S+' is asked by its levels alone/m);
  const book = await checklists('--export', 'aspects', '--format', 'xlsx', '--json');
  expect(JSON.parse(book.stdout)).toMatchObject({ path: expect.stringMatching(/aspects\.xlsx$/) });
  expect((await checklists('--import', 'aspects.xlsx', '--json')).code).toBe(0);
});

test('what is no template is refused, and nothing is written', async () => {
  const before = await templates();
  writeFileSync(join(here.folder, 'bad.yaml'), 'title: [');
  for (const [args, code, words] of [
    [['--import', 'bad.yaml'], 2, /\S/],
    [['--import', 'none.yaml'], 3, /none\.yaml cannot be read/],
    [['--import', 'finops.txt'], 2, /--format: custom-lens, yaml, xlsx/],
    [['--export', 'nothing', '--out', 'nothing.yaml'], 2, /There are: .*finops/],
    [['--export', 'finops', '--out', 'finops.pdf'], 2, /--format/],
    [['--out', 'finops.yaml'], 2, /--export/],
  ] as const) {
    const ran = await checklists(...args);
    expect({ args, code: ran.code, stdout: ran.stdout }).toEqual({ args, code, stdout: '' });
    expect(ran.stderr).toMatch(words);
  }
  expect(existsSync(join(here.folder, 'nothing.yaml'))).toBe(false);
  expect(await templates()).toEqual(before);
});

test('of an engagement in Spanish the terminal speaks English, and a workbook is read as Spanish', async () => {
  const made = ['--client', 'Acme', '--consultant', 'Northwind', '--language', 'es'];
  await here.run('new', 'es.fieldbook', ...made);
  const spanish = (...more: string[]) => checklists('es.fieldbook', ...more);
  expect((await spanish('--import', 'bad.yaml')).stderr).toMatch(
    /^This file cannot be read as a checklist\./,
  );
  await spanish('--export', 'finops', '--out', 'es.xlsx');
  expect(await spanish('--import', 'es.xlsx')).toMatchObject({ code: 0, stderr: '' });
  await spanish('--export', 'es', '--out', 'es.yaml');
  const { words } = parse(readFileSync(join(here.folder, 'es.yaml'), 'utf8'));
  expect(Object.keys(words)).toEqual(['es']);
  expect(JSON.stringify(words.es)).toContain('¿');
});
