import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { explain } from '../../src/renderer/parts/explain.ts';
import { windowWords } from '../../src/renderer/words.ts';
import { thrownBy } from '../support/errors.ts';
import { PASSPHRASE, type Workbench, workbench } from '../support/workbench.ts';

/** What is wrong with a file that is read in is said in the language of the window, else in the engagement's. */
let bench: Workbench;
beforeAll(async () => {
  bench = await workbench({ language: 'es' });
});
afterAll(() => bench.close());

const english = { language: 'en' } as const;

test('a list of systems', async () => {
  const { inventory } = bench.client;
  const path = join(bench.folder, 'systems.csv');
  writeFileSync(path, '\n');
  expect(await thrownBy(() => inventory.previewImport({ path }))).toMatchObject({
    language: 'es',
    message: 'El archivo no contiene ninguna tabla.',
    next: expect.stringContaining('Guarde la lista como CSV o XLSX'),
  });
  writeFileSync(path, 'name,criticality\nArchivo,enorme\n');
  expect(await thrownBy(() => inventory.import({ path }))).toMatchObject({
    language: 'es',
    message: expect.stringMatching(/^No se importó nada\. Línea 2: «enorme» no es uno de: low/),
  });
  writeFileSync(path, 'name\n"open\n');
  expect(await thrownBy(() => inventory.import({ path }, english))).toMatchObject({
    language: 'en',
    message: expect.stringMatching(/^The file is no CSV table\. Its reader says: Quote/),
  });
});

test.each([
  ['a workbook', 'xlsx', 'none', 'No es un libro de Excel.'],
  ['a custom lens', 'custom-lens', '{', 'No es JSON.'],
  ['a custom lens of another shape', 'custom-lens', '{"pillars": 1}', 'pillars: tiene que ser una lista.'],
  ['YAML', 'yaml', 'a: [', 'No es YAML que se pueda leer. Su lector dice, en inglés: Flow'],
  ['YAML of another shape', 'yaml', 'template: 1', 'template: tiene que contener propiedades.'],
] as const)('%s of questions', async (_, format, text, why) => {
  const content = Buffer.from(text).toString('base64');
  const read = (...call: [typeof english?]) =>
    thrownBy(() => bench.client.checklists.importTemplate({ name: 'x', content, format }, ...call));
  expect(await read()).toMatchObject({
    language: 'es',
    message: expect.stringContaining(`no se puede leer como cuestionario. ${why}`),
    next: expect.stringMatching(/^Corrija el archivo/),
  });
  expect((await read(english)).message).toMatch(/^This file cannot be read as a checklist\. /);
});

test('a template of which others have the questions already', async () => {
  const { checklists } = bench.client;
  const path = join(bench.folder, 'finops.yaml');
  const { template, words } = await checklists.template({ id: 'finops' });
  const own = { template: { ...template, id: 'other' }, words };
  const content = Buffer.from(JSON.stringify(own)).toString('base64');
  const read = () => checklists.importTemplate({ name: path, content, format: 'yaml' });
  expect((await thrownBy(read)).message).toContain(
    'Esta plantilla no está completa. finops-bill-data: Otra pregunta tiene el identificador «finops-bill-data».',
  );
});

test('an entry of the library', async () => {
  const read = (text: string, ...call: [typeof english?]) =>
    thrownBy(() => bench.client.recommendations.importEntry({ name: 'entry.json', text }, ...call));
  const { recommendations } = bench.client;
  const { ids } = await recommendations.adopt({ library: ['gp2-to-gp3'] });
  const path = join(bench.folder, 'entry.json');
  await recommendations.exportEntry({ id: ids[0]!, path });
  const text = readFileSync(path, 'utf8');
  expect(await read(text.replace('"ebs-gp2-to-gp3"', '"ebs-nothing"'))).toMatchObject({
    language: 'es',
    message: expect.stringMatching(
      /^entry\.json no es una entrada de la biblioteca:\nlínea \d+, entry\.checks\.0: Aquí no existe la comprobación «ebs-nothing»\./,
    ),
    next: 'Corrija el archivo; no se cambió nada.',
  });
  expect((await read('{ "entry": 1 }')).message).toContain('línea 1, entry: tiene que contener propiedades');
  expect((await read('{ "entry": 1 }', english)).message).toContain(
    'line 1, entry: must hold properties of its own',
  );
});

const spanish = await windowWords('es-ES', 'es');

test.each<[why: string, ask: (client: Workbench['client']) => Promise<unknown>, next: RegExp]>([
  [
    'Una fase termina antes de empezar.',
    ({ phases }) =>
      phases.save({ phases: [{ id: 'first', kind: 'assessment', from: '2027-03-31', to: '2027-03-01' }] }),
    /^Corrija sus fechas/,
  ],
  [
    'Ya hay un sistema llamado archivo.',
    async ({ inventory }) => {
      await inventory.save({ fields: { name: 'Archivo' } });
      await inventory.save({ fields: { name: 'archivo' } });
    },
    /nombre/,
  ],
  ['No existe la comprobación nada.', ({ aws }) => aws.policy({ checks: ['nada'] }), /^Elija una/],
  [
    'La infraestructura de muestra no tiene el estado «sample:never».',
    ({ aws }) => aws.whoami({ profile: 'sample:never' }),
    /^Use uno de estos: sample:before/,
  ],
  [
    'Ningún cuestionario tiene la pregunta «nada».',
    ({ checklists }) => checklists.answer({ item: 'nada', level: 3 }),
    /^Elija una de la lista/,
  ],
  ['No hay nada que rehacer.', ({ history }) => history.redo({}), /^Se pueden rehacer/],
  [
    'La frase de contraseña tiene 4 caracteres; hacen falta 8 como mínimo.',
    ({ storage }) => storage.changePassphrase({ current: PASSPHRASE, passphrase: 'este' }),
    /^Use una frase de varias palabras/,
  ],
  ['No existe el hito uno.', ({ phases }) => phases.milestone({ id: 'uno' }), /^Elija el de una fase/],
  ['No existe la evidencia una.', ({ evidence }) => evidence.remove({ id: 'una' }), /entretanto/],
  ['No existe la decisión una.', ({ decisions }) => decisions.lift({ ids: ['una'] }), /entretanto/],
])('%s', async (why, ask, next) => {
  const error = await thrownBy(() => ask(bench.client));
  expect(explain(error.toData(), spanish)).toEqual({
    what: why,
    next: expect.stringMatching(next),
    named: null,
  });
});
