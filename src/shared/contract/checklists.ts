import { z } from 'zod';
import { checklistItemSchema, checklistTemplateSchema, levels } from '../model/checklist.ts';
import { languages } from '../model/languages.ts';
import { answerRecord, applicabilityReasons } from '../model/records/answer.ts';
import {
  dimensionNames,
  itemWordsSchema,
  targetRecord,
  templateWordsSchema,
} from '../model/records/checklist.ts';
import { templateProblemSchema } from '../model/template-problem.ts';
import { call } from './define.ts';
import { nothing, which } from './shapes.ts';

const count = z.number().int();
const level = z.literal(levels);
const step = z.string();

const progress = z.object({
  checklist: z.string(),
  /** Items that are settled: answered, not applicable, or resting on what was answered below them. */
  answered: count,
  total: count,
  /** Answers that override what the scan proposes and say nowhere why, by the newest judgement. */
  unreasoned: count,
});

const checklist = progress.extend({
  title: z.string(),
  lead: z.string(),
  version: z.string(),
  notApplicable: count,
  /** Answers whose question was changed by a newer version. */
  changed: count,
  /** Version of the template as it is now, when it is not the adopted one. */
  newer: z.string().nullable(),
});

/** What the newest judgement speaks for; `level` is null when it speaks for none, which `state` explains. */
const proposal = z.object({
  level: level.nullable(),
  state: z.enum(['proposed', 'nothing', 'unclear']),
  /** Share of what passes, weighed by severity, 0 to 1. */
  share: z.number().nullable(),
  pass: count,
  fail: count,
  unknown: count,
});

/** All of an item that changes while it is worked on. */
const itemState = z.object({
  item: z.string(),
  checklist: z.string(),
  answer: answerRecord.nullable(),
  /** What the answer comes to. */
  level: level.nullable(),
  /** Null: no check speaks of it, or nothing was judged. */
  proposal: proposal.nullable(),
  /** The scan proposed `was` when the answer was given, and proposes `now` in the snapshot that is shown. */
  differs: z.object({ was: level, now: level.nullable() }).nullable(),
  /** The answer is another than the scan proposed; `reasoned`: its reason or its note says why. */
  override: z.object({ proposed: level, reasoned: z.boolean() }).nullable(),
  /** Which other item has to be answered by at least which level first. */
  blocked: z
    .object({
      item: z.string(),
      question: z.string(),
      atLeast: count,
      why: z.enum(['open', 'below', 'not-applicable']),
    })
    .nullable(),
});

const changedItems = z.object({ step, items: z.array(itemState), progress: z.array(progress) });

const maturity = z.object({
  /** Percent; null when nothing is counted. */
  score: z.number().nullable(),
  /** Share of the weight that is answered, 0 to 1. */
  confidence: z.number(),
  answered: count,
  open: count,
  leftOut: count,
});

const ownTemplate = z.object({
  template: checklistTemplateSchema,
  words: z.partialRecord(z.enum(languages), templateWordsSchema),
});

/** Of the questions in a workbook or a lens; left out, that of the call. */
const wordsIn = z.enum(languages).optional();

export const templateFormats = ['custom-lens', 'yaml', 'xlsx'] as const;

