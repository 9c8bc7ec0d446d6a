import { z } from 'zod';

/** A tag that is wanted: with this value; with any value when it is left out; null: without the key. */
export const tagWishSchema = z.object({
  key: z.string().min(1),
  value: z.string().nullable().optional(),
});
export type TagWish = z.infer<typeof tagWishSchema>;

/** Which resources; a property that is left out or empty lets everything through. */
export const resourceFilterSchema = z.object({
  type: z.array(z.string()).optional(),
  account: z.array(z.string()).optional(),
  region: z.array(z.string()).optional(),
  /** Wishes of one key are alternatives; those of several keys hold together. */
  tag: z.array(tagWishSchema).optional(),
  /** Only those with a finding that fails. */
  failing: z.boolean().optional(),
  /** Part of the name or ARN. */
  text: z.string().optional(),
});
export type ResourceFilter = z.infer<typeof resourceFilterSchema>;

export const resourceSortSchema = z.object({
  by: z.enum(['type', 'name', 'account', 'region', 'failing']),
  direction: z.enum(['asc', 'desc']),
});
export type ResourceSort = z.infer<typeof resourceSortSchema>;

export const resourceFacets = ['type', 'account', 'region'] as const;
export type ResourceFacet = (typeof resourceFacets)[number];
