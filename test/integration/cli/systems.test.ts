import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Machine, machine } from '../../support/cli.ts';

/** Systems outside AWS that come in from a client's sheet, in the terminal. */
let here: Machine;
beforeAll(async () => {
  here = machine();
  await here.run('new', 'acme.fieldbook', '--client', 'Acme', '--consultant', 'Northwind');
  writeFileSync(
    join(here.folder, 'list.csv'),
    'Application,Importance,Colour\nArchive,high,red\nBilling,huge,blue\nArchive,low,red\n',
  );
}, 60_000);
afterAll(() => here.clean());

const systems = (...more: string[]) => here.run('systems', ...more);
const names = async () =>
  JSON.parse((await systems('--json')).stdout).systems.map(({ name }: { name: string }) => name);

test('a sheet with mistakes says in which lines, and is not taken in at all', async () => {
  const preview = await systems('--import', 'list.csv', '--preview');
  expect(preview).toMatchObject({ code: 0, stderr: '' });
  expect(preview.stdout).toContain('Columns that are not read: Colour.\n');
  expect(preview.stdout).toMatch(/^ +2 +Archive +added$/m);
  expect(preview.stdout).toMatch(/^Line 3, criticality: 'huge' is not one of: low, medium/m);
  expect(preview.stdout).toMatch(/^Line 4, name: Archive stands in line 2 already\.$/m);
  const refused = await systems('--import', 'list.csv');
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toMatch(
    /^Nothing was imported\.\nLine 3, [\s\S]*\nLine 4, [\s\S]*--column FIELD=none/,
  );
  expect(await names()).toEqual([]);
});

test('what is right comes in as one step, is changed by the next, and leaves again', async () => {
  writeFileSync(join(here.folder, 'list.csv'), 'What,Importance\nArchive,high\nBilling,huge\n');
  const unnamed = await systems('--import', 'list.csv');
  expect(unnamed).toMatchObject({ code: 2, stdout: '' });
  expect(unnamed.stderr).toMatch(/--column name=1[\s\S]*Columns of the file: 1 What, 2 Importance/);
  const columns = ['--column', 'name=what', '--column', 'criticality=none'];
  const taken = await systems('--import', 'list.csv', ...columns);
  expect(taken).toMatchObject({ code: 0, stderr: '' });
  expect(taken.stdout).toMatch(/2 lines: 2 added, 0 changed\.\n$/);
  expect(await names()).toEqual(['Archive', 'Billing']);

  const written = await systems('--export', 'out.csv');
  expect(written.stdout).toMatch(/^Wrote 2 systems to .*out\.csv\.$/m);
  const csv = readFileSync(join(here.folder, 'out.csv'), 'utf8');
  writeFileSync(join(here.folder, 'out.csv'), `${csv.trimEnd()}\nPortal${','.repeat(15)}\n`);
  const again = await systems('--import', 'out.csv', '--json');
  expect(JSON.parse(again.stdout)).toMatchObject({ added: 1, changed: 0, step: expect.any(String) });
});

test('what cannot be read is refused with what to do', async () => {
  for (const [args, code, words] of [
    [['--import', 'none.csv'], 3, /none\.csv cannot be read/],
    [['--preview'], 2, /--import/],
    [['--import', 'out.csv', '--column', 'name=Nombre'], 2, /no column 'Nombre'[\s\S]*1 name/],
    [['--import', 'out.csv', '--column', 'colour=1'], 2, /Fields: name, kind/],
  ] as const) {
    const ran = await systems(...args);
    expect({ args, code: ran.code, stdout: ran.stdout }).toEqual({ args, code, stdout: '' });
    expect(ran.stderr).toMatch(words);
  }
});
