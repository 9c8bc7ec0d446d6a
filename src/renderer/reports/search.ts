import { z } from 'zod';
import { reportKinds } from '../../shared/model/report.ts';

/** What the address of the page holds. */
export const reportsSearch = z.object({
  /** Making one, or what was made. */
  view: z.enum(['make', 'made']).optional().catch(undefined),
  /** Left out: the diagnosis. */
  kind: z.enum(reportKinds).optional().catch(undefined),
  /** The earlier snapshot or milestone of a progress report. */
  from: z.string().optional().catch(undefined),
});
