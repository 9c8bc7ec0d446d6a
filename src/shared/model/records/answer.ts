import { z } from 'zod';
import { levels } from '../checklist.ts';

/** Why a question does not apply. */
export const applicabilityReasons = ['not-in-scope', 'not-used', 'other-party', 'not-yet', 'other'] as const;
export type ApplicabilityReason = (typeof applicabilityReasons)[number];

/** Who said so: a person, the scan whose proposal a person took, or an earlier engagement. */
export const answerSources = ['person', 'scan', 'carried-over'] as const;
export type AnswerSource = (typeof answerSources)[number];

/** The answer to one question; its id is that of the item. */
export const answerRecord = z.object({
  id: z.string(),
  /** Of a question with levels. */
  level: z.literal(levels).nullable().default(null),
  /** Of a question with named situations. */
  choice: z.string().nullable().default(null),
  /** Of a question that asks for a figure. */
  number: z.number().nullable().default(null),
  /** Markdown. */
  note: z.string().max(20_000).default(''),
  /** Why it does not apply; null: it does. */
  notApplicable: z.enum(applicabilityReasons).nullable().default(null),
  source: z.enum(answerSources).default('person'),
  /** What the scan proposed when the answer was given; a later scan that proposes otherwise is shown beside it. */
  proposed: z
    .object({ snapshot: z.string(), level: z.literal(levels) })
    .nullable()
    .default(null),
  /** Why the answer is another than what the scan proposed. */
  reason: z.string().max(4000).default(''),
  /** The version of the template in which the question was another; null: it is the one that was answered. */
  changedSince: z.string().nullable().default(null),
  who: z.string(),
  at: z.iso.datetime(),
});
export type Answer = z.infer<typeof answerRecord>;
