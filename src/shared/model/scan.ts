import { z } from 'zod';

/** Which accounts a scan covers. */
export const scopeSchema = z.object({
  /** Profiles that are each used as they are. */
  profiles: z.array(z.string().min(1)).min(1),
  /** Take all accounts of the first profile's organization, through this role in each. */
  organization: z
    .object({
      roleName: z.string().regex(/^[\w+=,.@/-]{1,64}$/),
      /** Only these accounts; empty: all active ones. */
      accounts: z.array(z.string().regex(/^\d{12}$/)).default([]),
    })
    .nullable()
    .default(null),
  /** Region names; empty: all that are enabled in the account. */
  regions: z.array(z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/)).default([]),
  /** Ids of the checks to scan for; empty: all. */
  checks: z.array(z.string()).default([]),
  /** Also what the bill of the last whole month says; Cost Explorer takes 0.01 USD for each account. */
  bill: z.boolean().default(false),
});
export type ScanScope = z.infer<typeof scopeSchema>;

export const scanStates = ['running', 'paused', 'complete', 'cancelled'] as const;

/** How fast AWS is asked, beside the polite rates: `normal` is those. */
export const paces = ['gentle', 'normal', 'fast'] as const;
export type Pace = (typeof paces)[number];

/** What only a person can do: type the code of an MFA device, or sign in again somewhere else. */
export const promptSchema = z.object({
  id: z.string(),
  kind: z.enum(['mfa', 'sign-in']),
  profile: z.string(),
  /** Known in mid-scan. */
  account: z.string().nullable(),
  /** Of the MFA device. */
  serial: z.string().nullable(),
  /** What to run in a terminal, when that is known. */
  command: z.string().nullable(),
});
export type Prompt = z.infer<typeof promptSchema>;

/** Why a scan waits, in the words of an error. */
export const pauseSchema = z.object({
  code: z.string(),
  message: z.string(),
  next: z.string(),
  accounts: z.array(z.string()),
});
export type Pause = z.infer<typeof pauseSchema>;

export const scanProgressSchema = z.object({
  snapshot: z.string(),
  state: z.enum(scanStates),
  /** Reads known so far; grows while listings find resources to look deeper into. */
  planned: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  resources: z.number().int(),
  calls: z.number().int(),
  /** The read that was finished last. */
  last: z.string().nullable(),
});
export type ScanProgress = z.infer<typeof scanProgressSchema>;
