import { z } from 'zod';
import { severities, statuses } from '../model/finding.ts';
import {
  findingChoiceSchema,
  findingFilterSchema,
  findingSortSchema,
  findingViewSchema,
  groupNames,
} from '../model/finding-query.ts';
import { commentRecord } from '../model/records/comment.ts';
import { decisionEvent, decisionView } from './decisions.ts';
import { call } from './define.ts';
import { done, finding, findingDetail, nothing, which, window } from './shapes.ts';

const query = {
  filter: findingFilterSchema.default({}),
  sort: findingSortSchema.default({ by: 'severity', direction: 'desc' }),
};

/** Findings that share a value of a property, with what the value is called. Money in micros a month. */
const group = z.object({
  value: z.string(),
  label: z.string(),
  /** What tells it from others of that name, such as an id or ARN. */
  detail: z.string().nullable(),
  count: z.number().int(),
  counted: z.number(),
});

const grouping = z.object({ by: z.enum(groupNames), open: z.array(z.string()).max(1000) });

const view = z.object({ id: z.string(), name: z.string(), view: findingViewSchema });

/** Verdicts of the checks over a snapshot. */
export const findingsContract = {
  judge: call(z.object({ ...which }), z.object({ verdicts: z.number().int() })),
  page: call(
    z.object({ ...which, ...window, ...query }),
    z.object({ total: z.number().int(), findings: z.array(finding) }),
  ),
  /** Rows that stand for groups, each followed by its findings when its value is among the open ones. */
  grouped: call(
    z.object({
      ...which,
      ...window,
      ...query,
      group: grouping,
    }),
    z.object({
      total: z.number().int(),
      rows: z.array(
        z.discriminatedUnion('kind', [
          group.extend({
            kind: z.literal('group'),
            /** What the value is of: a grid that changes its grouping still holds rows of the one before. */
            by: z.enum(groupNames),
            open: z.boolean(),
          }),
          finding.extend({ kind: z.literal('finding') }),
        ]),
      ),
    }),
  ),
  /** The row at which a finding stands in `page` or `grouped`, or its group; null where the filter leaves it out. */
  place: call(
    z.object({ ...which, ...query, group: grouping.optional(), finding: z.int() }),
    z.object({ row: z.int().nullable() }),
  ),
  /** How the findings fall by a property, largest first. */
  facets: call(
    z.object({
      ...which,
      filter: findingFilterSchema.default({}),
      by: z.enum(groupNames),
      /** Of the largest so many. */
      limit: z.number().int().min(1).max(1000).default(1000),
    }),
    z.object({ facets: z.array(group) }),
  ),
  /** By its number in this file, or by its reference. */
  get: call(
    z.object({ ...which, finding: z.union([z.int(), z.string()]) }),
    findingDetail.extend({
      /** All that cover it: the one that applies first. */
      decisions: z.array(decisionView),
      decided: z.array(decisionEvent),
      /** Oldest first. */
      comments: z.array(commentRecord),
    }),
  ),
  /** What each judged snapshot says of the finding, oldest first. */
  history: call(
    z.object({ ...which, finding: z.union([z.int(), z.string()]) }),
    z.object({
      history: z.array(
        z.object({
          snapshot: z.string(),
          startedAt: z.string(),
          /** Null when the snapshot has no such finding. */
          status: z.enum(statuses).nullable(),
          severity: z.enum(severities).nullable(),
          saving: z.number().nullable(),
        }),
      ),
    }),
  ),
  /** The chosen findings as text for a ticket; at most 500 of them. */
  markdown: call(
    z.object({ ...which, choice: findingChoiceSchema, sort: query.sort }),
    z.object({ text: z.string(), findings: z.number().int(), left: z.number().int() }),
  ),
  /** Ways to look at findings that were given a name; they travel with the engagement. */
  views: call(nothing, z.object({ views: z.array(view) })),
  /** Keeps a view; one of the same name is replaced. */
  saveView: call(z.object({ name: z.string().trim().min(1).max(80), view: findingViewSchema }), view),
  deleteView: call(z.object({ id: z.string() }), done),
} as const;
