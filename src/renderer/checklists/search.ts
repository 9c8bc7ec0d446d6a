import { z } from 'zod';

export const shows = ['open', 'proposed', 'differs', 'unreasoned', 'not-applicable', 'changed'] as const;
export const views = ['questions', 'maturity', 'templates'] as const;

/** What the address of the page holds. */
export const checklistsSearch = z.object({
  view: z.enum(views).optional().catch(undefined),
  checklist: z.string().optional().catch(undefined),
  item: z.string().optional().catch(undefined),
  show: z.enum(shows).optional().catch(undefined),
  mode: z.literal('interview').optional().catch(undefined),
});
export type ChecklistsSearch = z.infer<typeof checklistsSearch>;

/** Changes a part of the address. */
export type Change = (more: Partial<ChecklistsSearch>) => void;
