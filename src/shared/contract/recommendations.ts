import { z } from 'zod';
import { aspects } from '../model/aspect.ts';
import { severities } from '../model/finding.ts';
import { languages } from '../model/languages.ts';
import {
  codeTextsSchema,
  impactSchema,
  kinds,
  recommendationWordsSchema,
  tracks,
} from '../model/recommendation.ts';
import { actionStatuses, horizons, lists, ownWordsSchema } from '../model/records/recommendation.ts';
import { call } from './define.ts';
import { changeCounts, which } from './shapes.ts';

const id = z.string().min(1).max(120);
const step = z.object({ step: z.string() });

/** Something to do. Money in micros a month, effort in person-days. */
export const actionRow = z.object({
  /** Of the record; of a proposal, of the entry in the library. */
  id: z.string(),
  state: z.enum(['proposed', 'adopted', 'dismissed']),
  /** Id in the library; null for one that was written here. */
  library: z.string().nullable(),
  title: z.string(),
  track: z.enum(tracks),
  kind: z.enum(kinds),
  /** Place in the ranking; null for what is done or dismissed. */
  rank: z.number().int().nullable(),
  /** The worst of its findings; null when none fails. */
  severity: z.enum(severities).nullable(),
  findings: z.number().int(),
  resources: z.number().int(),
  counted: z.number(),
  advisory: z.number(),
  /** Checklist items whose answers call for it. */
  answers: z.number().int(),
  /** Systems outside of AWS whose checks call for it. */
  systems: z.number().int(),
  effort: z.number(),
  restart: z.boolean(),
  impact: z.partialRecord(z.enum(aspects), z.number().int()),
  checks: z.array(z.string()),
  /** Ids of actions that go before it. */
  prerequisites: z.array(z.string()),
  horizon: z.enum(horizons).nullable(),
  status: z.enum(actionStatuses),
  owner: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** When it was closed. */
  closedAt: z.string().nullable(),
  changedHere: z.boolean(),
  changedInLibrary: z.boolean(),
  /** Why it was dismissed. */
  dismissed: z.string().nullable(),
  /** What became of its findings since it was adopted or, done, since it was closed; null where nothing can tell. */
  progress: z.enum(['resolved', 'regressed', 'open']).nullable(),
});

export const acceptanceResults = ['met', 'met-where-read', 'unmet', 'unknown', 'open'] as const;

const acceptance = z.object({
  id: z.string(),
  text: z.string(),
  /** `open`: no check can tell, and nobody has said so yet. */
  result: z.enum(acceptanceResults),
  /** Checks that decide; none: a person does. */
  checks: z.array(z.string()),
  failing: z.number().int(),
  /** Places, an account and a region each, that could not be read where it is met in the others. */
  unread: z.number().int(),
});

export const actionDetail = actionRow.extend({
  words: recommendationWordsSchema.omit({ acceptance: true }).extend({
    steps: z.array(z.string()),
    risks: z.array(z.string()),
    metrics: z.array(z.string()),
  }),
  /** What the library says; null for one that was written here. */
  libraryWords: recommendationWordsSchema.nullable(),
  /** Fields that say something else here than in the library, in the language of the answer. */
  changedFields: z.array(z.string()),
  language: z.string(),
  /** Set by hand; null: by the number of resources. */
  ownEffort: z.number().nullable(),
  /** It has an entry whose days by number of resources hold where none are set by hand. */
  sized: z.boolean(),
  acceptance: z.array(acceptance),
  code: codeTextsSchema,
  references: z.array(z.string()),
  checkList: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      severity: z.enum(severities),
      findings: z.number().int(),
      counted: z.number(),
    }),
  ),
  /** Checklist items whose answers call for it, with their questions. */
  items: z.array(z.object({ id: z.string(), question: z.string() })),
  /** Systems outside of AWS whose checks call for it, each with what these say. */
  systemList: z.array(z.object({ id: z.string(), name: z.string(), reasons: z.array(z.string()) })),
  before: z.array(z.object({ id: z.string(), title: z.string(), horizon: z.enum(horizons).nullable() })),
  /** What goes before it and is no action here. */
  elsewhere: z.array(z.object({ id: z.string(), title: z.string() })),
  /** Titles of the entries that were merged into it. */
  merged: z.array(z.object({ id: z.string(), title: z.string() })),
  changes: changeCounts.nullable(),
});

