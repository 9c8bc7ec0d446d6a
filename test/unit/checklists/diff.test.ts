import { expect, test } from 'vitest';
import { diffTemplates } from '../../../src/engine/checklists/diff.ts';
import { shippedTemplates } from '../../../src/engine/checklists/shipped.ts';
import type { OwnTemplate } from '../../../src/shared/model/records/checklist.ts';

const before = shippedTemplates().find(({ id }) => id === 'delivery-metrics')!;
const id = before.template.items[0]!.id;
const changed = (change: (copy: OwnTemplate) => void): OwnTemplate => {
  const copy = structuredClone(before);
  change(copy);
  return copy;
};

test('every template that ships speaks both languages, and differs from itself in nothing', () => {
  for (const one of shippedTemplates()) {
    expect(Object.keys(one.words).sort()).toEqual(['en', 'es']);
    expect(diffTemplates(one, structuredClone(one))).toEqual({ added: [], removed: [], changed: [] });
  }
});

test('what comes and goes is named', () => {
  const shorter = changed(({ template }) => template.items.shift());
  expect(diffTemplates(before, shorter).removed).toEqual([id]);
  expect(diffTemplates(shorter, before).added).toEqual([id]);
});

const edits: [what: string, question: boolean, change: (copy: OwnTemplate) => void][] = [
  ['words', true, ({ words }) => Object.assign(words.es!.items[id]!, { question: '¿Otra?' })],
  ['levels', true, ({ words }) => words.en!.items[id]!.levels.splice(4, 1, 'Other.')],
  ['weight', false, ({ template }) => Object.assign(template.items[0]!, { weight: 1 })],
  ['references', false, ({ template }) => template.items[0]!.references.pop()],
  ['place', false, ({ template }) => Object.assign(template.items[0]!, { stage: 'plan' })],
];
test.each(edits)(
  'a change of its %s is named; that the question is another: %s',
  (what, question, change) => {
    expect(diffTemplates(before, changed(change)).changed).toEqual([{ item: id, what: [what], question }]);
  },
);

test('bands of a figure that move make another question', () => {
  const moved = changed(({ template }) => {
    const figure = template.items.find(({ kind }) => kind === 'number')!;
    if (figure.kind === 'number') figure.bands = [1, 2, 3, 4];
  });
  expect(diffTemplates(before, moved).changed).toMatchObject([{ what: ['answers'], question: true }]);
});
