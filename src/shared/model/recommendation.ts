import { z } from 'zod';
import { rule } from '../shape.ts';
import { aspects } from './aspect.ts';

/** The three tracks of an implementation. */
export const tracks = ['automation', 'infrastructure', 'observability'] as const;
export type Track = (typeof tracks)[number];

/**
 * What a recommendation gives: pipelines that do what developers do by hand, practices of the industry, governance
 * (traceability, standardization and regulation of what runs in the cloud), or an enhancement of the infrastructure.
 */
export const kinds = ['pipelines', 'best-practices', 'governance', 'enhancements'] as const;
export type Kind = (typeof kinds)[number];

/** `gp3-everywhere`; the words of one language hang on it, and so do recommendations in engagements. */
const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/);

/** One of the conditions by which a client and a consultant agree that the work is done. */
export const acceptanceSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
  /** Ids of the checks that prove it; none: a person looks. */
  checks: z.array(id),
});

/** 1: noticeable, 2: clear, 3: the reason to do it. */
export const impactSchema = z.partialRecord(
  z.enum(aspects),
  z.union([z.literal(1), z.literal(2), z.literal(3)]),
);
export type ImpactByAspect = z.infer<typeof impactSchema>;

/** The part of a recommendation that is the same in every language. */
export const recommendationSchema = z.strictObject({
  /** Stable for ever: recommendations of all engagements hang on it. */
  id,
  /** Raised when the advice changes, not when a word does. */
  version: z.int().min(1),
  track: z.enum(tracks),
  kind: z.enum(kinds),
  /** Person-days of an experienced engineer for up to 50, 500 and 5,000 resources concerned. */
  effort: z.strictObject({
    small: z.number().positive(),
    medium: z.number().positive(),
    large: z.number().positive(),
  }),
  impact: impactSchema.refine((impact) => Object.keys(impact).length > 0, {
    error: 'Name at least one aspect.',
    params: rule('aspect'),
  }),
  /** Something that runs must be restarted or replaced, so that a window has to be agreed. */
  restart: z.boolean(),
  /** Ids of the checks whose failures it resolves. */
  checks: z.array(id),
  /** Ids of the checklist items whose answers call for it. */
  items: z.array(z.string()),
  /** Ids of the checks of systems outside of AWS whose failures call for it. */
  systemChecks: z.array(id).default([]),
  /** Ids of recommendations to carry out before it. */
  prerequisites: z.array(id),
  acceptance: z.array(acceptanceSchema).min(1),
  /** Ids in public schemes, such as `WA:COST06-BP02`, as checks have them. */
  references: z.array(z.string().regex(/^(WA|CIS-7\.0|FSBP|HIPAA):\S+$/)),
  /** Names of files in resources/recommendations/code. */
  code: z.strictObject({ terraform: z.string().nullable(), cli: z.string().nullable() }),
});
export type Recommendation = z.infer<typeof recommendationSchema>;

/** The files of code themselves, where a recommendation leaves with them. */
export const codeTextsSchema = z.strictObject({
  terraform: z.string().optional(),
  cli: z.string().optional(),
});
export type CodeTexts = z.infer<typeof codeTextsSchema>;

/** The words of a recommendation in one language. */
export const recommendationWordsSchema = z.strictObject({
  title: z.string(),
  /** What the present state means for the client. */
  problem: z.string(),
  /** What will be true afterwards. */
  outcome: z.string(),
  steps: z.array(z.string()).min(4).max(8),
  /** A sentence for each id of the recommendation's `acceptance`. */
  acceptance: z.record(z.string(), z.string()),
  /** Each with how to contain it. */
  risks: z.array(z.string()).min(1).max(3),
  /** What will show success. */
  metrics: z.array(z.string()).min(1).max(3),
});
export type RecommendationWords = z.infer<typeof recommendationWordsSchema>;
