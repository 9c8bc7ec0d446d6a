import { expect, test } from 'vitest';
import { progressDocument } from '../../../src/engine/reports/progress/document.ts';
import { editionOf } from '../../../src/engine/reports/progress/edition.ts';
import type { ProgressInput, SystemsProgress } from '../../../src/engine/reports/progress/input.ts';
import { preflight } from '../../../src/engine/reports/progress/preflight.ts';
import { next } from '../../../src/engine/reports/progress/sections/actions.ts';
import { systems } from '../../../src/engine/reports/progress/sections/systems.ts';
import { systemsProgress } from '../../../src/engine/reports/progress/systems.ts';
import { textsOf } from '../../../src/engine/texts.ts';
import type { Language } from '../../../src/shared/model/languages.ts';
import { type System, systemSchema } from '../../../src/shared/model/records/system.ts';
import { emptyProgress, progressInput } from '../../support/progress-input.ts';

const day = '2026-09-01';
const system = (fields: Partial<System>) =>
  systemSchema.parse({
    id: 'lab',
    name: 'Laboratory',
    criticality: 'critical',
    lifecycle: 'in-use',
    ...fields,
  });
const between = (before: System[], after: System[], later = day) =>
  systemsProgress({ systems: before, day }, { systems: after, day: later })!;
const states = ({ verdicts }: SystemsProgress) =>
  verdicts.map(({ change, name, verdict }) => `${change} ${name} ${verdict.check}`);

test('a system is added, gone or changed by its id; notes of the consultant change nothing', () => {
  const lab = system({});
  const { changes, before, after } = between(
    [lab, system({ id: 'a', name: 'Archive' }), system({ id: 'b', name: 'Billing' })],
    [
      { ...lab, name: 'Laboratory 2', owner: 'Priya' },
      system({ id: 'b', name: 'Billing', notes: 'Asked again.' }),
      system({ id: 'c', name: 'Clinics' }),
    ],
  );
  expect(changes.map(({ change, name, fields }) => [change, name, fields])).toEqual([
    ['added', 'Clinics', []],
    ['gone', 'Archive', []],
    ['changed', 'Laboratory 2', ['name', 'owner']],
  ]);
  expect([before!.systems, after.systems]).toEqual([3, 3]);
});

test.each([
  ['resolved', '', 'Priya'],
  ['regressed', 'Priya', ''],
  ['new', null, ''],
  ['not-rechecked', '', null],
] as const)('a check of a system is %s when its owner was %j and is %j', (change, was, is) => {
  expect(states(between([system({ owner: was })], [system({ owner: is })]))).toEqual([
    `${change} Laboratory system-owner`,
  ]);
});

test('what failed of a system that is gone applies no longer, and is told as it was', () => {
  const { verdicts } = between([system({ owner: '' })], []);
  expect(verdicts).toMatchObject([
    { change: 'no-longer-applicable', verdict: { check: 'system-owner', reason: 'ownerNone' } },
  ]);
});

test('a contract runs out by the days of the two sides alone', () => {
  const lab = system({ contractEnd: '2027-04-01' });
  expect(states(between([lab], [lab]))).toEqual([]);
  expect(states(between([lab], [lab], '2026-12-01'))).toEqual(['regressed Laboratory system-contract-end']);
});

test('of a side that nobody kept nothing is compared, and what fails now is told', () => {
  const now = { systems: [system({ owner: '' })], day };
  expect(systemsProgress(null, now)).toMatchObject({
    before: null,
    changes: [],
    verdicts: [],
    open: [{ name: 'Laboratory', verdicts: [{ check: 'system-owner' }] }],
  });
  expect(systemsProgress(null, { systems: [], day })).toBeNull();
});

const edition = (input: ProgressInput, language: Language = 'en') => editionOf(input, textsOf(language));

test('the chapter tells systems and checks then and now; what is left has the open ones with what to do', () => {
  const input = progressInput({ findings: 20 });
  const chapter = JSON.stringify(systems(edition(input)));
  for (const said of [
    'Ward system',
    'Added to the inventory',
    'Microsoft 365',
    'Described otherwise',
    'Backup',
  ])
    expect(chapter).toContain(said);
  expect(chapter).toContain('Backed up: Aurora 2.');
  expect(chapter).not.toContain('PeopleDesk');
  const left = JSON.stringify(next(edition(input)));
  expect(left).toContain('Name one person who answers for the system');
  expect(left).toContain('Ward system');
  const spanish = progressInput({ findings: 20, language: 'es' });
  expect(JSON.stringify(systems(edition(spanish, 'es')))).toContain('Añadido al inventario');
});

test('where nothing was kept of then, the chapter says so and shows the figures of now alone', () => {
  const input = progressInput({ findings: 20 });
  const chapter = JSON.stringify(
    systems(edition({ ...input, systems: { ...input.systems!, before: null, changes: [], verdicts: [] } })),
  );
  expect(chapter).toContain('What they said then was not kept');
  expect(chapter).not.toContain('"Then"');
  expect(chapter).not.toContain('What became of the systems');
});

test('an inventory without systems on both sides has no chapter', () => {
  const nothing = JSON.stringify(progressDocument(emptyProgress(), textsOf('en')));
  expect(nothing).not.toContain('Systems outside AWS');
});

test('a name that the fonts cannot print is told of before', () => {
  const input = progressInput({ findings: 20 });
  input.systems!.verdicts[0]!.name = '病院';
  expect(preflight(input, textsOf('en'))).toContainEqual(
    expect.objectContaining({ code: 'glyphs-missing', where: '病院' }),
  );
});
