import { z } from 'zod';

/** What can be wrong with a template beyond its shape. */
export const templateProblemCodes = [
  'template-twice',
  'item-twice',
  'item-prefix',
  'check-unknown',
  'reference-unknown',
  'dependency-unknown',
  'choice-twice',
  'dependency-circle',
  'shipped',
  'no-words',
  'item-no-words',
  'choice-no-words',
  'section-no-title',
] as const;

export const templateProblemSchema = z.object({
  code: z.enum(templateProblemCodes),
  /** The questions that it is about; of a circle in their order, ending with the first. */
  items: z.array(z.string()),
  /** What the template names and should not: an id, a check, a reference, a language. */
  named: z.string(),
  /** The same in a sentence, in English. */
  sentence: z.string(),
});
export type TemplateProblem = z.infer<typeof templateProblemSchema>;
