import { z } from 'zod';
import { phaseSchema } from '../model/engagement.ts';
import { languages } from '../model/languages.ts';
import { closingGapSchema, milestoneSchema, standingSchema } from '../model/milestone.ts';
import { reportKinds } from '../model/report.ts';
import { call } from './define.ts';
import { nothing } from './shapes.ts';

const phases = z.object({
  phases: z.array(phaseSchema.extend({ milestone: milestoneSchema.nullable() })),
  /** As things are now: what the open phase has come to so far. */
  now: z.object({
    standing: standingSchema.nullable(),
    records: z.record(z.string(), z.number().int()),
  }),
});

/** The steps of the engagement; closing one freezes a milestone. A milestone's id stands for its snapshot in any call. */
export const phasesContract = {
  list: call(nothing, phases),
  /** Names, dates, order and number of the phases that are open. What was closed stays as it is. */
  save: call(z.object({ phases: z.array(phaseSchema) }), phases),
  /** What closing would freeze as things are, and what is missing. */
  closing: call(
    z.object({ phase: z.string() }),
    milestoneSchema.pick({ standing: true, records: true, reports: true }).extend({
      missing: z.array(closingGapSchema),
    }),
  ),
  /** Freezes answers, snapshot, decisions, recommendations and reports as they are now. */
  close: call(
    z.object({ phase: z.string(), snapshot: z.string().optional(), note: z.string().max(4000).default('') }),
    milestoneSchema,
  ),
  milestone: call(z.object({ id: z.string() }), milestoneSchema),
  /** Documents of one kind as they were when the phase was closed. */
  records: call(
    z.object({ milestone: z.string(), kind: z.string() }),
    z.object({ documents: z.array(z.json()) }),
  ),
  /** Everything that happened, oldest first. */
  timeline: call(
    nothing,
    z.object({
      events: z.array(
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('snapshot'), at: z.string(), standing: standingSchema }),
          z.object({ kind: z.literal('milestone'), at: z.string(), milestone: milestoneSchema }),
          z.object({
            kind: z.literal('report'),
            at: z.string(),
            id: z.string(),
            report: z.enum(reportKinds),
            language: z.enum(languages),
          }),
          z.object({
            kind: z.literal('phase'),
            at: z.string(),
            phase: z.string(),
            edge: z.enum(['begins', 'ends']),
          }),
        ]),
      ),
    }),
  ),
} as const;
