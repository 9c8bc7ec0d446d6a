import { isDeepStrictEqual } from 'node:util';
import type { ChecklistItem } from '../../shared/model/checklist.ts';
import { languages } from '../../shared/model/languages.ts';
import type { OwnTemplate, TemplateWords } from '../../shared/model/records/checklist.ts';

type Whole = Pick<OwnTemplate, 'template' | 'words'>;

/** What of an item is another. */
export const itemChanges = [
  'words',
  'levels',
  'answers',
  'weight',
  'references',
  'place',
  'dependencies',
  'checks',
] as const;
export type ItemChange = (typeof itemChanges)[number];

export interface TemplateDiff {
  added: string[];
  removed: string[];
  changed: { item: string; what: ItemChange[] /** Answers no longer mean the same. */; question: boolean }[];
}

/** What a template became; the words of all languages are compared that both have. */
export function diffTemplates(before: Whole, after: Whole): TemplateDiff {
  const old = new Map(before.template.items.map((item) => [item.id, item]));
  const now = new Map(after.template.items.map((item) => [item.id, item]));
  return {
    added: [...now.keys()].filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !now.has(id)),
    changed: [...now].flatMap(([id, item]) => {
      const was = old.get(id);
      const what = was ? changesOf(was, item, wordsOf(before, after, id)) : [];
      return what.length > 0 ? [{ item: id, what, question: what.some((one) => meaning.has(one)) }] : [];
    }),
  };
}

/** After these an answer may be to another question. */
const meaning: ReadonlySet<ItemChange> = new Set(['words', 'levels', 'answers']);

type Pair<T> = [before: T, after: T];

const wordsOf = (before: Whole, after: Whole, id: string) =>
  languages.flatMap((language): Pair<TemplateWords['items'][string] | undefined>[] => {
    const [old, now] = [before.words[language], after.words[language]];
    return old && now ? [[old.items[id], now.items[id]]] : [];
  });

function changesOf(
  was: ChecklistItem,
  now: ChecklistItem,
  words: Pair<TemplateWords['items'][string] | undefined>[],
): ItemChange[] {
  const differs = (pick: (item: ChecklistItem) => unknown) => !isDeepStrictEqual(pick(was), pick(now));
  const reads = (pick: (words: TemplateWords['items'][string]) => unknown) =>
    words.some(([old, next]) => !isDeepStrictEqual(old && pick(old), next && pick(next)));
  const asked: Record<ItemChange, boolean> = {
    words: reads(({ question }) => question),
    levels: reads(({ levels, choices }) => [levels, choices]),
    answers: differs((item) =>
      item.kind === 'choice'
        ? [item.kind, item.choices]
        : item.kind === 'number'
          ? [item.kind, item.unit, item.better, item.bands]
          : item.kind,
    ),
    weight: differs(({ weight }) => weight),
    references: differs(({ references }) => references),
    place: differs(({ section, aspect, stage, principle }) => [section, aspect, stage, principle]),
    dependencies: differs(({ dependsOn }) => dependsOn),
    checks: differs(({ checks }) => checks),
  };
  return itemChanges.filter((change) => asked[change]);
}
