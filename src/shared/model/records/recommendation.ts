import { z } from 'zod';
import {
  codeTextsSchema,
  impactSchema,
  kinds,
  recommendationSchema,
  recommendationWordsSchema,
  tracks,
} from '../recommendation.ts';

/** When an action is done: in this order on the roadmap. */
export const horizons = ['now', 'next', 'later', 'done'] as const;
export type Horizon = (typeof horizons)[number];

export const actionStatuses = ['planned', 'in-progress', 'blocked', 'done'] as const;
export type ActionStatus = (typeof actionStatuses)[number];

const day = z.iso.date();

/** Room for all that twenty have which are merged into one. */
export const lists = {
  steps: z.array(z.string()).max(400),
  risks: z.array(z.string()).max(200),
  metrics: z.array(z.string()).max(200),
};

/** Words of one language, of which those that are left out are the library's. */
export const ownWordsSchema = recommendationWordsSchema.extend(lists).partial();
export type OwnWords = z.output<typeof ownWordsSchema>;

/** Where an action stands on the roadmap. */
export const planSchema = z.object({
  /** Null: adopted, and not planned yet. */
  horizon: z.enum(horizons).nullable().default(null),
  /** Place within its horizon, smallest first. */
  order: z.number().default(0),
  owner: z.string().max(120).default(''),
  /** YYYY-MM-DD, both inclusive. */
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  status: z.enum(actionStatuses).default('planned'),
  /** When it was done, and the snapshot that was the newest then. */
  closed: z.object({ at: z.iso.datetime(), snapshot: z.string().nullable() }).nullable().default(null),
});
export type Plan = z.output<typeof planSchema>;

/** An entry that was read from a file, with what of it has no other place in a record. */
const sourceSchema = recommendationSchema
  .pick({ id: true, version: true, effort: true, restart: true, references: true })
  .extend({ code: codeTextsSchema.default({}) });

/** All of a recommendation but what it was merged from. */
const singleSchema = z.object({
  id: z.string(),
  /** The text of the library that it came from, as it was when it was taken or last pulled; null: written here. */
  library: z
    .object({
      id: z.string(),
      version: z.int(),
      /** Digest of the library's words by language, to tell when they have changed. */
      words: z.record(z.string(), z.number()),
    })
    .nullable(),
  /** The entry that was read from a file; null: none was. */
  source: sourceSchema.nullable().default(null),
  /** What the consultant says that it improves, beside what its entry in the library does. */
  impact: impactSchema.default({}),
  /** What was merged into it: ids of the entries, and of the records that they were. */
  merged: z.array(z.string()).default([]),
  /** Those of them that were read from files. */
  parts: z.array(sourceSchema).default([]),
  /** Why it was turned down; null: it was adopted. */
  dismissed: z.string().trim().min(1).max(2000).nullable().default(null),
  /** It was turned down before anybody adopted it: taken back, it is a proposal of the library again. */
  wasProposal: z.boolean().default(false),
  track: z.enum(tracks),
  kind: z.enum(kinds),
  /** Person-days; null: by the size of what it concerns, as the library has it. */
  effort: z.number().positive().max(2000).nullable().default(null),
  checks: z.array(z.string()),
  items: z.array(z.string()).default([]),
  /** Checks of systems outside of AWS whose failures call for it. */
  systemChecks: z.array(z.string()).default([]),
  /** Ids in the library or of records. */
  prerequisites: z.array(z.string()).default([]),
  /** `met` is what a person saw; null: nobody looked. Checks, where there are some, speak for themselves. */
  acceptance: z.array(
    z.object({ id: z.string(), checks: z.array(z.string()), met: z.boolean().nullable().default(null) }),
  ),
  /** By language. */
  words: z.record(z.string(), ownWordsSchema).default({}),
  /** Id of the newest judged snapshot when it was adopted: what became of its findings is told from there. */
  since: z.string().nullable().default(null),
  plan: planSchema.prefault({}),
});

/** A recommendation that the consultant has taken, written or turned down. */
export const recommendationRecordSchema = singleSchema.extend({
  /** Those that were merged into it as they were, what it was itself first; empty: nothing was. */
  joined: z.array(z.lazy((): z.ZodType<RecommendationRecord> => recommendationRecordSchema)).default([]),
});
export interface RecommendationRecord extends z.output<typeof singleSchema> {
  joined: RecommendationRecord[];
}

/** What the roadmap as a whole is planned by; there is one, with the id `roadmap`. */
export const roadmapRecordSchema = z.object({
  id: z.literal('roadmap'),
  /** Person-days a month. */
  capacity: z.number().min(0).max(5000),
});
