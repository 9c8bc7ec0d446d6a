import { z } from 'zod';
import { findingChoiceSchema, findingSortSchema } from '../model/finding-query.ts';
import { resourceFilterSchema, resourceSortSchema } from '../model/resource-query.ts';
import { call } from './define.ts';
import { which, window } from './shapes.ts';

/** Tables for other programs. */
export const exchangeContract = {
  export: call(
    z.object({
      ...which,
      what: z.enum(['findings', 'resources', 'coverage', 'calls', 'trail']),
      /** Which findings and in which order; left out, all that ask for attention. */
      findings: z.object({ choice: findingChoiceSchema, sort: findingSortSchema }).optional(),
      /** Which resources and in which order; left out, all by type. */
      resources: z.object({ filter: resourceFilterSchema, sort: resourceSortSchema }).optional(),
      format: z.enum(['csv', 'json']),
      path: z.string().min(1),
    }),
    z.object({ path: z.string(), rows: z.number().int() }),
  ),
  /** The log of calls of a snapshot, in the order in which they were made. */
  calls: call(
    z.object({ ...which, ...window }),
    z.object({
      total: z.number().int(),
      calls: z.array(
        z.object({
          at: z.string(),
          account: z.string(),
          region: z.string(),
          operation: z.string(),
          outcome: z.string(),
          attempt: z.number().int(),
          ms: z.number().int(),
        }),
      ),
    }),
  ),
} as const;
