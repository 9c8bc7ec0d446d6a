import { z } from 'zod';
import { rule } from '../shape.ts';
import { aspects } from './aspect.ts';

/** The eight stages of the DevOps cycle, in their order. */
export const stages = [
  'plan',
  'build',
  'test',
  'deliver',
  'deploy',
  'operate',
  'observe',
  'feedback',
] as const;
export type Stage = (typeof stages)[number];

/** The five principles that the stages rest on. */
export const principles = ['collaboration', 'automation', 'integration', 'iteration', 'monitoring'] as const;
export type Principle = (typeof principles)[number];

/** Every question is answered on one scale, from 0 (absent) to 4 (as good as it is known how to be). */
export const levels = [0, 1, 2, 3, 4] as const;
export type Level = (typeof levels)[number];

const kebab = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'kebab-case');
const level = z.literal(levels);

const common = {
  /** Stable for ever, since answers hang on it; begins with the id of the template. */
  id: kebab,
  section: kebab,
  aspect: z.enum(aspects).nullable(),
  stage: z.enum(stages).nullable(),
  principle: z.enum(principles).nullable(),
  /** How much the answer counts: 1, good to know, to 5, nothing else stands without it. */
  weight: z.int().min(1).max(5),
  /** `scheme:id` of published schemes, see resources/checklists/schemes.json. */
  references: z.array(z.string().regex(/^[a-z0-9-]+:\S+$/, 'scheme:id')),
  /** Not worth asking before another item has reached a level. */
  dependsOn: z.array(z.strictObject({ item: kebab, atLeast: z.literal([1, 2, 3, 4]) })),
  /** Checks whose verdicts can propose the answer. */
  checks: z.array(kebab),
};

/** Answered with one of five described levels. */
const levelItem = z.strictObject({ ...common, kind: z.literal('level') });

/** With fewer, a question is one of yes and no. */
export const LEAST_CHOICES = 3;

/** Answered with one of several named situations, each of which has its level. */
const choiceItem = z.strictObject({
  ...common,
  kind: z.literal('choice'),
  choices: z.array(z.strictObject({ id: kebab, level })).min(LEAST_CHOICES),
});

export const numberUnits = ['per-month', 'hours', 'percent'] as const;

/** Answered with a figure, which the bands turn into a level. */
const numberItem = z
  .strictObject({
    ...common,
    kind: z.literal('number'),
    unit: z.enum(numberUnits),
    better: z.enum(['higher', 'lower']),
    /** The figures at which levels 1, 2, 3 and 4 begin, in the unit. */
    bands: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  })
  .refine(
    ({ bands, better }) => {
      const steps = bands.slice(1).map((band, n) => band - bands[n]!);
      return steps.every((step) => (better === 'higher' ? step > 0 : step < 0));
    },
    { error: 'bands get stricter from level 1 to level 4', path: ['bands'], params: rule('bands') },
  );

export const checklistItemSchema = z.discriminatedUnion('kind', [levelItem, choiceItem, numberItem]);
export type ChecklistItem = z.infer<typeof checklistItemSchema>;
export type ChoiceItem = z.infer<typeof choiceItem>;
export type NumberItem = z.infer<typeof numberItem>;
/** In what way a question is answered. */
export const itemKinds = ['level', 'choice', 'number'] as const satisfies ChecklistItem['kind'][];

/** A versioned template without its words, which are in resources/texts/<language>/checklists. */
export const checklistTemplateSchema = z.strictObject({
  id: kebab,
  /** Semantic: major when answers no longer mean the same, minor for new items, patch for words and references. */
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'semver'),
  /** Place among the templates. */
  order: z.int().min(1),
  items: z.array(checklistItemSchema).min(1),
});
export type ChecklistTemplate = z.infer<typeof checklistTemplateSchema>;

/** A published scheme that items refer to, by ids and names alone. */
export const referenceSchemeSchema = z.strictObject({
  name: z.string().min(1),
  owner: z.string().min(1),
  /** Under what terms its text stands, and what that means for Fieldbook. */
  license: z.string().min(1),
  url: z.url(),
  /** Regular expression of its ids, whole. */
  pattern: z.string().min(1),
});
export type ReferenceScheme = z.infer<typeof referenceSchemeSchema>;

/** Sections in the order in which the items name them first. */
export const sectionsOf = (template: ChecklistTemplate): string[] => [
  ...new Set(template.items.map(({ section }) => section)),
];

/** The level of a figure: how many of the four bands it has reached. */
export function levelOfNumber({ bands, better }: NumberItem, figure: number): Level {
  const reached = bands.filter((band) => (better === 'higher' ? figure >= band : figure <= band));
  return reached.length as Level;
}
