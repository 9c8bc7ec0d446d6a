import { z } from 'zod';
import { aspects } from './aspect.ts';
import { phaseSchema } from './engagement.ts';
import { severities } from './finding.ts';

const score = z.object({
  score: z.number().nullable(),
  confidence: z.number(),
  pass: z.number().int(),
  fail: z.number().int(),
  unknown: z.number().int(),
});

/** What the findings of a phase came to when it was closed; money in micros of the currency. */
export const standingSchema = z.object({
  snapshot: z.string(),
  startedAt: z.string(),
  /** Digest of the rules that it was judged by. */
  rules: z.string(),
  scores: z.object({
    overall: score,
    aspects: z.array(score.extend({ aspect: z.enum(aspects) })),
  }),
  savings: z.object({
    counted: z.number(),
    advisory: z.number(),
    /** Of findings that were accepted or called false; in neither of the two. */
    aside: z.number().default(0),
    currency: z.literal('USD'),
    priceDate: z.string(),
  }),
  open: z.record(z.enum(severities), z.number().int()),
  reads: z.object({ planned: z.number().int(), ok: z.number().int(), failed: z.number().int() }),
  resources: z.number().int(),
});
export type Standing = z.infer<typeof standingSchema>;

/** A closed phase as it was: it can be looked at for ever, and never changed. */
export const milestoneSchema = z.object({
  id: z.string(),
  phase: phaseSchema,
  closedAt: z.string(),
  closedBy: z.string(),
  note: z.string(),
  /** Null when nothing had been judged. */
  standing: standingSchema.nullable(),
  /** How many documents of each kind were frozen with it. */
  records: z.record(z.string(), z.number().int()),
  reports: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      language: z.string(),
      madeAt: z.string(),
      file: z.string(),
      pages: z.number().int(),
      sha256: z.string(),
    }),
  ),
});
export type Milestone = z.infer<typeof milestoneSchema>;

/** What is missing when a phase is about to be closed. None of it forbids closing. */
export const closingGaps = [
  'no-snapshot',
  'scan-under-way',
  'coverage-gaps',
  'unanswered',
  'unreasoned',
  'no-report',
] as const;
export const closingGapSchema = z.object({ kind: z.enum(closingGaps), count: z.number().int() });
export type ClosingGap = z.infer<typeof closingGapSchema>;
