import { z } from 'zod';
import { findingIdentitySchema } from '../decision.ts';

/** What somebody wrote beside a finding. */
export const commentRecord = z.object({
  id: z.string(),
  finding: findingIdentitySchema,
  /** Markdown, shown as plain text. */
  text: z.string().trim().min(1).max(10_000),
  by: z.string(),
  at: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable().default(null),
});
