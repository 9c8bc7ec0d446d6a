import { z } from 'zod';
import { errorSchema } from '../../shared/contract/errors.ts';
import { type EventName, eventSchemas } from '../../shared/contract/index.ts';
import { languages } from '../../shared/model/languages.ts';
import { digestOfContract } from './contract-digest.ts';

/** The manner of talking itself; raised when a message below changes. */
export const PROTOCOL = 2;

const id = z.number().int().positive();

/** What a client says. `args` are checked against the contract by the engine. */
export const requestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello'), protocol: z.number().int(), contract: z.string() }),
  z.object({
    kind: z.literal('call'),
    id,
    method: z.string().max(100),
    args: z.unknown(),
    language: z.enum(languages).optional(),
  }),
  z.object({ kind: z.literal('cancel'), id }),
  /** Close the engagement and leave. */
  z.object({ kind: z.literal('stop') }),
]);
export type Request = z.infer<typeof requestSchema>;

/** What an engine says. */
export const replySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('welcome'), pid: z.number().int() }),
  z.object({ kind: z.literal('refused'), error: errorSchema }),
  z.object({ kind: z.literal('result'), id, value: z.unknown() }),
  z.object({ kind: z.literal('error'), id, error: errorSchema }),
  z.object({
    kind: z.literal('event'),
    event: z.enum(Object.keys(eventSchemas) as [EventName, ...EventName[]]),
    data: z.unknown(),
  }),
]);
export type Reply = z.infer<typeof replySchema>;

/** The id in a message that is otherwise beyond use, so that its call can be told. */
export const idOf = z.object({ id }).transform((message) => message.id);

/** Set by the bundlers, so that a start does not wait for it. */
declare const CONTRACT_DIGEST: string;

/** What two builds must have in common. */
export const contractVersion: string =
  typeof CONTRACT_DIGEST === 'string' ? CONTRACT_DIGEST : digestOfContract();
