import { z } from 'zod';

/** What the address of the page holds. */
export const phasesSearch = z.object({
  view: z.enum(['timeline']).optional().catch(undefined),
});
