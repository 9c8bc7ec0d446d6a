import { z } from 'zod';
import { evidenceFilterSchema } from '../../shared/contract/evidence.ts';

/** What the address of the page holds: which pieces are shown, and which one is open. */
export const evidenceSearch = z.object({
  filter: evidenceFilterSchema.optional().catch(undefined),
  piece: z.string().optional().catch(undefined),
});
export type EvidenceSearch = z.infer<typeof evidenceSearch>;
