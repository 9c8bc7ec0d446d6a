import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemsOfOwn } from '../../../src/engine/checklists/own.ts';
import {
  type Draft,
  emptyDraft,
  saved,
  withChoice,
  withItem,
  withItemWords,
  withKind,
  withNewChoice,
  withNewItem,
  withoutChoice,
  withWords,
} from '../../../src/renderer/checklists/draft.ts';
import {
  type ChecklistItem,
  checklistTemplateSchema,
  itemKinds,
} from '../../../src/shared/model/checklist.ts';

const id = 'ward-question-1';
const empty = emptyDraft('en', 'General');
/** A template with one question, in English. */
const begun = withItemWords(
  withNewItem(
    withWords({ ...empty, id: 'ward', template: { ...empty.template, id: 'ward' } }, { title: 'Ward' }),
  ),
  id,
  { question: 'Who looks after the ward systems?' },
);
const itemOf = <K extends ChecklistItem['kind']>(draft: Draft, kind: K) => {
  const [item] = draft.template.items;
  expect(item?.kind).toBe(kind);
  return item as Extract<ChecklistItem, { kind: K }>;
};
const problemsOf = (draft: Draft) => problemsOfOwn(saved(draft)).map(({ code }) => code);

test('a question that is answered in another way keeps its place and words, and has the shape of that way', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...itemKinds)), (kinds) => {
      const draft = kinds.reduce((now, kind) => withKind(now, id, kind), withItem(begun, id, { weight: 5 }));
      expect(draft.template.items[0]).toMatchObject({ kind: kinds.at(-1) ?? 'level', weight: 5 });
      expect(checklistTemplateSchema.safeParse(saved(draft).template).error).toBeUndefined();
      expect(saved(draft).words.en!.items[id]!.question).toBe('Who looks after the ward systems?');
    }),
  );
});

test('situations each need words, in every language that the template speaks', () => {
  let draft = withKind(begun, id, 'choice');
  expect(problemsOf(draft)).toEqual(['choice-no-words', 'choice-no-words', 'choice-no-words']);
  draft = withItemWords(draft, id, {
    choices: { 'situation-1': 'Nobody', 'situation-2': 'Somebody', 'situation-3': 'A team' },
  });
  expect(problemsOf(draft)).toEqual([]);
  const spanish = { ...draft, words: { ...draft.words, es: begun.words.en! } };
  expect(saved(spanish).words.es!.items[id]!.choices).toEqual(saved(spanish).words.en!.items[id]!.choices);
});

test('a situation is added with a name of its own, gets another level, and goes with its words', () => {
  let draft = withKind(begun, id, 'choice');
  draft = withoutChoice(draft, itemOf(draft, 'choice'), 'situation-2');
  draft = withNewChoice(draft, itemOf(draft, 'choice'));
  draft = withNewChoice(draft, itemOf(draft, 'choice'));
  const ids = () => itemOf(draft, 'choice').choices.map((one) => one.id);
  expect(ids()).toHaveLength(4);
  expect(new Set(ids()).size).toBe(4);
  draft = withChoice(draft, itemOf(draft, 'choice'), ids()[0]!, 3);
  expect(itemOf(draft, 'choice').choices[0]!.level).toBe(3);
  draft = withItemWords(draft, id, { choices: { [ids()[0]!]: 'Nobody' } });
  draft = withoutChoice(draft, itemOf(draft, 'choice'), ids()[0]!);
  expect(saved(draft).words.en!.items[id]!.choices).not.toHaveProperty('situation-1');
});

test('figures out of their order are refused at the bands', () => {
  const draft = withItem(withKind(begun, id, 'number'), id, { bands: [1, 5, 3, 4] });
  const { error } = checklistTemplateSchema.safeParse(draft.template);
  expect(error!.issues.map(({ path }) => path.join('.'))).toEqual(['items.0.bands']);
});
