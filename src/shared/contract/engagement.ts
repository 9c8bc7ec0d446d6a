import { z } from 'zod';
import { personSchema, phaseSchema, tagPolicySchema } from '../model/engagement.ts';
import { severities } from '../model/finding.ts';
import { languages } from '../model/languages.ts';
import { reportKinds } from '../model/report.ts';
import { call } from './define.ts';
import {
  action,
  changeCounts,
  done,
  engagementState,
  finding,
  nothing,
  savings,
  scores,
  snapshot,
  which,
} from './shapes.ts';
import { logo, logoFile } from './workspace.ts';

/** An engagement file that was opened from this machine. */
const recentFile = z.object({
  path: z.string().min(1),
  /** Id; null where an earlier Fieldbook opened it, which kept none. */
  engagement: z.string().nullable(),
  client: z.string(),
  openedAt: z.iso.datetime(),
});
const recentFiles = z.object({ files: z.array(recentFile) });

/** The open engagement file. */
export const engagementContract = {
  create: call(
    z.object({
      path: z.string().min(1),
      passphrase: z.string(),
      client: z.string().trim().min(1).max(200),
      consultant: z.string().trim().min(1).max(200),
      scope: z.string().max(2000).default(''),
      language: z.enum(languages).default('en'),
      tagPolicy: tagPolicySchema.default({ required: [] }),
      people: z.array(personSchema).default([]),
      phases: z.array(phaseSchema).default([]),
      sample: z.boolean().default(false),
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
      /** What mending one thing everywhere would bring, the most first. */
      actions: z.array(action),
      /** The judged snapshot before the one that is shown. */
      previous: z
        .object({
          id: z.string(),
          startedAt: z.string(),
          scores,
          savings,
          open: z.record(z.enum(severities), z.number().int()),
        })
        .nullable(),
      /** How many of each kind were made so far. */
      reports: z.record(z.enum(reportKinds), z.number().int()),
      /** What happened after this person looked at the engagement the last time; null on the first time. */
      since: z
        .object({
          at: z.string(),
          snapshots: z.number().int(),
          reports: z.number().int(),
          /** Null when the newest judged snapshot is the one that was seen then. */
          findings: changeCounts.nullable(),
        })
        .nullable(),
    }),
  ),
  /** What was written when it was made; only what is given changes. */
  update: call(
    z.object({
      client: z.string().trim().min(1).max(200).optional(),
      consultant: z.string().trim().min(1).max(200).optional(),
      scope: z.string().max(2000).optional(),
      language: z.enum(languages).optional(),
    }),
    engagementState,
  ),
  /** The client's logo, which reports print; it stays in this file. */
  logo: call(nothing, z.object({ logo: logo.nullable() })),
  setLogo: call(logoFile, z.object({ logo: logo.nullable() })),
  /** Looks a logo over without keeping it: of an engagement that is still to be made. */
  readLogo: call(logoFile, z.object({ logo: logo.nullable() })),
  setTagPolicy: call(z.object({ tagPolicy: tagPolicySchema }), engagementState),
  /** When what is written next happens in the story of the sample engagement; null: now. Refused in any other. */
  setClock: call(z.object({ at: z.iso.datetime().nullable() }), done),
  /** Takes out of the list of recent files the one of that path, or all, and says which. The files themselves stay. */
  forgetRecent: call(z.object({ path: z.string().optional() }), recentFiles),
  /** Puts back what was taken out, where it stood. */
  restoreRecent: call(recentFiles, done),
  recent: call(nothing, recentFiles),
} as const;
