import { z } from 'zod';

/** Why two scans have no bill to compare. */
export const billGaps = ['not-read', 'same-month', 'other-currency'] as const;
export type BillGap = (typeof billGaps)[number];

/** What Cost Explorer said of the last whole month before each of two scans, in micros; or why there is nothing to say. */
export const billSchema = z.union([
  z.object({
    gap: z.null(),
    before: z.number(),
    after: z.number(),
    /** YYYY-MM */
    months: z.object({ before: z.string(), after: z.string() }),
    /** How many accounts it is of. */
    accounts: z.number().int(),
  }),
  z.object({ gap: z.enum(billGaps) }),
]);
export type Bill = z.infer<typeof billSchema>;
