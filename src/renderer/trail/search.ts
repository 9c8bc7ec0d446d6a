import { z } from 'zod';

/** What the address of the page holds. */
export const trailSearch = z.object({
  kind: z.string().optional().catch(undefined),
  person: z.string().optional().catch(undefined),
  day: z.iso.date().optional().catch(undefined),
  /** The step whose panel is open. */
  step: z.string().optional().catch(undefined),
});
export type TrailSearch = z.infer<typeof trailSearch>;
