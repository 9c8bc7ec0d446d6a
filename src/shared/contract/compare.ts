import { z } from 'zod';
import { billSchema } from '../model/bill.ts';
import {
  causes,
  comparedBy,
  comparisonGroups,
  findingChangeFacets,
  findingChangeFilterSchema,
  findingChangeSortSchema,
  findingChanges,
  propertyChangeSchema,
  recheckFailures,
  resourceChangeFacets,
  resourceChangeFilterSchema,
  resourceChangeSortSchema,
  resourceChanges,
} from '../model/comparison.ts';
import { savingActions } from '../model/money.ts';
import { ruleDifferenceSchema } from '../model/rules.ts';
import { call } from './define.ts';
import {
  changeCounts,
  finding,
  findingDetail,
  identity,
  savings,
  scores,
  snapshot,
  window,
} from './shapes.ts';

/** Two snapshots or milestones; left out, the two newest that were judged. The engine keeps their comparison between calls. */
const pair = { before: z.string().optional(), after: z.string().optional() };
/** By which rules the earlier one is held against the later one. */
const rules = z.enum(comparedBy).default('as-judged');
const findingFilter = { ...pair, rules, filter: findingChangeFilterSchema.default({}) };
const resourceFilter = { ...pair, filter: resourceChangeFilterSchema.default({}) };
const counts = z.object({ counts: z.array(z.object({ value: z.string(), count: z.number().int() })) });
const tagKeys = z.object({
  keys: z.array(z.object({ key: z.string(), count: z.number().int(), lacking: z.number().int() })),
  unread: z.number().int(),
});
const findingRow = z.object({
  change: z.enum(findingChanges),
  cause: z.enum(causes),
  /** As it is now where it persists or appeared, as it was where it is over. */
  finding,
});
const resourceRow = z.object({
  change: z.enum(resourceChanges),
  resource: identity,
  /** What differs; only of those that changed. */
  properties: z.array(propertyChangeSchema),
});
const side = findingDetail.pick({
  status: true,
  severity: true,
  reason: true,
  seen: true,
  missing: true,
  saving: true,
});

const saved = z.object({
  findings: z.number().int(),
  /** Micros a month, by the prices of the earlier judgement and of the later one. */
  was: z.number(),
  is: z.number(),
});
const savedBy = z.array(saved.extend({ value: z.string(), title: z.string() }));
const standings = { scores, savings, findings: changeCounts };

export const compareContract = {
  summary: call(
    z.object({ ...pair, rules }),
    z.object({
      before: snapshot,
      after: snapshot,
      scores: z.object({ before: scores, after: scores }),
      savings: z.object({ before: savings, after: savings }),
      findings: changeCounts,
      resources: z.record(z.enum(resourceChanges), z.number().int()),
    }),
  ),
  findings: call(
    z.object({
      ...findingFilter,
      ...window,
      sort: findingChangeSortSchema.default({ by: 'severity', direction: 'desc' }),
    }),
    z.object({ total: z.number().int(), rows: z.array(findingRow) }),
  ),
  findingCounts: call(z.object({ ...findingFilter, by: z.enum(findingChangeFacets) }), counts),
  findingTagKeys: call(z.object(findingFilter), tagKeys),
  findingTagValues: call(z.object({ ...findingFilter, key: z.string() }), counts),
  /** One by its reference, as each snapshot saw it; null where a snapshot has no verdict of it. */
  finding: call(
    z.object({ ...pair, rules, ref: z.string() }),
    findingRow.extend({
      before: side.nullable(),
      after: side.nullable(),
      evidence: z.array(propertyChangeSchema),
      /** Set for those that were not re-checked. */
      failure: z.enum(recheckFailures).nullable(),
    }),
  ),
  resources: call(
    z.object({
      ...resourceFilter,
      ...window,
      sort: resourceChangeSortSchema.default({ by: 'change', direction: 'asc' }),
    }),
    z.object({ total: z.number().int(), rows: z.array(resourceRow) }),
  ),
  resourceCounts: call(z.object({ ...resourceFilter, by: z.enum(resourceChangeFacets) }), counts),
  resourceTagKeys: call(z.object(resourceFilter), tagKeys),
  resourceTagValues: call(z.object({ ...resourceFilter, key: z.string() }), counts),
  /** `account`: which of the accounts that see it; else the first. */
  resource: call(z.object({ ...pair, arn: z.string(), account: z.string().optional() }), resourceRow),
  /**
   * Whether both went by the same rules, in what they differ, and what made the differences. Where they differ, the
   * earlier snapshot is judged again in memory by the rules of the later one, which can take seconds.
   */
  rules: call(
    z.object(pair),
    z.object({
      differ: z.boolean(),
      /** False: one of the judgements is of a version of Fieldbook that did not keep its rules. */
      kept: z.boolean(),
      differences: z.array(
        z.object({
          difference: ruleDifferenceSchema,
          /** Of its check. */
          title: z.string().nullable(),
          /** Name of the threshold that is another one. */
          threshold: z.string().nullable(),
        }),
      ),
      /** Checks of the later judgement whose version this program does not have; its own stood in. */
      lost: z.array(z.string()),
      causes: z.record(z.enum(causes), z.number().int()),
      /** What the earlier snapshot comes to by the rules of the later one; null where both went by the same. */
      sameRules: z.object(standings).nullable(),
    }),
  ),
  /** How the changes of findings or resources fall by a property, each group with the counts of its states. */
  groups: call(
    z.object({
      ...pair,
      rules,
      of: z.enum(['findings', 'resources']).default('findings'),
      by: z.enum(comparisonGroups),
      /** Key of the tag. */
      key: z.string().optional(),
      filter: findingChangeFilterSchema.default({}),
    }),
    z.object({
      groups: z.array(
        z.object({
          /** Null: without the tag, or of unread tags. */
          value: z.string().nullable(),
          known: z.boolean(),
          title: z.string(),
          total: z.number().int(),
          counts: z.record(z.string(), z.number().int()),
        }),
      ),
    }),
  ),
  /** What was realised of the savings that the earlier judgement named. */
  savings: call(
    z.object({ ...pair, ...window }),
    z.object({
      priceDate: z.object({ was: z.string(), is: z.string() }),
      currency: z.literal('USD'),
      total: saved,
      /** Realised too, and in no sum. */
      advisory: saved,
      /** Savings that are not named any more because of other rules: nothing was saved by them. */
      byRules: z.object({ findings: z.number().int(), was: z.number() }),
      byCheck: savedBy,
      byAccount: savedBy,
      byService: savedBy,
      changes: z.number().int(),
      rows: z.array(
        z.object({
          check: z.string(),
          title: z.string(),
          resource: identity,
          how: z.enum(['gone', 'changed']),
          action: z.enum(savingActions),
          /** First those that the finding's evidence names. */
          properties: z.array(propertyChangeSchema),
          was: z.number(),
          is: z.number(),
          counted: z.boolean(),
        }),
      ),
      /** Never mixed with list prices. */
      bill: billSchema,
    }),
  ),
  /** Answers then and now. `kept` is false where a side is a snapshot whose answers nobody froze. */
  answers: call(
    z.object(pair),
    z.object({
      kept: z.boolean(),
      same: z.number().int(),
      changes: z.array(
        z.object({
          item: z.string(),
          /** Null: a question that this version does not have. */
          question: z.string().nullable(),
          before: z.string().nullable(),
          after: z.string().nullable(),
        }),
      ),
    }),
  ),
} as const;
