import { z } from 'zod';
import { aspects } from './aspect.ts';
import { severities, statuses } from './finding.ts';

/** Which findings; a property that is left out or empty lets everything through. */
export const findingFilterSchema = z.object({
  status: z.array(z.enum(statuses)).optional(),
  severity: z.array(z.enum(severities)).optional(),
  aspect: z.array(z.enum(aspects)).optional(),
  check: z.array(z.string()).optional(),
  account: z.array(z.string()).optional(),
  region: z.array(z.string()).optional(),
  type: z.array(z.string()).optional(),
  /** Only those with an amount of money. */
  saving: z.boolean().optional(),
  /** Part of the resource's name or ARN, or of the check's id. */
  text: z.string().optional(),
});
export type FindingFilter = z.infer<typeof findingFilterSchema>;

export const findingSortSchema = z.object({
  by: z.enum(['severity', 'saving', 'resource', 'check', 'account', 'region', 'status']),
  direction: z.enum(['asc', 'desc']),
});
export type FindingSort = z.infer<typeof findingSortSchema>;

export const facetNames = ['check', 'aspect', 'severity', 'status', 'account', 'region', 'type'] as const;
