import { z } from 'zod';

/** What the address of the page holds. */
export const roadmapSearch = z.object({
  view: z.enum(['board', 'timeline']).optional().catch(undefined),
  /** Id of the action whose plan is open. */
  action: z.string().optional().catch(undefined),
});
export type RoadmapSearch = z.infer<typeof roadmapSearch>;
