import { z } from 'zod';
import { kebabOf } from '../../../shared/kebab.ts';
import { type ChecklistItem, type Level, levels } from '../../../shared/model/checklist.ts';
import type { Language } from '../../../shared/model/languages.ts';
import type { ItemWords, OwnTemplate } from '../../../shared/model/records/checklist.ts';
import { parsed, problemsOf, refusal } from '../../refusal.ts';
import { type Texts, textsOf } from '../../texts.ts';
import { wordsIn } from '../book.ts';
import { type Asked, type Read, templateOf, unreadable } from './build.ts';
import type { Written } from './workbook.ts';

/** The version of lenses that is read and written. */
const KNOWN = '2021-11-01';

/** AWS's limits, from its lens format specification. */
const limits = {
  name: 128,
  description: 2048,
  title: 128,
  text: 2048,
  pillars: 10,
  questions: 20,
  choices: 15,
};

const loose = z.looseObject;
const text = z.string().catch('');
/** Read leniently: only what a question needs has to be there. */
const lensSchema = loose({
  schemaVersion: z.string().optional(),
  name: text,
  description: text,
  pillars: z.array(
    loose({
      id: text,
      name: text,
      questions: z
        .array(
          loose({
            id: text,
            title: text,
            description: text,
            choices: z
              .array(
                loose({ id: text, title: text, helpfulResource: loose({ url: text }).catch({ url: '' }) }),
              )
              .default([]),
            riskRules: z.array(loose({ condition: text, risk: text })).default([]),
          }),
        )
        .default([]),
    }),
  ),
});

/**
 * A custom lens asks which of several practices are followed, several at once; a checklist asks for one level. Each
 * question becomes one with levels: none of the practices, and then a quarter more of them at each step, in their order.
 */
export function fromCustomLens(source: string, texts: Texts, language: Language = texts.language): Read {
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch (error) {
    throw unreadable(texts, texts.t('files.templates.noJson'), error);
  }
  const read = parsed(lensSchema, json, texts);
  if (!read.success) throw unreadable(texts, problemsOf(read.error, texts), read.error);
  const lens = read.data;
  const warnings: string[] = [];
  const warn = (what: string, values: Record<string, unknown>) =>
    warnings.push(texts.t(`files.templates.warnings.${what}`, values));
  const version = lens.schemaVersion;
  if (version !== KNOWN) warn(version === undefined ? 'noVersion' : 'version', { version, known: KNOWN });
  const asked = lens.pillars.flatMap(({ name, id, questions }, part) =>
    questions.flatMap((question, at): Asked[] => {
      const where = question.id || texts.t('files.templates.question', { at: at + 1, pillar: name });
      if (question.title === '') {
        warn('noTitle', { where });
        return [];
      }
      const titles = question.choices
        .filter((choice) => !choice.id.endsWith('_no'))
        .map(({ title }) => title);
      if (question.choices.some(({ helpfulResource }) => helpfulResource.url)) warn('links', { where });
      if (question.riskRules.length > 0 && !isOurs(question.riskRules)) warn('riskRules', { where });
      return [
        {
          section: name || id || texts.t('files.templates.pillar', { at: part + 1 }),
          item: {
            kind: 'level',
            id: question.id || kebabOf(question.title, `question-${at + 1}`),
            weight: weightOf(question.riskRules),
          },
          words: {
            question: question.title,
            why: question.description,
            levels: levelsOf(titles),
            evidence: [],
          },
        },
      ];
    }),
  );
  return templateOf(
    { id: lens.name, title: lens.name || texts.t('files.templates.lens'), lead: lens.description },
    asked,
    language,
    texts,
    warnings,
  );
}

type Rules = readonly { condition: string; risk: string }[];

/** Written by this program: one choice for each level above the first. */
const isOurs = (rules: Rules): boolean => rules.some(({ condition }) => /\blevel_4\b/.test(condition));

