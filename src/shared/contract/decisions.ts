import { z } from 'zod';
import { decisionScopeSchema, decisionStates } from '../model/decision.ts';
import { findingChoiceSchema } from '../model/finding-query.ts';
import { commentRecord } from '../model/records/comment.ts';
import { decisionRecord } from '../model/records/decision.ts';
import { call } from './define.ts';
import { which, window } from './shapes.ts';

const step = { step: z.string() };
const finding = z.union([z.int(), z.string()]);

/** What is decided, without of what. */
const content = {
  verdict: decisionRecord.shape.verdict,
  reason: decisionRecord.shape.reason,
  owner: decisionRecord.shape.owner,
  expires: decisionRecord.shape.expires.default(null),
};

/** A decision with what it comes to. */
export const decisionView = decisionRecord.extend({
  /** Whether it holds today, and as what. */
  state: z.enum(decisionStates),
  /** Its scope in words. */
  label: z.string(),
  /** Reference of the finding that it is about; null for wider scopes. */
  ref: z.string().nullable(),
});

/** What was decided of a finding over time, newest first. */
export const decisionEvent = z.object({
  at: z.string(),
  who: z.string(),
  /** In a sentence. */
  sentence: z.string(),
  reason: z.string().nullable(),
});

/**
 * Decisions hang on what findings are, never on row numbers, so they survive every scan. There is one for each scope:
 * deciding again replaces it. Of several that cover a finding the narrowest applies, then the newest; one that has
 * expired applies to nothing.
 */
export const decisionsContract = {
  decide: call(
    z.object({ scope: decisionScopeSchema, ...content }),
    z.object({ ...step, decision: decisionRecord }),
  ),
  /** The same of each of the chosen findings, as one step; of at most 2,000: a wider scope says more in one line. */
  decideMany: call(
    z.object({ ...which, choice: findingChoiceSchema, ...content }),
    z.object({ ...step, decided: z.number().int() }),
  ),
  /** Takes decisions away. */
  lift: call(z.object({ ids: z.array(z.string()).min(1) }), z.object({ ...step, lifted: z.number().int() })),
  /** Newest first, each with how many findings of the snapshot it applies to. */
  list: call(
    z.object({ ...which, ...window, state: z.array(z.enum(decisionStates)).optional() }),
    z.object({
      total: z.number().int(),
      decisions: z.array(decisionView.extend({ findings: z.number().int() })),
    }),
  ),
  /** What a decision about a finding could be about, narrowest first, with the open findings of each. */
  scopes: call(
    z.object({ ...which, finding }),
    z.object({
      scopes: z.array(
        z.object({ scope: decisionScopeSchema, label: z.string(), findings: z.number().int() }),
      ),
    }),
  ),
} as const;

/** What people write beside a finding. */
export const commentsContract = {
  add: call(
    z.object({ ...which, finding, text: commentRecord.shape.text }),
    z.object({ ...step, comment: commentRecord }),
  ),
  edit: call(
    z.object({ id: z.string(), text: commentRecord.shape.text }),
    z.object({ ...step, comment: commentRecord }),
  ),
  remove: call(z.object({ id: z.string() }), z.object(step)),
} as const;

/** Every change of everything that people write, newest first: a step an entry. */
export const trailContract = {
  page: call(
    z.object({
      ...window,
      kind: z.string().optional(),
      person: z.string().optional(),
      /** `YYYY-MM-DD`, UTC. */
      day: z.iso.date().optional(),
    }),
    z.object({
      total: z.number().int(),
      entries: z.array(
        z.object({
          step: z.string(),
          at: z.string(),
          who: z.string(),
          what: z.string(),
          kind: z.string(),
          sentence: z.string(),
          /** Records that the step changed. */
          records: z.number().int(),
          /** Of the first of them. */
          changes: z.array(
            z.object({ path: z.string(), before: z.json().nullable(), after: z.json().nullable() }),
          ),
          /** True when everything that it wrote is still as it left it. */
          undoable: z.boolean(),
        }),
      ),
    }),
  ),
  /** What can be asked for: kinds with their names, and people. */
  facets: call(
    z.object({}),
    z.object({
      kinds: z.array(z.object({ value: z.string(), label: z.string(), count: z.number().int() })),
      people: z.array(z.object({ value: z.string(), count: z.number().int() })),
    }),
  ),
} as const;
