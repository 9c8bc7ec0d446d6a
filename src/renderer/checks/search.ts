import { z } from 'zod';
import { aspects } from '../../shared/model/aspect.ts';

export const checkSorts = ['title', 'aspect', 'severity', 'fails', 'effort', 'state'] as const;

/** What the address of the page holds. */
export const checksSearch = z.object({
  /** Id of the check whose panel is open. */
  check: z.string().optional().catch(undefined),
  text: z.string().optional().catch(undefined),
  aspect: z.enum(aspects).optional().catch(undefined),
  show: z.enum(['failing', 'off', 'tuned']).optional().catch(undefined),
  sort: z
    .object({ by: z.enum(checkSorts), direction: z.enum(['asc', 'desc']) })
    .optional()
    .catch(undefined),
});
export type ChecksSearch = z.infer<typeof checksSearch>;
