import { z } from 'zod';
import { checkSettingSchema } from '../model/check-setting.ts';
import { statuses } from '../model/finding.ts';
import { call } from './define.ts';
import { checkInfo, nothing, savings, scores, which } from './shapes.ts';

const settings = z.array(checkSettingSchema).min(1);
const counts = z.record(z.enum(statuses), z.number().int());

/** The catalogue of checks, and how the engagement has set them. */
export const checksContract = {
  list: call(nothing, z.object({ checks: z.array(checkInfo) })),
  /**
   * What a snapshot would say under other settings; nothing is written. `changes` are the verdicts whose status
   * differs, those that come or go included, by check.
   */
  preview: call(
    z.object({ ...which, settings }),
    z.object({
      changes: z.array(
        z.object({
          check: z.string(),
          title: z.string(),
          verdicts: z.number().int(),
          before: counts,
          after: counts,
        }),
      ),
      scores: z.object({ before: scores, after: scores }),
      savings: z.object({ before: savings, after: savings }),
    }),
  ),
  /**
   * Keeps settings and judges every judged snapshot by them. Cancelled or failed, all is as before. `former` gives
   * the settings that it replaced, to be handed to this call when it is to be undone.
   */
  configure: call(
    z.object({ settings }),
    z.object({ former: z.array(checkSettingSchema), snapshots: z.number().int() }),
  ),
} as const;
