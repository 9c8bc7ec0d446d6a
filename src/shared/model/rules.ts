import { z } from 'zod';
import { tagPolicySchema } from './engagement.ts';
import { severities } from './finding.ts';

/** What a judgement went by, kept with it: enough to tell changed rules from changed infrastructure later. */
export const keptRulesSchema = z.object({
  checks: z.record(
    z.string(),
    z.object({
      version: z.number().int(),
      severity: z.enum(severities),
      /** Thresholds that were tuned; those that are not there had the check's own. */
      parameters: z.record(z.string(), z.number()).optional(),
    }),
  ),
  /** Ids of the checks that were switched off. */
  off: z.array(z.string()),
  tagPolicy: tagPolicySchema,
  /** YYYY-MM-DD */
  priceDate: z.string(),
});
export type KeptRules = z.infer<typeof keptRulesSchema>;

const change = { before: z.string(), after: z.string() };

/** One way in which the rules of two judgements differ. */
export const ruleDifferenceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('version'),
    check: z.string(),
    ...change,
    /** This program does not have the code of the earlier version any more, so nobody can judge by it again. */
    lost: z.boolean(),
  }),
  z.object({ kind: z.literal('severity'), check: z.string(), ...change }),
  z.object({ kind: z.literal('threshold'), check: z.string(), name: z.string(), ...change }),
  z.object({ kind: z.literal('switched-off'), check: z.string() }),
  z.object({ kind: z.literal('switched-on'), check: z.string() }),
  /** Judged on one side only, and switched off on neither: not asked for, or not there in that version of Fieldbook. */
  z.object({ kind: z.literal('only-after'), check: z.string() }),
  z.object({ kind: z.literal('only-before'), check: z.string(), lost: z.boolean() }),
  z.object({ kind: z.literal('tag-policy'), ...change }),
  z.object({ kind: z.literal('prices'), ...change }),
]);
export type RuleDifference = z.infer<typeof ruleDifferenceSchema>;
