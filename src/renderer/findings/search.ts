import { z } from 'zod';
import {
  type FilterToken,
  type FindingSort,
  filterTokenSchema,
  findingSortSchema,
  groupNames,
  openTests,
} from '../../shared/model/finding-query.ts';

/** What the address of the page holds: everything that decides what is shown, so that a link shows the same. */
export const findingsSearch = z.object({
  filter: z.array(filterTokenSchema).optional().catch(undefined),
  sort: findingSortSchema.optional().catch(undefined),
  group: z.enum(groupNames).optional().catch(undefined),
  /** Reference of the finding whose panel is open. */
  finding: z.string().optional().catch(undefined),
});
export type FindingsSearch = z.infer<typeof findingsSearch>;

/** What is open, as long as nobody asked for anything else. */
export const firstFilter: FilterToken[] = openTests.map((test, at) => ({
  ...test,
  values: [...test.values],
  ...(at > 0 && { join: 'and' as const }),
}));
export const firstSort: FindingSort = { by: 'severity', direction: 'desc' };