/** Of the words that are given; left out, that of the call. */
const language = z.enum(languages).optional();

const own = z.object({
  language,
  track: z.enum(tracks),
  kind: z.enum(kinds),
  effort: z.number().positive().max(2000),
  words: ownWordsSchema.omit({ acceptance: true }).extend({ title: z.string().trim().min(1).max(200) }),
  /** A sentence each. */
  acceptance: z.array(z.string().trim().min(1)).max(20).default([]),
  checks: z.array(z.string()).max(200).default([]),
  prerequisites: z.array(id).max(50).default([]),
  impact: impactSchema.default({}),
});

/** What to do about the findings, in the words of the library or the consultant's own. */
export const recommendationsContract = {
  /** All of them in their order: tens, whatever the number of findings. */
  list: call(
    z.object({ ...which }),
    z.object({
      actions: z.array(actionRow),
      /** Failing findings, and how many of them no action is for. */
      findings: z.object({ all: z.number().int(), uncovered: z.number().int() }),
    }),
  ),
  get: call(z.object({ ...which, id }), actionDetail),
  /** Takes proposals of the library, which then stand where they are put, with the library's words until edited. */
  adopt: call(
    z.object({ ...which, library: z.array(id).min(1).max(500) }),
    step.extend({ ids: z.array(z.string()) }),
  ),
  write: call(own.extend(which), step.extend({ id: z.string() })),
  /** Changes what is given; null in place of words takes the library's again. Refused where no title would be left. */
  edit: call(
    z.object({
      id,
      language,
      track: z.enum(tracks).optional(),
      kind: z.enum(kinds).optional(),
      effort: z.number().positive().max(2000).nullable().optional(),
      words: z
        .object({
          title: z.string().trim().max(200).nullable(),
          problem: z.string().max(8000).nullable(),
          outcome: z.string().max(8000).nullable(),
          steps: lists.steps.nullable(),
          risks: lists.risks.nullable(),
          metrics: lists.metrics.nullable(),
        })
        .partial()
        .optional(),
      /** Sentences by the condition's id; one without an id is added, one that is left out is dropped. */
      acceptance: z
        .array(z.object({ id: z.string().nullable(), text: z.string().trim().min(1).max(2000) }))
        .max(400)
        .optional(),
      /** Refused where it would wait for itself. */
      prerequisites: z.array(id).max(50).optional(),
      /** Of one that was written here; those of the others are the library's. */
      checks: z.array(z.string()).max(200).optional(),
      impact: impactSchema.optional(),
    }),
    step,
  ),
  /** Says of a condition that no check decides whether it is met; null: nobody has looked. */
  accept: call(z.object({ id, acceptance: z.string(), met: z.boolean().nullable() }), step),
  /** Makes one of several, whose words are those of the first; proposals are adopted with it. */
  merge: call(z.object({ ...which, ids: z.array(id).min(2).max(20) }), step.extend({ id: z.string() })),
  /** Turns down proposals or adopted ones; the name of an entry means the one that was taken of it. */
  dismiss: call(
    z.object({ ids: z.array(id).min(1).max(500), reason: z.string().trim().min(1).max(2000) }),
    step,
  ),
  /** Takes back that it was dismissed: what was never adopted is proposed again. */
  restore: call(z.object({ id }), step),
  /** Takes the library's words and advice again, in all languages. */
  pull: call(z.object({ id }), step),
  /** Keeps what stands here, and says no more that the library has changed. */
  keep: call(z.object({ id }), step),
  /** Writes it as an entry of the library with its words in all languages that it has them in, and its code. */
  exportEntry: call(z.object({ id, path: z.string().min(1) }), z.object({ path: z.string() })),
  /**
   * Reads what `exportEntry` writes into a recommendation of this engagement, whole or not at all. Where there is one of
   * the same entry, `existing` says what becomes of it; left out, nothing is done and it is named.
   */
  importEntry: call(
    z.object({
      ...which,
      name: z.string(),
      text: z.string().max(1_000_000),
      existing: z.enum(['replace', 'both']).optional(),
    }),
    z.union([
      step.extend({ id: z.string(), title: z.string() }),
      z.object({ exists: z.object({ id: z.string(), title: z.string() }) }),
    ]),
  ),
  /** Adopted ones, and those of them that are on the roadmap and not done; at a milestone as they were. */
  counts: call(z.object({ ...which }), z.object({ adopted: z.number().int(), planned: z.number().int() })),
} as const;
