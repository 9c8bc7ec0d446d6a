import { z } from 'zod';
import { aspects } from '../model/aspect.ts';
import { findingChanges, propertyChangeSchema, resourceChanges } from '../model/comparison.ts';
import { efforts } from '../model/effort.ts';
import { engagementSchema, languages, tagPolicySchema } from '../model/engagement.ts';
import { severities, statuses } from '../model/finding.ts';
import { facetNames, findingFilterSchema, findingSortSchema } from '../model/finding-query.ts';
import { denials, outcomes } from '../model/outcome.ts';
import { pauseSchema, scanProgressSchema, scanStates, scopeSchema } from '../model/scan.ts';
import { call } from './define.ts';

const nothing = z.object({});
const done = z.object({});

const identity = z.object({
  account: z.string(),
  region: z.string(),
  type: z.string(),
  arn: z.string(),
  name: z.string(),
});

const engagementState = engagementSchema.extend({
  path: z.string(),
  readonly: z.boolean(),
  /** Where the file was copied to before it was brought to a newer version. */
  backup: z.string().nullable(),
});

const snapshot = z.object({
  id: z.string(),
  state: z.enum(scanStates),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  accounts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      regions: z.array(z.string()),
      refused: z.string().nullable(),
    }),
  ),
  resources: z.number().int(),
  reads: z.object({ planned: z.number().int(), ok: z.number().int(), failed: z.number().int() }),
  calls: z.number().int(),
  pause: pauseSchema.nullable(),
  judged: z.boolean(),
});

const score = z.object({
  score: z.number().nullable(),
  confidence: z.number(),
  pass: z.number().int(),
  fail: z.number().int(),
  unknown: z.number().int(),
});
const scores = z.object({ overall: score, aspects: z.array(score.extend({ aspect: z.enum(aspects) })) });

const savings = z.object({
  counted: z.number(),
  advisory: z.number(),
  currency: z.literal('USD'),
  priceDate: z.string(),
});

const saving = z.object({
  monthly: z.number(),
  currency: z.literal('USD'),
  /** True when it enters the totals. */
  counted: z.boolean(),
  advisory: z.string().nullable(),
  basis: z.string(),
  priceDate: z.string(),
  effort: z.enum(efforts),
  restart: z.boolean(),
  confidence: z.enum(['high', 'medium', 'low']),
});

const finding = z.object({
  id: z.number().int(),
  ref: z.string(),
  check: z.string(),
  title: z.string(),
  aspect: z.enum(aspects),
  severity: z.enum(severities),
  status: z.enum(statuses),
  reason: z.string(),
  resource: identity,
  subKey: z.string().nullable(),
  saving: saving.nullable(),
});

const findingDetail = finding.extend({
  risk: z.string(),
  steps: z.array(z.string()),
  cli: z.string().nullable(),
  terraform: z.string().nullable(),
  references: z.array(z.string()),
  seen: z.record(z.string(), z.json()),
  reads: z.array(z.string()),
  missing: z.array(z.object({ read: z.string(), outcome: z.string(), permission: z.string().optional() })),
});

const gap = z.object({
  account: z.string(),
  accountName: z.string(),
  regions: z.array(z.string()),
  read: z.string(),
  outcome: z.enum(outcomes),
  denial: z.enum(denials).nullable(),
  permission: z.string().nullable(),
  message: z.string(),
  reads: z.number().int(),
  checks: z.array(z.string()),
});

const window = {
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(50),
};
/** Which snapshot; left out: the newest that has been judged. */
const which = { snapshot: z.string().optional() };

const profile = z.object({
  name: z.string(),
  kind: z.string(),
  region: z.string().nullable(),
  roleArn: z.string().nullable(),
  mfaSerial: z.string().nullable(),
  endpointUrl: z.string().nullable(),
  problem: z.string().nullable(),
});

const checkInfo = z.object({
  id: z.string(),
  version: z.number().int(),
  aspect: z.enum(aspects),
  severity: z.enum(severities),
  effort: z.enum(efforts),
  title: z.string(),
  risk: z.string(),
  resourceTypes: z.array(z.string()),
  reads: z.array(z.string()),
  permissions: z.array(z.string()),
  references: z.array(z.string()),
});

