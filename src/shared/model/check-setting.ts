import { z } from 'zod';
import { severities } from './finding.ts';

/** How an engagement wants a check, whole: what is null is as the check has it. */
export const checkSettingSchema = z.object({
  check: z.string(),
  /** Why it is switched off; null: it is on. */
  off: z.string().trim().min(1).max(500).nullable(),
  severity: z.enum(severities).nullable(),
  /** Thresholds by name; those that are left out keep their default. */
  parameters: z.record(z.string(), z.number()).nullable(),
});
export type CheckSetting = z.infer<typeof checkSettingSchema>;
