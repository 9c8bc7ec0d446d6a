import { z } from 'zod';
import type { ContractShape } from '../../shared/contract/define.ts';
import { errorSchema } from '../../shared/contract/errors.ts';
import { contract, type EventName, eventSchemas } from '../../shared/contract/index.ts';

/** The manner of talking itself; raised when a message below changes. */
export const PROTOCOL = 1;

const id = z.number().int().positive();

/** What a client says. `args` are checked against the contract by the engine. */
export const requestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello'), protocol: z.number().int(), contract: z.string() }),
  z.object({ kind: z.literal('call'), id, method: z.string().max(100), args: z.unknown() }),
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

/**
 * The contract's own version: a digest of every shape in it, so that no number has to be raised by hand and two
 * builds that differ in one property refuse each other.
 */
export const contractVersion: string = digest(
  JSON.stringify([
    callsOf(contract),
    Object.entries(eventSchemas).map(([event, shape]) => [event, shapeOf(shape, 'output')]),
  ]),
);

function callsOf(shape: ContractShape): unknown[] {
  return Object.entries(shape).flatMap(([domain, calls]) =>
    Object.entries(calls).map(([name, call]) => [
      `${domain}.${name}`,
      shapeOf(call.args, 'input'),
      shapeOf(call.result, 'output'),
    ]),
  );
}

function shapeOf(type: z.ZodType, io: 'input' | 'output'): unknown {
  return z.toJSONSchema(type, { io, unrepresentable: 'any' });
}

/** FNV-1a, 32 bit: tells versions apart, proves nothing. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
