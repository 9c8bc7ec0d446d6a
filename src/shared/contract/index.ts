import { z } from 'zod';
import { reportPhases } from '../model/report.ts';
import { promptSchema, scanProgressSchema } from '../model/scan.ts';
import { appContract } from './app.ts';
import { awsContract } from './aws.ts';
import { checklistsContract } from './checklists.ts';
import { checksContract } from './checks.ts';
import { compareContract } from './compare.ts';
import { coverageContract } from './coverage.ts';
import { commentsContract, decisionsContract, trailContract } from './decisions.ts';
import { engagementContract } from './engagement.ts';
import { evidenceContract } from './evidence.ts';
import { exchangeContract } from './exchange.ts';
import { findingsContract } from './findings.ts';
import { historyContract } from './history.ts';
import { inventoryContract } from './inventory.ts';
import { phasesContract } from './phases.ts';
import { recommendationsContract } from './recommendations.ts';
import { reportsContract } from './reports.ts';
import { resourcesContract } from './resources.ts';
import { roadmapContract } from './roadmap.ts';
import { scanContract } from './scan.ts';
import { scoresContract } from './scores.ts';
import { storageContract } from './storage.ts';
import { workspaceContract } from './workspace.ts';

/**
 * The API of the engine, by domain, as a run-time value: handlers, the relay of the main process, clients and test
 * doubles are all derived from it. Money is in micros of its currency; times are ISO 8601 in UTC.
 */
export const contract = {
  app: appContract,
  engagement: engagementContract,
  aws: awsContract,
  scan: scanContract,
  findings: findingsContract,
  resources: resourcesContract,
  coverage: coverageContract,
  scores: scoresContract,
  compare: compareContract,
  checks: checksContract,
  checklists: checklistsContract,
  reports: reportsContract,
  exchange: exchangeContract,
  history: historyContract,
  phases: phasesContract,
  decisions: decisionsContract,
  comments: commentsContract,
  trail: trailContract,
  recommendations: recommendationsContract,
  roadmap: roadmapContract,
  evidence: evidenceContract,
  inventory: inventoryContract,
  workspace: workspaceContract,
  storage: storageContract,
} as const;

export type Contract = typeof contract;

/** What the engine tells without being asked. */
export const eventSchemas = {
  'scan.progress': scanProgressSchema,
  /** A person is needed; `aws.answerPrompt` goes on. */
  prompt: promptSchema,
  /** It was answered, or nobody waits for the answer any more. */
  'prompt.closed': z.object({ id: z.string() }),
  'judge.progress': z.object({ verdicts: z.number().int() }),
  /** What is done of one of the stages. */
  'report.progress': z.object({ phase: z.enum(reportPhases), done: z.number(), of: z.number() }),
  /** Bytes written so far, of about how many. */
  'storage.progress': z.object({ done: z.number(), of: z.number() }),
  /** Something in the engagement changed: what is shown may be stale. */
  changed: z.object({
    what: z.enum([
      'engagement',
      'snapshot',
      'findings',
      'reports',
      'records',
      'workspace',
      'storage',
      'recent',
    ]),
    /** Of records: their kinds. */
    kinds: z.array(z.string()).optional(),
  }),
} as const;
export type Events = { [E in keyof typeof eventSchemas]: z.output<(typeof eventSchemas)[E]> };
export type EventName = keyof Events;
