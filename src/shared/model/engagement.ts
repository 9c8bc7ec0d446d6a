import { z } from 'zod';
import { languages } from './languages.ts';

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

/** Somebody who takes part, on either side of the table. */
export const personSchema = z.object({
  id: z.string(),
  name: z.string().trim().min(1).max(200),
  role: z.string().trim().max(200).default(''),
  side: z.enum(['consultant', 'client']),
});
export type Person = z.infer<typeof personSchema>;

export const phaseKinds = ['assessment', 'suggestions', 'implementation'] as const;
export type PhaseKind = (typeof phaseKinds)[number];

/** A step of the engagement. Phases follow each other in the order of the list; there can be any number. */
export const phaseSchema = z.object({
  id: z.string(),
  kind: z.enum(phaseKinds),
  /** Left empty, it is called after its kind. */
  name: z.string().trim().max(200).default(''),
  /** Dates, YYYY-MM-DD; null: not agreed yet. */
  from: z.iso.date().nullable().default(null),
  to: z.iso.date().nullable().default(null),
  /** When it was closed; null: it is open. */
  closedAt: z.string().nullable().default(null),
});
export type Phase = z.infer<typeof phaseSchema>;

export const engagementSchema = z.object({
  id: z.string(),
  client: z.string().min(1).max(200),
  /** The team that does the work, named on the cover. */
  consultant: z.string().min(1).max(200),
  scope: z.string().max(2000),
  language: z.enum(languages),
  currency: z.literal('USD'),
  tagPolicy: tagPolicySchema,
  people: z.array(personSchema).default([]),
  phases: z.array(phaseSchema).default([]),
  createdAt: z.string(),
  /** The built-in, invented engagement: what happened in it is written down with the days of its story. */
  sample: z.boolean().default(false),
});
export type Engagement = z.infer<typeof engagementSchema>;
