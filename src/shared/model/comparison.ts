import { z } from 'zod';
import { aspects } from './aspect.ts';
import { severities } from './finding.ts';
import type { JsonValue } from './json.ts';
import { tagWishSchema } from './resource-query.ts';

/**
 * What became of a finding between two snapshots. `resolved` needs a successful read in the later one;
 * where a read failed it is `not-rechecked`. `regressed` passed before, `new` was not there or not seen before.
 */
export const findingChanges = [
  'new',
  'regressed',
  'persisting',
  'resolved',
  'no-longer-applicable',
  'not-rechecked',
] as const;
export type FindingChange = (typeof findingChanges)[number];

/** Why nobody can tell what became of a finding. */
export const recheckFailures = ['check-off', 'not-looked-for', 'could-not-tell'] as const;
export type RecheckFailure = (typeof recheckFailures)[number];

/**
 * What made the difference: something in the estate, or other rules (other versions, thresholds, severities, prices).
 * `unseen`: nobody looked on one of the sides, so nobody can tell. `same`: it fails on both.
 */
export const causes = ['infrastructure', 'rules', 'unseen', 'same'] as const;
export type Cause = (typeof causes)[number];

/** By which rules the earlier snapshot is compared: those it was judged by, or those of the later one. */
export const comparedBy = ['as-judged', 'same-rules'] as const;
export type ComparedBy = (typeof comparedBy)[number];

export const resourceChanges = ['added', 'removed', 'changed', 'not-reread'] as const;
export type ResourceChange = (typeof resourceChanges)[number];

export const propertyChangeSchema = z.object({
  /** Facet and property, such as `Policy.Statement` or `Size`. */
  path: z.string(),
  before: z.custom<JsonValue | undefined>(),
  after: z.custom<JsonValue | undefined>(),
});
export type PropertyChange = z.infer<typeof propertyChangeSchema>;

/** What of a comparison is listed: what became of findings, or of resources. */
export const changeKinds = ['findings', 'resources'] as const;
export type ChangeKind = (typeof changeKinds)[number];

const where = {
  account: z.array(z.string()).optional(),
  region: z.array(z.string()).optional(),
  /** Second part of the type, such as `EC2`. */
  service: z.array(z.string()).optional(),
  type: z.array(z.string()).optional(),
  /** Tags as the later snapshot has them, else the earlier one. */
  tag: z.array(tagWishSchema).optional(),
  /** Part of the resource's name or ARN, or of the check's id. */
  text: z.string().optional(),
};

export const findingChangeFilterSchema = z.object({
  change: z.array(z.enum(findingChanges)).optional(),
  severity: z.array(z.enum(severities)).optional(),
  aspect: z.array(z.enum(aspects)).optional(),
  check: z.array(z.string()).optional(),
  cause: z.array(z.enum(causes)).optional(),
  ...where,
});
export type FindingChangeFilter = z.infer<typeof findingChangeFilterSchema>;

export const resourceChangeFilterSchema = z.object({
  change: z.array(z.enum(resourceChanges)).optional(),
  ...where,
});
export type ResourceChangeFilter = z.infer<typeof resourceChangeFilterSchema>;

const direction = z.enum(['asc', 'desc']);
export const findingChangeSortSchema = z.object({
  by: z.enum(['severity', 'change', 'check', 'resource', 'account', 'region']),
  direction,
});
export type FindingChangeSort = z.infer<typeof findingChangeSortSchema>;
export const resourceChangeSortSchema = z.object({
  by: z.enum(['change', 'type', 'resource', 'account', 'region']),
  direction,
});
export type ResourceChangeSort = z.infer<typeof resourceChangeSortSchema>;

export const findingChangeFacets = [
  'change',
  'severity',
  'aspect',
  'check',
  'cause',
  'account',
  'region',
  'service',
  'type',
] as const;
/** What differences can be put together by; `tag` by the values of a key. */
export const comparisonGroups = ['account', 'region', 'service', 'check', 'tag'] as const;
export type ComparisonGroup = (typeof comparisonGroups)[number];
export const resourceChangeFacets = ['change', 'account', 'region', 'service', 'type'] as const;
