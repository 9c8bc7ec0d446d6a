import { z } from 'zod';

/** What the client has agreed every resource must carry. */
export const tagPolicySchema = z.object({
  required: z.array(
    z.object({
      key: z.string().min(1).max(128),
      /** Accepted values; empty: any value that is not empty. */
      values: z.array(z.string()).default([]),
    }),
  ),
});
export type TagPolicy = z.infer<typeof tagPolicySchema>;

export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

export const engagementSchema = z.object({
  id: z.string(),
  client: z.string().min(1).max(200),
  /** The team that does the work, named on the cover. */
  consultant: z.string().min(1).max(200),
  scope: z.string().max(2000),
  language: z.enum(languages),
  currency: z.literal('USD'),
  tagPolicy: tagPolicySchema,
  createdAt: z.string(),
});
export type Engagement = z.infer<typeof engagementSchema>;
