import { z } from 'zod';
import { aspects } from '../model/aspect.ts';
import { statuses } from '../model/finding.ts';
import { call } from './define.ts';
import { savings, scores, which } from './shapes.ts';

/** Scores and savings of a judgement. */
export const scoresContract = {
  get: call(
    z.object({ ...which }),
    z.object({
      scores,
      savings,
      checks: z.array(
        z.object({
          id: z.string(),
          aspect: z.enum(aspects),
          counts: z.record(z.enum(statuses), z.number().int()),
          counted: z.number(),
          advisory: z.number(),
        }),
      ),
    }),
  ),
} as const;
