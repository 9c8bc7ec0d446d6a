import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Excel from 'exceljs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fillSystems } from '../../../src/shared/sample/systems.ts';
import { readCsv } from '../../support/csv.ts';
import { thrownBy } from '../../support/errors.ts';
import { type Workbench, workbench } from '../../support/workbench.ts';

let bench: Workbench;
beforeEach(async () => {
  bench = await workbench();
});
afterEach(() => bench.close());
const file = (name: string, text: string) => {
  const path = join(bench.folder, name);
  writeFileSync(path, text);
  return path;
};
const names = async () => (await bench.client.inventory.page({ limit: 100 })).systems.map(({ name }) => name);

test('a file with a bad line is not imported at all, and says which line', async () => {
  const path = file('systems.csv', 'name,criticality\nArchive,high\nBilling,huge\n');
  const preview = await bench.client.inventory.previewImport({ path });
  expect(preview).toMatchObject({ lines: 2, added: 1, problems: [{ line: 3, field: 'criticality' }] });
  const error = await thrownBy(() => bench.client.inventory.import({ path }));
  expect(error.message).toMatch(/Nothing was imported. Line 3/);
  expect(await names()).toEqual([]);
  // Leaving the column out is a way, too.
  await bench.client.inventory.import({ path, mapping: { name: 0 } });
  expect(await names()).toEqual(['Archive', 'Billing']);
});

test('an import is one step', async () => {
  const path = file('systems.csv', 'name\nArchive\nBilling\n');
  const { step, added } = await bench.client.inventory.import({ path });
  expect(added).toBe(2);
  await bench.client.history.undo({ step });
  expect(await names()).toEqual([]);
});

test('a workbook is read like a CSV file, with its dates', async () => {
  const book = new Excel.Workbook();
  book.addWorksheet('Systems').addRows([
    ['Sistema', 'Responsable', 'Fin de contrato', 'Depende de'],
    ['Archive', 'Tom', new Date('2027-03-31T00:00:00Z'), 'Billing; arn:aws:s3:::x'],
    ['Billing', 'ninguno'],
  ]);
  const path = join(bench.folder, 'systems.xlsx');
  await book.xlsx.writeFile(path);
  await bench.client.inventory.import({ path });
  const { systems } = await bench.client.inventory.page({});
  expect(systems).toMatchObject([
    {
      name: 'Archive',
      owner: 'Tom',
      contractEnd: '2027-03-31',
      dependsOn: [
        { kind: 'system', id: systems[1]!.id },
        { kind: 'aws', name: 'arn:aws:s3:::x' },
      ],
    },
    { name: 'Billing', owner: '' },
  ]);
});

test('what is no table is refused in words', async () => {
  for (const [name, text] of [
    ['empty.csv', ''],
    ['broken.csv', 'name,owner\n"Archive,x\n'],
    ['broken.xlsx', 'PK\x03\x04 and then nothing'],
  ] as const)
    expect(
      (await thrownBy(() => bench.client.inventory.previewImport({ path: file(name, text) }))).code,
    ).toBe('bad-input');
});

test('an export is read back as the same inventory', async () => {
  await fillSystems(bench.client);
  const path = join(bench.folder, 'out.csv');
  expect((await bench.client.inventory.export({ path })).rows).toBe(9);
  expect(readCsv(readFileSync(path, 'utf8')).find(({ name }) => name === 'App analytics')).toMatchObject({
    owner: 'none',
    agreement: 'none',
    backup: '',
  });
  expect(await bench.client.inventory.previewImport({ path })).toMatchObject({
    lines: 9,
    added: 0,
    changed: 0,
    problems: [],
  });
});

test('a system that goes is no dependency any more, and comes back with them', async () => {
  const { id } = await bench.client.inventory.save({ fields: { name: 'VPN' } });
  const dependsOn = [{ kind: 'system' as const, id }];
  const lab = await bench.client.inventory.save({ fields: { name: 'Lab', dependsOn } });
  const { step } = await bench.client.inventory.remove({ id });
  expect((await bench.client.inventory.get({ id: lab.id })).dependencies).toEqual([]);
  await bench.client.history.undo({ step });
  expect((await bench.client.inventory.get({ id: lab.id })).dependencies).toMatchObject([{ name: 'VPN' }]);
});

test('two systems do not share a name', async () => {
  await bench.client.inventory.save({ fields: { name: 'VPN' } });
  expect((await thrownBy(() => bench.client.inventory.save({ fields: { name: 'vpn' } }))).code).toBe(
    'bad-input',
  );
});

test('a change changes what it says and nothing else', async () => {
  const fields = { name: 'Lab', owner: 'Tom', kind: 'saas', backup: '', contractEnd: '2027-03-31' } as const;
  const { id } = await bench.client.inventory.save({ fields });
  await bench.client.inventory.save({ id, fields: { owner: 'Ana' } });
  expect((await bench.client.inventory.get({ id })).system).toMatchObject({ ...fields, owner: 'Ana' });
});