/** What is a high risk when it is missing weighs more. */
const weightOf = (rules: Rules): number => (rules.some(({ risk }) => risk === 'HIGH_RISK') ? 4 : 3);

function levelsOf(titles: readonly string[]): string[] {
  if (titles.length === 4) return ['–', ...titles];
  return levels.map((level) => {
    const some = titles.slice(0, Math.ceil((titles.length * level) / 4));
    return some.length === 0 ? '–' : some.join('; ');
  });
}

/**
 * Writes a lens that AWS takes: strict lengths and numbers, or an error. Each level above 0 is a practice; nothing or
 * level 1 alone is a high risk, level 3 is none.
 */
export function toCustomLens(
  own: OwnTemplate,
  texts: Texts,
  language: Language = texts.language,
): Written<string> {
  const { title, lead, sections, items } = wordsIn(own, language);
  const warnings: string[] = [];
  const cut = (value: string, most: number, where: string): string => {
    if (value.length <= most) return value;
    warnings.push(texts.t('files.templates.warnings.cut', { where, most }));
    return `${value.slice(0, most - 1)}…`;
  };
  // Words of the lens, in its language, whoever writes it.
  const lensTexts = textsOf(language);
  const none = { title: lensTexts.t('files.templates.none'), help: lensTexts.t('files.templates.noneHelp') };
  const parts = [...new Set(own.template.items.map(({ section }) => section))];
  if (parts.length > limits.pillars)
    throw tooMany(texts, 'Sections', { count: parts.length, most: limits.pillars });
  const pillars = parts.map((section) => {
    const asked = own.template.items.filter((item) => item.section === section);
    if (asked.length > limits.questions)
      throw tooMany(texts, 'Questions', { count: asked.length, most: limits.questions, section });
    return {
      id: idOf(section),
      name: cut(sections[section] ?? section, limits.name, section),
      questions: asked.map((item) => {
        if (item.kind !== 'level')
          warnings.push(texts.t('files.templates.warnings.lensByLevels', { item: item.id }));
        return questionOf(item, items[item.id]!, cut, texts, none);
      }),
    };
  });
  const lens = {
    schemaVersion: KNOWN,
    name: cut(title, limits.name, texts.t('files.templates.name')),
    description: cut(lead || title, limits.description, texts.t('files.templates.description')),
    pillars,
  };
  return { content: `${JSON.stringify(lens, null, 2)}\n`, warnings };
}

type Cut = (value: string, most: number, where: string) => string;
/** The choice that is none of the levels. */
type None = { title: string; help: string };

function questionOf(item: ChecklistItem, words: ItemWords, cut: Cut, texts: Texts, none: None) {
  return {
    id: idOf(item.id),
    title: cut(words.question, limits.title, item.id),
    description: cut(words.why || words.question, limits.text, item.id),
    choices: [
      ...([1, 2, 3, 4] as Level[]).map((level) => ({
        id: `level_${level}`,
        title: cut(
          words.levels[level]!,
          limits.title,
          texts.t('files.templates.level', { item: item.id, level }),
        ),
        helpfulResource: { displayText: cut(words.why || words.question, limits.text, item.id) },
        improvementPlan: { displayText: cut(words.levels[level]!, limits.text, item.id) },
      })),
      {
        id: `${idOf(item.id)}_no`,
        title: none.title,
        helpfulResource: { displayText: none.help },
      },
    ],
    riskRules: [
      { condition: 'level_3 || level_4', risk: 'NO_RISK' },
      { condition: 'level_2', risk: 'MEDIUM_RISK' },
      { condition: 'default', risk: item.weight >= 4 ? 'HIGH_RISK' : 'MEDIUM_RISK' },
    ],
  };
}

const idOf = (kebab: string): string => kebab.replaceAll('-', '_');

const tooMany = (texts: Texts, what: 'Sections' | 'Questions', values: Record<string, unknown>) =>
  refusal(texts, texts.t(`files.templates.tooMany${what}`, values), texts.t('files.templates.otherFormat'));
