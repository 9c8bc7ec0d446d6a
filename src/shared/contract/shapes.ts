import { z } from 'zod';
import { aspects } from '../model/aspect.ts';
import { findingChanges } from '../model/comparison.ts';
import { decisionStates, decisionVerdicts } from '../model/decision.ts';
import { efforts } from '../model/effort.ts';
import { engagementSchema } from '../model/engagement.ts';
import { severities, statuses } from '../model/finding.ts';
import { denials, outcomes } from '../model/outcome.ts';
import { pauseSchema, scanStates } from '../model/scan.ts';
import { reasonSchema } from '../reason.ts';

export const nothing = z.object({});
export const done = z.object({});

export const identity = z.object({
  account: z.string(),
  region: z.string(),
  type: z.string(),
  arn: z.string(),
  name: z.string(),
});

export const engagementState = engagementSchema.extend({
  path: z.string(),
  readonly: z.boolean(),
  /** Where the file was copied to before it was brought to a newer version. */
  backup: z.string().nullable(),
});

export const snapshot = z.object({
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
  note: z.string(),
  /** What its resources added to the file; null for one from before this was counted. */
  bytes: z.number().int().nullable(),
});

export const score = z.object({
  score: z.number().nullable(),
  confidence: z.number(),
  pass: z.number().int(),
  fail: z.number().int(),
  unknown: z.number().int(),
});
export const scores = z.object({
  overall: score,
  aspects: z.array(score.extend({ aspect: z.enum(aspects) })),
});

export const savings = z.object({
  counted: z.number(),
  advisory: z.number(),
  currency: z.literal('USD'),
  priceDate: z.string(),
  /** Of findings that were accepted or called false, counted and advisory; in neither of the two above. */
  aside: z.number().default(0),
});

export const saving = z.object({
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

/** What was decided of a finding, in short. */
export const decisionShort = z.object({
  id: z.string(),
  verdict: z.enum(decisionVerdicts),
  /** `expired`: it does not hold any more. */
  state: z.enum(decisionStates),
  owner: z.string(),
  expires: z.string().nullable(),
});

export const finding = z.object({
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
  decision: decisionShort.nullable().default(null),
});

export const findingDetail = finding.extend({
  /** Version of the check that gave the verdict. */
  version: z.number().int(),
  effort: z.enum(efforts),
  accountName: z.string(),
  /** The resource in the AWS console; null for types that have no page there. */
  consoleUrl: z.url().nullable(),
  risk: z.string(),
  steps: z.array(z.string()),
  cli: z.string().nullable(),
  terraform: z.string().nullable(),
  references: z.array(z.string()),
  seen: z.record(z.string(), z.json()),
  reads: z.array(z.string()),
  missing: z.array(z.object({ read: z.string(), outcome: z.string(), permission: z.string().optional() })),
});

/** Failing findings of one check, as one thing to do. */
export const action = z.object({
  check: z.string(),
  title: z.string(),
  aspect: z.enum(aspects),
  severity: z.enum(severities),
  effort: z.enum(efforts),
  findings: z.number().int(),
  counted: z.number(),
  advisory: z.number(),
});

export const gap = z.object({
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

export const window = {
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(50),
};
/** Which snapshot; left out: the newest that has been judged. */
export const which = { snapshot: z.string().optional() };

export const profile = z.object({
  name: z.string(),
  kind: z.string(),
  region: z.string().nullable(),
  roleArn: z.string().nullable(),
  mfaSerial: z.string().nullable(),
  endpointUrl: z.string().nullable(),
  /** Why it cannot be used, in English and by its reason. */
  problem: z.object({ message: z.string(), reason: reasonSchema }).nullable(),
  /** What to run in a terminal to sign in; null where no such command exists. */
  signIn: z.string().nullable(),
});

/** A threshold of a check that can be tuned. */
export const checkParameter = z.object({
  name: z.string(),
  /** What it means, in the reader's language. */
  label: z.string(),
  kind: z.enum(['number', 'integer']),
  default: z.number(),
  /** In force now. */
  value: z.number(),
  least: z.number().nullable(),
  most: z.number().nullable(),
});

export const checkInfo = z.object({
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
  steps: z.array(z.string()),
  parameters: z.array(checkParameter),
  /** The check's own, where the engagement has set another. */
  ownSeverity: z.enum(severities),
  /** Why it is switched off in this engagement; null: it is on. */
  off: z.string().nullable(),
});

export const changeCounts = z.record(z.enum(findingChanges), z.number().int());
