import { z } from 'zod';
import { mends, outcomes } from '../model/outcome.ts';
import { call } from './define.ts';
import { gap, which } from './shapes.ts';

/** What was read and what was not. */
export const coverageContract = {
  get: call(
    z.object({ ...which }),
    z.object({
      reads: z.object({ planned: z.number().int(), ok: z.number().int(), failed: z.number().int() }),
      outcomes: z.array(z.object({ outcome: z.enum(outcomes), reads: z.number().int() })),
      /** Verdicts, and how many of them are unknown; null when nothing was judged yet. */
      verdicts: z.object({ all: z.number().int(), unknown: z.number().int() }).nullable(),
      gaps: z.array(gap),
      /** Checks that were switched off, and why: they count neither way. */
      off: z.array(z.object({ check: z.string(), title: z.string(), reason: z.string() })),
    }),
  ),
  /** What would mend the gaps, by who has to do it; the widest first. */
  mends: call(
    z.object({ ...which }),
    z.object({
      mends: z.array(
        z.object({
          mend: z.enum(mends),
          reads: z.number().int(),
          accounts: z.array(
            z.object({
              id: z.string(),
              name: z.string(),
              regions: z.array(z.string()),
              reads: z.number().int(),
            }),
          ),
          /** Names of the reads, each with the IAM action that it lacks. */
          missing: z.array(
            z.object({ read: z.string(), permission: z.string().nullable(), reads: z.number().int() }),
          ),
          /** Checks that could not speak everywhere because of it. */
          checks: z.array(z.string()),
          /** AWS's own words, each once, at most five. */
          messages: z.array(z.string()),
          /** The smallest IAM policies that allow it; none where none would help. */
          policies: z.array(z.json()),
        }),
      ),
    }),
  ),
} as const;
