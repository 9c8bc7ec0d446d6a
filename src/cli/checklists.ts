import type { z } from 'zod';
import type { Client } from '../shared/contract/define.ts';
import { FieldbookError } from '../shared/contract/errors.ts';
import type { Contract } from '../shared/contract/index.ts';
import { levels } from '../shared/model/checklist.ts';
import { applicabilityReasons } from '../shared/model/records/answer.ts';

export type ChecklistPage = z.output<Contract['checklists']['items']['result']>;
export type Question = ChecklistPage['items'][number];
export type Which = { snapshot?: string | undefined };

/** All questions of the checklists in use. */
export async function allQuestions({ checklists }: Client<Contract>, which: Which): Promise<Question[]> {
  const inUse = (await checklists.list({})).checklists;
  if (inUse.length === 0) throw noneInUse();
  const pages = await Promise.all(inUse.map(({ checklist }) => checklists.items({ ...which, checklist })));
  return pages.flatMap(({ items }) => items);
}

export const noneInUse = (): FieldbookError =>
  new FieldbookError(
    'bad-input',
    'This engagement uses no checklist yet.',
    "'fieldbook checklists' lists those there are; --adopt takes them into the engagement.",
  );

export function questionNamed(questions: readonly Question[], id: string): Question {
  const found = questions.find(({ item }) => item.id === id);
  if (found) return found;
  throw new FieldbookError(
    'bad-input',
    `No checklist in use has the question '${id}'.`,
    "'fieldbook checklists --show CHECKLIST' lists its questions with their ids.",
  );
}

/** In what ways a question can be answered, each as it is typed, with what it means. */
export function possible({ item, words }: Question): [typed: string, meaning: string][] {
  switch (item.kind) {
    case 'level':
      return levels.map((level) => [String(level), words.levels[level]!]);
    case 'choice':
      return item.choices.map(({ id, level }) => [id, `${words.choices?.[id] ?? id} (level ${level})`]);
    case 'number': {
      const than = item.better === 'higher' ? 'from' : 'down to';
      return [
        [
          'a figure',
          `${words.unit ?? item.unit}; ${item.bands.map((band, at) => `level ${at + 1} ${than} ${band}`).join(', ')}`,
        ],
      ];
    }
  }
}

/** What was typed as the answer to a question: in its own way, or why it does not apply. */
export function answerOf(question: Question, typed: string) {
  const { item } = question;
  if (item.kind === 'choice' && item.choices.some(({ id }) => id === typed)) return { choice: typed };
  const reason = applicabilityReasons.find((one) => one === typed);
  if (reason) return { notApplicable: reason };
  const figure = typed.trim() === '' ? Number.NaN : Number(typed);
  if (item.kind === 'number' && Number.isFinite(figure)) return { number: figure };
  const level = levels.find((one) => String(one) === typed);
  if (item.kind === 'level' && level !== undefined) return { level };
  throw new FieldbookError(
    'bad-input',
    `'${typed}' is no answer to ${item.id}: ${question.words.question}`,
    [
      'Answer it with one of these:',
      ...possible(question).map(([value, meaning]) => `  ${value}  ${meaning}`),
      `  ${applicabilityReasons.join(', ')}  it does not apply`,
    ].join('\n'),
  );
}

/** An answer as it was given; null while there is none. */
export function answerText({ item, words, state: { answer, level } }: Question): string | null {
  if (answer?.notApplicable) return `does not apply: ${answer.notApplicable}`;
  if (level === null) return null;
  if (item.kind === 'choice')
    return `level ${level}: ${words.choices?.[answer?.choice ?? ''] ?? answer?.choice}`;
  if (item.kind === 'number') return `level ${level}: ${answer?.number} ${words.unit ?? item.unit}`;
  return `level ${level}: ${words.levels[level]}`;
}
