import { z } from 'zod';
import {
  comparedBy,
  comparisonGroups,
  findingChangeFilterSchema,
  findingChangeSortSchema,
  resourceChangeFilterSchema,
  resourceChangeSortSchema,
} from '../../shared/model/comparison.ts';

export const parts = ['overview', 'findings', 'resources', 'groups', 'savings', 'answers'] as const;

/** What the address of the page holds. */
export const compareSearch = z.object({
  before: z.string().optional().catch(undefined),
  after: z.string().optional().catch(undefined),
  /** By which rules the earlier side is shown. */
  rules: z.enum(comparedBy).optional().catch(undefined),
  groupBy: z.enum(comparisonGroups).optional().catch(undefined),
  groupKey: z.string().optional().catch(undefined),
  part: z.enum(parts).optional().catch(undefined),
  findings: findingChangeFilterSchema.optional().catch(undefined),
  resources: resourceChangeFilterSchema.optional().catch(undefined),
  sortFindings: findingChangeSortSchema.optional().catch(undefined),
  sortResources: resourceChangeSortSchema.optional().catch(undefined),
  /** Reference of the finding, or ARN of the resource, that is open. */
  finding: z.string().optional().catch(undefined),
  resource: z.string().optional().catch(undefined),
  /** Account that sees the resource: several see a shared one. */
  seenFrom: z.coerce.string().optional().catch(undefined),
});
export type CompareSearch = z.infer<typeof compareSearch>;
