import { type ChecklistTemplate, checklistTemplateSchema } from '../../../shared/model/checklist.ts';
import { type TemplateWords, templateWordsSchema } from '../../../shared/model/records/checklist.ts';
import type { TemplateProblem } from '../../../shared/model/template-problem.ts';

/** What is wrong, by field: `title`, or a question's id and its field, such as `own-question-1.checks`. */
export type Marks = ReadonlyMap<string, string[]>;

/** Fields whose shape is not what it has to be; `say` tells so in the reader's language. */
export function shapeMarks(template: ChecklistTemplate, words: TemplateWords, say: string): Marks {
  const inTemplate = checklistTemplateSchema.safeParse(template).error?.issues ?? [];
  const inWords = templateWordsSchema.safeParse(words).error?.issues ?? [];
  return gathered([
    ...inTemplate.map(({ path: [first, at, field] }): Mark => {
      const item = first === 'items' && typeof at === 'number' ? template.items[at] : undefined;
      return [item ? `${item.id}.${String(field)}` : String(first), say];
    }),
    ...inWords.map(
      ({ path: [first, item, field] }): Mark => [
        first === 'items' && item !== undefined ? `${String(item)}.${String(field)}` : String(first),
        say,
      ],
    ),
  ]);
}

/** The field that holds what is wrong with a question; left out, the question itself. */
const fields: Partial<Record<TemplateProblem['code'], string>> = {
  'check-unknown': 'checks',
  'reference-unknown': 'references',
  'dependency-unknown': 'dependsOn',
  'dependency-circle': 'dependsOn',
  'choice-twice': 'choices',
  'choice-no-words': 'choices',
};

/** What the engine finds wrong, at the fields of the questions that it is about. */
export const engineMarks = (
  problems: readonly TemplateProblem[],
  say: (problem: TemplateProblem) => string,
): Marks =>
  gathered(
    problems.flatMap((problem) =>
      problem.items.map((id): Mark => [`${id}.${fields[problem.code] ?? 'question'}`, say(problem)]),
    ),
  );

type Mark = [field: string, what: string];

function gathered(marks: readonly Mark[]): Marks {
  const all = new Map<string, string[]>();
  for (const [field, what] of marks)
    if (!all.get(field)?.includes(what)) all.set(field, [...(all.get(field) ?? []), what]);
  return all;
}