const changeCounts = z.record(z.enum(findingChanges), z.number().int());

/**
 * The API of the engine, by domain, as a run-time value: handlers, the relay of the main process, clients and test
 * doubles are all derived from it. Money is in micros of its currency; times are ISO 8601 in UTC.
 */
export const contract = {
  app: {
    info: call(
      nothing,
      z.object({ version: z.string(), node: z.string(), checks: z.number().int(), reads: z.number().int() }),
    ),
    doctor: call(
      z.object({ path: z.string().optional() }),
      z.object({
        findings: z.array(z.object({ ok: z.boolean(), what: z.string(), next: z.string().nullable() })),
      }),
    ),
    repair: call(
      z.object({ path: z.string(), passphrase: z.string() }),
      z.object({ saved: z.string(), rows: z.number().int(), lost: z.array(z.string()) }),
    ),
  },
  engagement: {
    create: call(
      z.object({
        path: z.string().min(1),
        passphrase: z.string(),
        client: z.string().trim().min(1).max(200),
        consultant: z.string().trim().min(1).max(200),
        scope: z.string().max(2000).default(''),
        language: z.enum(languages).default('en'),
        tagPolicy: tagPolicySchema.default({ required: [] }),
      }),
      engagementState,
    ),
    open: call(
      z.object({ path: z.string().min(1), passphrase: z.string(), readonly: z.boolean().default(false) }),
      engagementState,
    ),
    close: call(nothing, done),
    current: call(nothing, engagementState.nullable()),
    overview: call(
      z.object({ ...which }),
      z.object({
        engagement: engagementState,
        snapshot: snapshot.nullable(),
        scores: scores.nullable(),
        savings: savings.nullable(),
        open: z.record(z.enum(severities), z.number().int()),
        top: z.array(finding),
      }),
    ),
    setTagPolicy: call(z.object({ tagPolicy: tagPolicySchema }), engagementState),
    recent: call(
      nothing,
      z.object({ files: z.array(z.object({ path: z.string(), client: z.string(), openedAt: z.string() })) }),
    ),
  },
  aws: {
    profiles: call(nothing, z.object({ profiles: z.array(profile) })),
    whoami: call(z.object({ profile: z.string() }), z.object({ account: z.string(), arn: z.string() })),
    /** What a scan would read, before it reads anything. */
    plan: call(
      z.object({ scope: scopeSchema }),
      z.object({
        accounts: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            regions: z.array(z.string()),
            regionsOff: z.array(z.string()),
            refused: z.string().nullable(),
          }),
        ),
        reads: z.array(z.object({ id: z.string(), kind: z.enum(['listing', 'facet']), type: z.string() })),
        /** First calls; listings find more to look into. */
        calls: z.number().int(),
        paid: z.array(z.string()),
      }),
    ),
    /** Least-privilege IAM policies for the chosen checks: one document, split where IAM's size limit asks for it. */
    policy: call(
      z.object({ checks: z.array(z.string()).default([]) }),
      z.object({ policies: z.array(z.json()), actions: z.array(z.string()) }),
    ),
  },
  scan: {
    start: call(
      z.object({ scope: scopeSchema }),
      z.object({ snapshot, refused: z.array(z.object({ account: z.string(), message: z.string() })) }),
    ),
    resume: call(
      nothing,
      z.object({ snapshot, refused: z.array(z.object({ account: z.string(), message: z.string() })) }),
    ),
    cancel: call(nothing, z.object({ snapshot })),
    list: call(nothing, z.object({ snapshots: z.array(snapshot) })),
  },
  findings: {
    judge: call(z.object({ ...which }), z.object({ verdicts: z.number().int() })),
    page: call(
      z.object({
        ...which,
        ...window,
        filter: findingFilterSchema.default({}),
        sort: findingSortSchema.default({ by: 'severity', direction: 'desc' }),
      }),
      z.object({ total: z.number().int(), findings: z.array(finding) }),
    ),
    facets: call(
      z.object({ ...which, filter: findingFilterSchema.default({}), by: z.enum(facetNames) }),
      z.object({
        facets: z.array(z.object({ value: z.string(), count: z.number().int(), counted: z.number() })),
      }),
    ),
    /** By its number in this file, or by its reference. */
    get: call(z.object({ ...which, finding: z.union([z.int(), z.string()]) }), findingDetail),
  },
  resources: {
    page: call(
      z.object({
        ...which,
        ...window,
        type: z.string().optional(),
        account: z.string().optional(),
        region: z.string().optional(),
        text: z.string().optional(),
      }),
      z.object({ total: z.number().int(), resources: z.array(identity) }),
    ),
    counts: call(
      z.object({ ...which, by: z.enum(['type', 'account', 'region']) }),
      z.object({ counts: z.array(z.object({ value: z.string(), count: z.number().int() })) }),
    ),
    get: call(
      z.object({ ...which, arn: z.string() }),
      z.object({ resource: identity, body: z.json(), facets: z.record(z.string(), z.json()) }),
    ),
  },
  coverage: {
    get: call(
      z.object({ ...which }),
      z.object({
        reads: z.object({ planned: z.number().int(), ok: z.number().int(), failed: z.number().int() }),
        outcomes: z.array(z.object({ outcome: z.enum(outcomes), reads: z.number().int() })),
        gaps: z.array(gap),
      }),
    ),
  },
  scores: {
    get: call(
      z.object({ ...which }),
      z.object({
        scores,
        savings,
        checks: z.array(
          z.object({
            id: z.string(),
            aspect: z.enum(aspects),
            counts: z.record(z.enum(statuses), z.number().int()),
            counted: z.number(),
            advisory: z.number(),
          }),
        ),
      }),
    ),
  },
  compare: {
    snapshots: call(
      z.object({ before: z.string().optional(), after: z.string().optional() }),
      z.object({
        before: snapshot,
        after: snapshot,
        scores: z.object({ before: scores, after: scores }),
        savings: z.object({ before: savings, after: savings }),
        findings: changeCounts,
        /** Everything but what persists, worst first. */
        changed: z.array(z.object({ change: z.enum(findingChanges), finding })),
        resources: z.record(z.enum(resourceChanges), z.number().int()),
        differences: z.array(
          z.object({
            change: z.enum(resourceChanges),
            resource: identity,
            properties: z.array(propertyChangeSchema),
          }),
        ),
      }),
    ),
  },
  checks: {
    list: call(nothing, z.object({ checks: z.array(checkInfo) })),
  },
  reports: {
    preflight: call(
      z.object({ ...which, language: z.enum(languages).optional() }),
      z.object({ notes: z.array(z.object({ code: z.string(), blocks: z.boolean(), message: z.string() })) }),
    ),
    diagnosis: call(
      z.object({
        ...which,
        path: z.string().min(1),
        language: z.enum(languages).optional(),
        consultantLogo: z.string().optional(),
        clientLogo: z.string().optional(),
        accent: z
          .string()
          .regex(/^#[0-9a-fA-F]{6}$/)
          .optional(),
      }),
      z.object({ path: z.string(), pages: z.number().int(), bytes: z.number().int(), sha256: z.string() }),
    ),
  },
  exchange: {
    export: call(
      z.object({
        ...which,
        what: z.enum(['findings', 'resources', 'coverage', 'calls']),
        format: z.enum(['csv', 'json']),
        path: z.string().min(1),
      }),
      z.object({ path: z.string(), rows: z.number().int() }),
    ),
  },
} as const;

export type Contract = typeof contract;

/** What the engine tells without being asked. */
export const eventSchemas = {
  'scan.progress': scanProgressSchema,
  'judge.progress': z.object({ verdicts: z.number().int() }),
  'report.progress': z.object({ phase: z.string(), done: z.number(), of: z.number() }),
  /** Something in the engagement changed: what is shown may be stale. */
  changed: z.object({ what: z.enum(['engagement', 'snapshot', 'findings', 'reports']) }),
} as const;
export type Events = { [E in keyof typeof eventSchemas]: z.output<(typeof eventSchemas)[E]> };
export type EventName = keyof Events;
