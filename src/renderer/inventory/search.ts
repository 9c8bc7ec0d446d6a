import { z } from 'zod';
import { systemSorts } from '../../shared/contract/inventory.ts';

/** What the address of the page holds. */
export const inventorySearch = z.object({
  view: z.enum(['systems', 'diagram', 'findings']).optional().catch(undefined),
  text: z.string().optional().catch(undefined),
  verdict: z.enum(['fail', 'unknown']).optional().catch(undefined),
  sort: z
    .object({ by: z.enum(systemSorts), direction: z.enum(['asc', 'desc']) })
    .optional()
    .catch(undefined),
  /** Id of the system whose panel is open. */
  system: z.string().optional().catch(undefined),
});
export type InventorySearch = z.infer<typeof inventorySearch>;
