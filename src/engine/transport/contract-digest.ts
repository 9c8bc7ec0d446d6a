import { z } from 'zod';
import type { ContractShape } from '../../shared/contract/define.ts';
import { contract, eventSchemas } from '../../shared/contract/index.ts';

/**
 * The contract's own version: a digest of every shape in it, so that no number has to be raised by hand and two
 * builds that differ in one property refuse each other.
 */
export const digestOfContract = (): string =>
  digest(
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
