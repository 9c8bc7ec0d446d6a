import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf, guessMapping, readCell } from '../../../src/engine/inventory/cells.ts';
import { planImport } from '../../../src/engine/inventory/import.ts';
import { linesOfCsv, readSheet } from '../../../src/engine/inventory/sheet.ts';
import { loadTexts, textsOf } from '../../../src/engine/texts.ts';
import { type ImportField, importFields } from '../../../src/shared/contract/inventory.ts';
import { languages } from '../../../src/shared/model/languages.ts';
import {
  criticalities,
  dataClasses,
  lifecycles,
  type System,
  signIns,
  systemKinds,
  systemSchema,
} from '../../../src/shared/model/records/system.ts';
import { temporaryFolder } from '../../support/folder.ts';

const plan = (text: string, known: System[] = []) => {
  const [head, ...rows] = linesOfCsv(text, textsOf('en'));
  const sheet = { columns: head!.cells, rows };
  let n = 0;
  return planImport(sheet, guessMapping(sheet.columns), known, () => `new-${++n}`);
};

test('columns are found by their names in either language, whatever their case and accents', () => {
  expect(guessMapping(['Sistema', 'RESPONSABLE', 'Criticidad', 'Ubicación', 'Otra cosa', 'BAA'])).toEqual({
    name: 0,
    owner: 1,
    criticality: 2,
    location: 3,
    agreement: 5,
  });
});

test.each(languages)('%s: columns and values are found by what the window calls them', (language) => {
  const { columns, values } = (loadTexts(language).pages as { inventory: Labels }).inventory;
  const mapping = guessMapping(importFields.map((field) => columns[field]!));
  expect(mapping).toEqual(Object.fromEntries(importFields.map((field, at) => [field, at])));
  for (const [field, words] of Object.entries(values))
    for (const [value, label] of Object.entries(words))
      expect(readCell(field as ImportField, label), label).toEqual({ value });
});
interface Labels {
  columns: Record<string, string>;
  values: Record<string, Record<string, string>>;
}

test.each([
  ['2027-03-31', '2027-03-31'],
  ['2027/3/31', '2027-03-31'],
  ['31/03/2027', '2027-03-31'],
  ['31.3.2027', '2027-03-31'],
  ['3/31/2027', '2027-03-31'],
  ['4/4/2027', '2027-04-04'],
])('a day is read where it can be one alone: %s', (text, value) =>
  expect(readCell('contractEnd', text)).toEqual({ value }),
);

test.each(['31/02/2027', '2027-02-30', '31/03/27', 'March', '13/13/2027'])('no day: %s', (text) =>
  expect(readCell('contractEnd', text)).toEqual({ bad: { code: 'day', values: { text } } }),
);

test('a day that may be two names its line and both', () => {
  const { problems, planned } = plan('name,Contract ends\nArchive,31/03/2027\nBilling,03/04/2027\n');
  expect(planned.map(({ system }) => system.contractEnd)).toEqual(['2027-03-31']);
  expect(problems).toEqual([
    {
      line: 3,
      field: 'contractEnd',
      code: 'dayUnclear',
      values: { text: '03/04/2027', one: '2027-04-03', other: '2027-03-04' },
    },
  ]);
  expect(textsOf('en').t('inventory.import.dayUnclear', problems[0]!.values)).toBe(
    "'03/04/2027' may be Apr 3, 2027 or Mar 4, 2027; write it as 2027-04-03 or 2027-03-04.",
  );
});

test.each([
  ['UTF-8', Buffer.from('name,owner\nGestión,Íñigo €\n', 'utf8')],
  ['UTF-8 with a mark', Buffer.from('\ufeffname,owner\nGestión,Íñigo €\n', 'utf8')],
  ['UTF-16', Buffer.from('\ufeffname,owner\nGestión,Íñigo €\n', 'utf16le')],
  ['UTF-16, big end first', Buffer.from('\ufeffname,owner\nGestión,Íñigo €\n', 'utf16le').swap16()],
  ['Windows-1252', Buffer.from('name,owner\nGestión,Íñigo \x80\n', 'latin1')],
])('a file in %s keeps its names', async (_, bytes) => {
  const path = join(temporaryFolder(), 'systems.csv');
  writeFileSync(path, bytes);
  const { columns, rows } = await readSheet(path, textsOf('en'));
  expect(columns).toEqual(['name', 'owner']);
  expect(rows).toEqual([{ line: 2, cells: ['Gestión', 'Íñigo €'] }]);
});

