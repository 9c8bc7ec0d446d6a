import { z } from 'zod';
import { call } from './define.ts';
import { nothing } from './shapes.ts';

/** The program itself. */
export const appContract = {
  info: call(
    nothing,
    z.object({ version: z.string(), node: z.string(), checks: z.number().int(), reads: z.number().int() }),
  ),
  /** Versions of what the engine stands on, and the day of its list prices. */
  about: call(
    nothing,
    z.object({ node: z.string(), sqlite: z.string(), cipher: z.string(), priceDate: z.string() }),
  ),
  /** All that may be asked of AWS; anything else is refused before it is signed. */
  operations: call(
    nothing,
    z.object({ services: z.array(z.object({ service: z.string(), operations: z.array(z.string()) })) }),
  ),
  /** What ships with Fieldbook, and under which licences; texts are fetched one by one. */
  licences: call(
    nothing,
    z.object({
      packages: z.array(
        z.object({
          name: z.string(),
          version: z.string(),
          licence: z.string(),
          /** Number of its text; null: the package brings none, and its licence is named only. */
          text: z.number().int().nullable(),
        }),
      ),
    }),
  ),
  licenceText: call(z.object({ text: z.number().int().min(0) }), z.object({ text: z.string() })),
  doctor: call(
    z.object({ path: z.string().optional() }),
    z.object({
      findings: z.array(z.object({ ok: z.boolean(), what: z.string(), next: z.string().nullable() })),
    }),
  ),
  repair: call(
    z.object({ path: z.string(), passphrase: z.string() }),
    z.object({ saved: z.string(), rows: z.number().int(), lost: z.array(z.string()) }),
  ),
} as const;
