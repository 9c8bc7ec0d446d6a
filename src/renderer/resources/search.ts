import { z } from 'zod';
import { resourceSortSchema, tagWishSchema } from '../../shared/model/resource-query.ts';

/** A single value stands for a list of one, as links of other pages write it. */
const some = z
  .union([z.array(z.coerce.string()), z.coerce.string().transform((one) => [one])])
  .optional()
  .catch(undefined);

/** What the address of the page holds. */
export const resourcesSearch = z.object({
  /** ARN of the one in the panel. */
  resource: z.string().optional().catch(undefined),
  /** Account that sees it: several see a shared subnet or an organization's trail. */
  seenFrom: z.coerce.string().optional().catch(undefined),
  type: some,
  account: some,
  region: some,
  tag: z.array(tagWishSchema).optional().catch(undefined),
  failing: z.boolean().optional().catch(undefined),
  text: z.coerce.string().optional().catch(undefined),
  sort: resourceSortSchema.optional().catch(undefined),
});
export type ResourcesSearch = z.infer<typeof resourcesSearch>;