test('an empty cell is not known, and none is known to be none', () => {
  expect(readCell('owner', ' ')).toEqual({ value: null });
  expect(readCell('owner', 'Ninguno')).toEqual({ value: '' });
  expect(readCell('owner', 'Marta')).toEqual({ value: 'Marta' });
  expect(readCell('criticality', 'Crítica')).toEqual({ value: 'critical' });
  expect(readCell('criticality', '?')).toEqual({ value: null });
});

test('a bad line is told by its number and column, and the lines around it are still planned', () => {
  const { problems, planned } = plan(
    'name;criticality;contract end\nArchive;high;2027-01-31\n"Two\nlines";huge;31.1.27\nBilling;low;\n',
  );
  expect(problems).toEqual([
    { line: 3, field: 'criticality', code: 'choice', values: expect.objectContaining({ text: 'huge' }) },
    { line: 3, field: 'contractEnd', code: 'day', values: { text: '31.1.27' } },
  ]);
  expect(planned.map(({ line, system }) => [line, system.name])).toEqual([
    [2, 'Archive'],
    [5, 'Billing'],
  ]);
});

test('a name that stands twice and a dependency that is nowhere are problems', () => {
  const { problems } = plan('name,depends on\nArchive,Billing; Lab\narchive,\nBilling,aws:queue\n');
  expect(problems.map(({ line, code }) => [line, code])).toEqual([
    [2, 'noSystem'],
    [3, 'twice'],
  ]);
});

test('a system of the same name is changed in what the sheet says, and keeps the rest', () => {
  const known = systemSchema.parse({ id: 'a', name: 'Archive', owner: 'Tom', backup: '' });
  const { planned } = plan('System,Owner\nARCHIVE,Ana\n', [known]);
  expect(planned).toMatchObject([{ state: 'changed', system: { id: 'a', owner: 'Ana', backup: '' } }]);
});

test('without a column for the names nothing is planned', () => {
  expect(plan('colour,size\nred,1\n')).toMatchObject({ planned: [], problems: [{ code: 'unmapped' }] });
});

const text = fc
  .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
  .map((one) => one.trim())
  .filter(
    (one) =>
      one !== '' &&
      !one.startsWith("'") &&
      !/^(none|no|nobody|ninguno|ninguna|nadie|n\/a|-|unknown|desconocid[oa]|\?|tbd)$/i.test(one),
  );
const said = fc.oneof(fc.constant(null), fc.constant(''), text);
const choice = (values: readonly string[]) => fc.option(fc.constantFrom(...values));
const day = fc.option(
  fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);
const systemFields = fc.record({
  kind: choice(systemKinds),
  purpose: fc.oneof(fc.constant(''), text),
  owner: said,
  vendor: fc.oneof(fc.constant(''), text),
  location: said,
  criticality: choice(criticalities),
  dataClass: choice(dataClasses),
  agreement: said,
  signIn: choice(signIns),
  backup: said,
  lifecycle: choice(lifecycles),
  contractEnd: day,
  supportEnd: day,
  notes: fc.oneof(fc.constant(''), text),
});

test('what is exported is what is imported, also where a spreadsheet would see a formula', () => {
  fc.assert(
    fc.property(
      fc.array(systemFields, { minLength: 1, maxLength: 6 }),
      fc.array(fc.array(fc.nat(5), { maxLength: 3 }), { minLength: 6, maxLength: 6 }),
      (fields, on) => {
        const systems = fields.map((one, at) =>
          systemSchema.parse({
            ...one,
            id: `id-${at}`,
            name: `System ${at}`,
            dependsOn: on[at]!.map((to) =>
              to < fields.length ? { kind: 'system', id: `id-${to}` } : { kind: 'aws', name: `queue-${to}` },
            ),
          }),
        );
        const nameOf = (id: string) => systems.find((one) => one.id === id)!.name;
        const csv = stringify(
          systems.map((one) => cellsOf(one, nameOf)),
          { header: true, columns: [...importFields], escape_formulas: true, bom: true },
        );
        const { planned, problems } = plan(csv, systems);
        expect(problems).toEqual([]);
        expect(planned.map(({ system }) => system)).toEqual(systems);
        expect(planned.every(({ state }) => state === 'same')).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
