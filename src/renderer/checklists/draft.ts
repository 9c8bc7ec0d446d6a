import { kebabOf } from '../../shared/kebab.ts';
import type { ChecklistItem, ChoiceItem, Level, NumberItem } from '../../shared/model/checklist.ts';
import type { Language } from '../../shared/model/languages.ts';
import type { ItemWords, OwnTemplate, TemplateWords } from '../../shared/model/records/checklist.ts';

/** A template while it is edited, in one language; the other keeps its words and gets those that are new. */
export interface Draft extends OwnTemplate {
  language: Language;
}

export const wordsOf = ({ words, language }: Draft): TemplateWords => words[language]!;

export function emptyDraft(language: Language, section: string): Draft {
  const words: TemplateWords = { title: '', lead: '', sections: { general: section }, items: {} };
  return {
    id: '',
    language,
    template: { id: '', version: '1.0.0', order: 100, items: [] },
    words: { [language]: words },
  };
}

export const withWords = (draft: Draft, change: Partial<TemplateWords>): Draft => ({
  ...draft,
  words: { ...draft.words, [draft.language]: { ...wordsOf(draft), ...change } },
});

export const withItem = (draft: Draft, id: string, change: Partial<ChecklistItem>): Draft => ({
  ...draft,
  template: {
    ...draft.template,
    items: draft.template.items.map((item) =>
      item.id === id ? ({ ...item, ...change } as ChecklistItem) : item,
    ),
  },
});

export const withItemWords = (draft: Draft, id: string, change: Partial<ItemWords>): Draft =>
  withWords(draft, { items: { ...wordsOf(draft).items, [id]: { ...wordsOf(draft).items[id]!, ...change } } });

/** The item moves to the section of that title, which is made when there is none. */
export function inSection(draft: Draft, id: string, title: string): Draft {
  const section = kebabOf(title, 'general');
  return withItem(withWords(draft, { sections: { ...wordsOf(draft).sections, [section]: title } }), id, {
    section,
  });
}

export const newItem = (id: string, section: string): ChecklistItem => ({
  id,
  section,
  kind: 'level',
  aspect: null,
  stage: null,
  principle: null,
  weight: 3,
  references: [],
  dependsOn: [],
  checks: [],
});

/** What a question has at first when it is answered in another way. */
const firstOfKind = {
  level: {},
  choice: {
    choices: ([0, 2, 4] as const).map((level, at) => ({ id: `situation-${at + 1}`, level })),
  },
  number: { unit: 'per-month', better: 'higher', bands: [1, 2, 3, 4] },
} as const satisfies {
  level: object;
  choice: Pick<ChoiceItem, 'choices'>;
  number: Pick<NumberItem, 'unit' | 'better' | 'bands'>;
};

/** The question is answered in another way; its words stay. */
export function withKind(draft: Draft, id: string, kind: ChecklistItem['kind']): Draft {
  const items = draft.template.items.map((item): ChecklistItem => {
    if (item.id !== id || item.kind === kind) return item;
    const { section, aspect, stage, principle, weight, references, dependsOn, checks } = item;
    const common = { id, section, aspect, stage, principle, weight, references, dependsOn, checks };
    return { ...common, kind, ...firstOfKind[kind] } as ChecklistItem;
  });
  return { ...draft, template: { ...draft.template, items } };
}

/** The situation has another level. */
export const withChoice = (draft: Draft, { id, choices }: ChoiceItem, choice: string, level: Level): Draft =>
  withItem(draft, id, { choices: choices.map((one) => (one.id === choice ? { ...one, level } : one)) });

/** One situation more, of the level of the last. */
export function withNewChoice(draft: Draft, { id, choices }: ChoiceItem): Draft {
  const known = new Set(choices.map((one) => one.id));
  let n = known.size + 1;
  while (known.has(`situation-${n}`)) n++;
  return withItem(draft, id, {
    choices: [...choices, { id: `situation-${n}`, level: choices.at(-1)?.level ?? 0 }],
  });
}

export function withoutChoice(draft: Draft, { id, choices }: ChoiceItem, choice: string): Draft {
  const words = { ...wordsOf(draft).items[id]!.choices };
  delete words[choice];
  return withItemWords(withItem(draft, id, { choices: choices.filter((one) => one.id !== choice) }), id, {
    choices: words,
  });
}

/** A new question at the end, or below another one and in its section. */
export function withNewItem(draft: Draft, below?: string): Draft {
  const known = new Set(draft.template.items.map(({ id }) => id));
  let n = known.size + 1;
  while (known.has(`${draft.id}-question-${n}`)) n++;
  const id = `${draft.id}-question-${n}`;
  const { items } = draft.template;
  const at = below === undefined ? items.length : items.findIndex((item) => item.id === below) + 1;
  const item = newItem(id, items[at - 1]?.section ?? 'general');
  const added = { ...draft, template: { ...draft.template, items: items.toSpliced(at, 0, item) } };
  return withWords(added, {
    items: {
      ...wordsOf(draft).items,
      [id]: { question: '', why: '', evidence: [], levels: ['', '', '', '', ''] },
    },
  });
}

/** The question changes places with its neighbour; at the end of the list it stays. */
export function moved(draft: Draft, id: string, by: -1 | 1): Draft {
  const { items } = draft.template;
  const at = items.findIndex((item) => item.id === id);
  const other = items[at + by];
  if (!other) return draft;
  return {
    ...draft,
    template: { ...draft.template, items: items.with(at, other).with(at + by, items[at]!) },
  };
}

export const withoutItem = (draft: Draft, id: string): Draft => ({
  ...draft,
  template: {
    ...draft.template,
    items: draft.template.items
      .filter((item) => item.id !== id)
      .map((item) => ({ ...item, dependsOn: item.dependsOn.filter(({ item }) => item !== id) })),
  },
});

/** As it is saved: every language has words for every item and section, and none for what is gone. */
export function saved(draft: Draft): Pick<OwnTemplate, 'template' | 'words'> {
  const mine = wordsOf(draft);
  const sections = new Set(draft.template.items.map(({ section }) => section));
  return {
    template: draft.template,
    words: Object.fromEntries(
      Object.entries(draft.words).map(([language, words]) => [
        language,
        {
          ...words,
          sections: Object.fromEntries(
            [...sections].map((id) => [id, words.sections[id] ?? mine.sections[id] ?? id]),
          ),
          items: Object.fromEntries(
            draft.template.items.map((item) => [
              item.id,
              wordsFor(item, words.items[item.id] ?? mine.items[item.id]!, mine.items[item.id]!),
            ]),
          ),
        },
      ]),
    ),
  };
}

/** A question's words, with those of situations that this language has none for yet. */
const wordsFor = (item: ChecklistItem, words: ItemWords, mine: ItemWords): ItemWords =>
  item.kind === 'choice'
    ? {
        ...words,
        choices: Object.fromEntries(
          item.choices.map(({ id }) => [id, words.choices?.[id] ?? mine.choices?.[id] ?? '']),
        ),
      }
    : words;
