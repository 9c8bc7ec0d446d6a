import { z } from 'zod';
import { rule } from '../../shape.ts';
import { aspects } from '../aspect.ts';
import { checklistTemplateSchema, principles, stages } from '../checklist.ts';
import { languages } from '../languages.ts';

/** The words of one question. */
export const itemWordsSchema = z.object({
  question: z.string().min(1).max(2000),
  why: z.string().max(4000).default(''),
  /** What to ask to be shown. */
  evidence: z.array(z.string().max(1000)).default([]),
  /** What levels 0 to 4 look like. */
  levels: z.array(z.string().max(2000)).length(5),
  choices: z.record(z.string(), z.string()).optional(),
  unit: z.string().optional(),
});
export type ItemWords = z.infer<typeof itemWordsSchema>;

/** All words of a template in one language. */
export const templateWordsSchema = z.object({
  title: z.string().min(1).max(200),
  lead: z.string().max(2000).default(''),
  sections: z.record(z.string(), z.string()),
  items: z.record(z.string(), itemWordsSchema),
});
export type TemplateWords = z.infer<typeof templateWordsSchema>;

/** A template with its words; one that people made may speak one language only, which then stands for the others. */
const whole = {
  /** That of the template. */
  id: z.string(),
  template: checklistTemplateSchema,
  words: z.partialRecord(z.enum(languages), templateWordsSchema),
};

/** A checklist of the engagement: its template, frozen as it was when it was adopted. */
export const checklistRecord = z.object({ ...whole, adoptedAt: z.iso.datetime() });
export type Checklist = z.infer<typeof checklistRecord>;

/** A template that was made in this engagement. */
export const templateRecord = z.object(whole);
export type OwnTemplate = z.infer<typeof templateRecord>;

/** What maturity is shown by. */
export const dimensions = { aspect: aspects, stage: stages, principle: principles } as const;
export type Dimension = keyof typeof dimensions;
export const dimensionNames = Object.keys(dimensions) as Dimension[];

/** What was agreed to be reached, in percent; its id is `dimension:value`, such as `aspect:networking`. */
export const targetRecord = z.object({
  id: z.string().refine(
    (id) => {
      const [dimension = '', value = ''] = id.split(':');
      return (
        Object.hasOwn(dimensions, dimension) &&
        (dimensions[dimension as Dimension] as readonly string[]).includes(value)
      );
    },
    { error: 'dimension:value', params: rule('goal') },
  ),
  percent: z.int().min(0).max(100),
});
export type Target = z.infer<typeof targetRecord>;
