import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checklistTemplates } from '../../../src/engine/checklists/templates.ts';
import { resourcesFolder } from '../../../src/engine/resources.ts';
import { textsOf } from '../../../src/engine/texts.ts';
import {
  type ChecklistItem,
  levels,
  principles,
  sectionsOf,
  stages,
} from '../../../src/shared/model/checklist.ts';
import { languages } from '../../../src/shared/model/languages.ts';

interface ItemWords {
  question: string;
  why: string;
  evidence: string[];
  levels: string[];
  choices?: Record<string, string>;
  unit?: string;
}
type Table = Record<string, unknown>;

const templates = checklistTemplates();
const items = templates.flatMap((template) => template.items);

/** Every file of a language apart, since merging would hide a key that two files have. */
const filesOf = (language: string): [file: string, table: Table][] => {
  const folder = join(resourcesFolder, 'texts', language, 'checklists');
  return readdirSync(folder).map((file) => [
    file,
    JSON.parse(readFileSync(join(folder, file), 'utf8')) as Table,
  ]);
};

const sentencesOf = ({ question, why, evidence, levels, choices = {}, unit }: ItemWords): string[] => [
  question,
  why,
  ...evidence,
  ...levels,
  ...Object.values(choices),
  ...(unit === undefined ? [] : [unit]),
];

/** Words that cannot be in a sentence of the other language; names of products are not among them. */
const foreign: Record<string, RegExp> = {
  en: /[¿áéíóúñ]|(?<![\p{L}\d])(el|los|las|una|que|con|para|por|del|como|sin)(?![\p{L}\d])/iu,
  es: /(?<![\p{L}\d])(the|and|with|without|which|what|who|how|is|are|of|from|their|there|every|each|when|backup|deploy|pipeline|runbook)(?![\p{L}\d])/iu,
};
/** Ladders of adverbs tell no level from its neighbour. */
const ladder =
  /\b(partially|mostly in place|fully|somewhat|parcialmente|mayormente|totalmente|completamente)\b/i;

describe.each(languages)('%s', (language) => {
  const files = filesOf(language);
  const table = Object.assign({}, ...files.map(([, words]) => words)) as Table;
  const wordsOf = (id: string) => table[id] as ItemWords;
  const between = (text: string, least: number, most: number) => {
    expect(text.length, text).toBeGreaterThanOrEqual(least);
    expect(text.length, text).toBeLessThanOrEqual(most);
  };

  test('no key is in two files, and none without a template or item', () => {
    const keys = files.flatMap(([, words]) => Object.keys(words));
    expect(keys.toSorted()).toEqual(
      ['stages', 'principles', ...templates.map(({ id }) => id), ...items.map(({ id }) => id)].sort(),
    );
  });

  test('stages and principles have names', () => {
    expect(Object.keys(table.stages as Table)).toEqual([...stages]);
    expect(Object.keys(table.principles as Table)).toEqual([...principles]);
  });

  test.each(templates.map((template) => [template.id, template] as const))(
    '%s: has a title, a lead and names for its sections',
    (id, template) => {
      const words = table[id] as { title: string; lead: string; sections: Record<string, string> };
      expect(Object.keys(words).sort()).toEqual(['lead', 'sections', 'title']);
      between(words.title, 5, 60);
      expect(words.title).not.toMatch(/\.$/);
      between(words.lead, 60, 320);
      expect(words.lead).toMatch(/\.$/);
      expect(Object.keys(words.sections)).toEqual(sectionsOf(template));
      for (const name of Object.values(words.sections)) between(name, 3, 50);
    },
  );

  test('the engine finds the words as one table', () => {
    const texts = textsOf(language);
    for (const { id } of items) {
      expect(texts.t(`checklists.${id}.question`)).toBe(wordsOf(id).question);
      expect(texts.list(`checklists.${id}.levels`)).toEqual(wordsOf(id).levels);
    }
  });

  test('no question is asked twice', () => {
    const questions = items.map(({ id }) => wordsOf(id).question);
    expect(questions.filter((question, at) => questions.indexOf(question) !== at)).toEqual([]);
  });

  test.each(items.map((item) => [item.id, item] as const))('%s: is whole', (id, item: ChecklistItem) => {
    const words = wordsOf(id);
    const extra = item.kind === 'choice' ? ['choices'] : item.kind === 'number' ? ['unit'] : [];
    expect(Object.keys(words).sort()).toEqual(['evidence', 'levels', 'question', 'why', ...extra].sort());

    between(words.question, 20, 190);
    expect(words.question).toMatch(language === 'es' ? /¿[^¿?]+\?$/ : /^[^?]+\?$/);
    between(words.why, 40, 300);
    expect(words.why).toMatch(/\.$/);
    expect(words.why.match(/[.?](\s|$)/g)!.length, words.why).toBeLessThanOrEqual(3);

    expect(words.evidence.length).toBeGreaterThanOrEqual(2);
    expect(words.evidence.length).toBeLessThanOrEqual(4);
    for (const piece of words.evidence) {
      between(piece, 8, 140);
      expect(piece).not.toMatch(/\.$/);
    }

    expect(words.levels).toHaveLength(levels.length);
    for (const [n, level] of words.levels.entries()) {
      between(level, n === 0 ? 5 : 12, 210);
      expect(level).toMatch(/\.$/);
      expect(level).not.toMatch(ladder);
    }

    if (item.kind === 'choice') expect(Object.keys(words.choices!)).toEqual(item.choices.map(({ id }) => id));
    for (const choice of Object.values(words.choices ?? {})) {
      between(choice, 5, 110);
      expect(choice).not.toMatch(/\.$/);
    }
  });

  test.each(items.map(({ id }) => id))('%s: is in its language, and says nothing twice', (id) => {
    const sentences = sentencesOf(wordsOf(id));
    for (const sentence of sentences) {
      if (foreign[language]) expect(sentence).not.toMatch(foreign[language]);
      expect(sentence).not.toMatch(/[!¡]|\{\{|^\s|\s$| {2}|^$/);
      expect(sentence).toMatch(/^[¿\p{Lu}\d]/u);
    }
    const folded = sentences.map((sentence) => sentence.toLowerCase().replace(/[.?]$/, ''));
    expect(new Set(folded).size).toBe(folded.length);
  });
});

test('all languages have the same files, and no sentence of one is that of another', () => {
  const names = (language: string) => filesOf(language).map(([file]) => file);
  for (const language of languages) expect(names(language)).toEqual(names('en'));
  const [first, ...others] = languages.map(
    (language) => Object.assign({}, ...filesOf(language).map(([, words]) => words)) as Table,
  );
  for (const other of others)
    for (const { id } of items) {
      const known = new Set(sentencesOf(first![id] as ItemWords));
      expect(sentencesOf(other[id] as ItemWords).filter((text) => known.has(text), id)).toEqual([]);
    }
});
