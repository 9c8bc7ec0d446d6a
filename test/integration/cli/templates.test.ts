import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
  expect(again.stdout).toMatch(/^Replaced the checklist 'own-finops'[\s\S]*stays as it was adopted/);
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