/** Questions that only people can answer, and what their answers come to. */
export const checklistsContract = {
  /** All templates: those that ship, then those of this engagement. */
  templates: call(
    nothing,
    z.object({
      templates: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          lead: z.string(),
          version: z.string(),
          items: count,
          own: z.boolean(),
          /** The version in use here; null: not in use. */
          adopted: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** One with all its words, to be edited or copied. */
  template: call(z.object({ id: z.string() }), ownTemplate.extend({ own: z.boolean() })),
  saveTemplate: call(ownTemplate, z.object({ step, id: z.string() })),
  /** What would keep `saveTemplate` from saving it. */
  templateProblems: call(ownTemplate, z.object({ problems: z.array(templateProblemSchema) })),
  removeTemplate: call(z.object({ id: z.string() }), z.object({ step })),
  /** Reads a file into an own template; gives what could not be taken over. */
  importTemplate: call(
    z.object({ name: z.string(), content: z.base64(), format: z.enum(templateFormats), language: wordsIn }),
    z.object({ step, id: z.string(), items: count, warnings: z.array(z.string()) }),
  ),
  exportTemplate: call(
    z.object({
      id: z.string(),
      format: z.enum(templateFormats),
      path: z.string().min(1),
      language: wordsIn,
    }),
    z.object({ path: z.string(), warnings: z.array(z.string()) }),
  ),
  /** Freezes templates into the engagement, as they are now. */
  adopt: call(z.object({ templates: z.array(z.string()).min(1) }), z.object({ step })),
  /** Takes a checklist out; its answers stay and are there again when it is adopted again. */
  drop: call(z.object({ checklist: z.string() }), z.object({ step })),
  /** What the template became since it was adopted. */
  diff: call(
    z.object({ checklist: z.string() }),
    z.object({
      from: z.string(),
      to: z.string(),
      /** There is something to take over, be it in no question. */
      newer: z.boolean(),
      added: z.array(z.object({ item: z.string(), question: z.string() })),
      removed: z.array(z.object({ item: z.string(), question: z.string(), answered: z.boolean() })),
      changed: z.array(
        z.object({
          item: z.string(),
          before: z.string(),
          after: z.string(),
          what: z.array(
            z.enum(['words', 'levels', 'answers', 'weight', 'references', 'place', 'dependencies', 'checks']),
          ),
          /** It has an answer, which will be marked: the question changed. */
          marked: z.boolean(),
        }),
      ),
    }),
  ),
  /** Takes over what `diff` shows. */
  accept: call(z.object({ checklist: z.string() }), z.object({ step, marked: count })),
  list: call(
    nothing,
    z.object({ checklists: z.array(checklist), answered: count, total: count, unreasoned: count }),
  ),
  items: call(
    z.object({ ...which, checklist: z.string() }),
    z.object({
      title: z.string(),
      lead: z.string(),
      /** The judged snapshot that proposals rest on. */
      snapshot: z.string().nullable(),
      sections: z.array(z.object({ id: z.string(), title: z.string() })),
      items: z.array(z.object({ item: checklistItemSchema, words: itemWordsSchema, state: itemState })),
    }),
  ),
  /** Changes what is named and leaves the rest; gives the item and those that depend on it. */
  answer: call(
    z.object({
      ...which,
      item: z.string(),
      level: level.nullable().optional(),
      choice: z.string().nullable().optional(),
      number: z.number().nullable().optional(),
      note: z.string().optional(),
      notApplicable: z.enum(applicabilityReasons).nullable().optional(),
      reason: z.string().optional(),
      /** Takes what the scan proposes. */
      accept: z.literal(true).optional(),
      /** Typing: saves with the same key, one soon after the other, are one step. */
      merge: z.string().optional(),
    }),
    changedItems,
  ),
  /** The same for several; those that cannot be answered so are left and counted. */
  bulk: call(
    z.object({
      ...which,
      items: z.array(z.string()).min(1),
      set: z.union([
        /** The reason is kept with those answers that override the scan. */
        z.strictObject({ level, reason: z.string().max(4000).optional() }),
        z.strictObject({ notApplicable: z.enum(applicabilityReasons) }),
        z.strictObject({ accept: z.literal(true) }),
        z.strictObject({ clear: z.literal(true) }),
      ]),
    }),
    changedItems.extend({ left: count }),
  ),
  /** Questions, explanations, levels and notes of all checklists that hold all the words. */
  search: call(
    z.object({ text: z.string(), limit: z.int().min(1).max(200).default(50) }),
    z.object({
      total: count,
      found: z.array(
        z.object({ checklist: z.string(), title: z.string(), item: z.string(), question: z.string() }),
      ),
    }),
  ),
  /** Weighted means of levels, now or as they were when a phase was closed. */
  maturity: call(
    z.object({ milestone: z.string().optional() }),
    z.object({
      overall: maturity,
      values: z.array(
        maturity.extend({
          dimension: z.enum(dimensionNames),
          value: z.string(),
          target: z.number().nullable(),
        }),
      ),
      checklists: z.array(
        maturity.extend({
          checklist: z.string(),
          title: z.string(),
          stages: z.record(z.string(), maturity),
          aspects: z.record(z.string(), maturity),
          principles: z.record(z.string(), maturity),
        }),
      ),
    }),
  ),
  /** The items behind a figure of `maturity`, heaviest first. */
  computed: call(
    z.object({
      milestone: z.string().optional(),
      dimension: z.enum(dimensionNames).optional(),
      value: z.string().optional(),
      checklist: z.string().optional(),
    }),
    maturity.extend({
      /** Σ weight × level of what is counted. */
      points: count,
      /** Σ weight of what is counted. */
      weight: count,
      parts: z.array(
        z.object({
          item: z.string(),
          checklist: z.string(),
          question: z.string(),
          weight: count,
          level: level.nullable(),
          state: z.enum(['counted', 'open', 'left-out']),
        }),
      ),
    }),
  ),
  /** In percent; null takes one away. */
  setTargets: call(
    z.object({ targets: z.array(targetRecord.extend({ percent: targetRecord.shape.percent.nullable() })) }),
    z.object({ step }),
  ),
} as const;
