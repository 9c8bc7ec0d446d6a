import { expect, test } from 'vitest';
import { diagnosisDocument } from '../../../src/engine/reports/diagnosis/document.ts';
import { editionOf } from '../../../src/engine/reports/diagnosis/edition.ts';
import type { DiagnosisInput } from '../../../src/engine/reports/diagnosis/input.ts';
import { preflight } from '../../../src/engine/reports/diagnosis/preflight.ts';
import { systemsChapter } from '../../../src/engine/reports/diagnosis/sections/systems.ts';
import { textsOf } from '../../../src/engine/texts.ts';
import type { Language } from '../../../src/shared/model/languages.ts';
import { diagnosisInput, emptyInput } from '../../support/diagnosis-input.ts';

const input = diagnosisInput({ findings: 20 });
const chapter = (of: DiagnosisInput, language: Language) =>
  JSON.stringify(systemsChapter(editionOf(of, textsOf(language))));

test('the most critical system comes first, and one that nobody has rated last', () => {
  expect(input.systems.map(({ name }) => name)).toEqual(['Laboratory system', 'Microsoft 365', 'PeopleDesk']);
});

test('each system is told with its owner, what it rests on and what its checks say', () => {
  const said = chapter(input, 'en');
  for (const text of [
    'also depends on 3 systems outside AWS',
    'Data centre, to be replaced',
    'nobody',
    'Marta Olsen',
    'acme-laboratory-orders',
    '7 fail',
    'all pass',
    'Not said',
  ])
    expect(said).toContain(text);
});

test('a check that fails is told in words with what to do, and what nobody said is counted apart', () => {
  const said = chapter(input, 'en');
  expect(said).toContain('It is important and has no backup.');
  expect(said).toContain('Back it up outside of itself');
  expect(said).toContain('Support ended on Jan 31, 2026');
  expect(said).toMatch(/\d checks of these systems cannot speak/);
  const spanish = chapter(diagnosisInput({ findings: 20, language: 'es' }), 'es');
  expect(spanish).toContain('Sistemas fuera de AWS');
  expect(spanish).toContain('Sistema del laboratorio');
  expect(spanish).not.toContain('It is important');
});

test('an inventory without systems has no chapter and no line in the contents', () => {
  const nothing = JSON.stringify(diagnosisDocument(emptyInput(), textsOf('en')));
  expect(nothing).not.toContain('Systems outside AWS');
  expect(JSON.stringify(diagnosisDocument(input, textsOf('en')))).toContain('"text":"Systems outside AWS"');
});

test('a name that the fonts cannot print is told of before', () => {
  const odd = structuredClone(input);
  odd.systems[0]!.owner = '病院';
  expect(preflight(odd, textsOf('en'))).toMatchObject([
    { code: 'glyphs-missing', where: 'Laboratory system' },
  ]);
});
