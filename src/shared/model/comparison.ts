import { z } from 'zod';
import type { JsonValue } from './json.ts';

/**
 * What became of a finding between two snapshots. `resolved` needs a successful read in the later one;
 * where a read failed it is `not-rechecked`. `regressed` passed before, `new` was not there or not seen before.
 */
export const findingChanges = [
  'new',
  'regressed',
  'persisting',
  'resolved',
  'no-longer-applicable',
  'not-rechecked',
] as const;
export type FindingChange = (typeof findingChanges)[number];

export const resourceChanges = ['added', 'removed', 'changed', 'not-reread'] as const;
export type ResourceChange = (typeof resourceChanges)[number];

export const propertyChangeSchema = z.object({
  /** Facet and property, such as `Policy.Statement` or `Size`. */
  path: z.string(),
  before: z.custom<JsonValue | undefined>(),
  after: z.custom<JsonValue | undefined>(),
});
export type PropertyChange = z.infer<typeof propertyChangeSchema>;
