import { z } from 'zod';
import { promptSchema, scopeSchema } from '../model/scan.ts';
import { call } from './define.ts';
import { errorSchema } from './errors.ts';
import { done, nothing, profile } from './shapes.ts';

const needed = scopeSchema.pick({ checks: true, bill: true }).shape;

/** The consultant's AWS profiles, and what a scan would do. */
export const awsContract = {
  profiles: call(
    nothing,
    z.object({
      profiles: z.array(profile),
      /** Why the AWS files could not be read; the built-in sample is there all the same. */
      problem: errorSchema.nullable(),
    }),
  ),
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
      /** How long it should take at the normal pace, by the last whole scan of the same accounts where there is one. */
      estimate: z.object({
        calls: z.number().int(),
        seconds: z.number().int(),
        basis: z.enum(['last-scan', 'first-calls']),
      }),
      /** Reads that AWS takes money for, at least so many requests; micros of a US dollar. */
      paid: z.array(z.object({ read: z.string(), requests: z.number().int(), price: z.number() })),
    }),
  ),
  /** Least-privilege IAM policies for the chosen checks: one document, split where IAM's size limit asks for it. */
  policy: call(z.object(needed), z.object({ policies: z.array(z.json()), actions: z.array(z.string()) })),
  /** The same into files: the second document and those after it get a number behind the name. */
  savePolicy: call(
    z.object({ ...needed, path: z.string().min(1) }),
    z.object({ paths: z.array(z.string()) }),
  ),
  /** What is being asked of a person just now: a window that was loaded again finds it here. */
  prompts: call(nothing, z.object({ prompts: z.array(promptSchema) })),
  /** A prompt that is gone, as when its scan was ended, cannot be answered any more; that is no error. */
  answerPrompt: call(
    z.object({
      id: z.string(),
      answer: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('code'), code: z.string().regex(/^\d{6}$/) }),
        z.object({ kind: z.literal('signed-in') }),
        z.object({ kind: z.literal('cancelled') }),
      ]),
    }),
    done,
  ),
} as const;
