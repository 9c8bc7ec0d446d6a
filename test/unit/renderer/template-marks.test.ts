import { expect, test } from 'vitest';
import { problemsOfOwn } from '../../../src/engine/checklists/own.ts';
import { newItem } from '../../../src/renderer/checklists/draft.ts';
import { engineMarks, shapeMarks } from '../../../src/renderer/checklists/editor/marks.ts';
import type { ChecklistItem } from '../../../src/shared/model/checklist.ts';
import type { OwnTemplate } from '../../../src/shared/model/records/checklist.ts';

const item = (id: string, change: Partial<ChecklistItem> = {}): ChecklistItem =>
  ({ ...newItem(id, 'general'), ...change }) as ChecklistItem;

const own = (items: ChecklistItem[], question = 'Who?'): OwnTemplate => ({
  id: 'ward',
  template: { id: 'ward', version: '1.0.0', order: 100, items },
  words: {
    en: {
      title: 'Ward systems',
      lead: '',
      sections: { general: 'General' },
      items: Object.fromEntries(
        items.map(({ id }) => [id, { question, why: '', evidence: [], levels: ['', '', '', '', ''] }]),
      ),
    },
  },
});

/** What the engine says of it, at its fields. */
const refused = (template: OwnTemplate) => [
  ...engineMarks(problemsOfOwn(template), ({ named }) => named).keys(),
];

test('a refusal stands at the field that holds what it names', () => {
  expect(refused(own([item('ward-a', { checks: ['no-such-check'] })]))).toEqual(['ward-a.checks']);
  expect(refused(own([item('ward-a', { references: ['nowhere:at-all'] })]))).toEqual(['ward-a.references']);
  expect(refused(own([item('ward-a', { dependsOn: [{ item: 'ward-gone', atLeast: 2 }] })]))).toEqual([
    'ward-a.dependsOn',
  ]);
});

test('a circle stands at every question of it', () => {
  const a = item('ward-a', { dependsOn: [{ item: 'ward-b', atLeast: 2 }] });
  const b = item('ward-b', { dependsOn: [{ item: 'ward-a', atLeast: 1 }] });
  expect(refused(own([a, b, item('ward-c')]))).toEqual(['ward-a.dependsOn', 'ward-b.dependsOn']);
});

test('several refusals each stand at their own field', () => {
  const both = own([item('ward-a', { checks: ['none'] }), item('ward-b', { references: ['x:y'] })]);
  expect(refused(both)).toEqual(['ward-a.checks', 'ward-b.references']);
});

test('what has not its shape is found before anything is sent', () => {
  const { template, words } = own([item('ward-a', { references: ['no scheme'] })], '');
  const marks = shapeMarks({ ...template, version: 'one' }, words.en!, 'This is missing.');
  expect([...marks.keys()]).toEqual(['version', 'ward-a.references', 'ward-a.question']);
});
