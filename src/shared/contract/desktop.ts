import { z } from 'zod';
import { call } from './define.ts';
import { errorSchema } from './errors.ts';
import { contract } from './index.ts';

/** Where the engine stands, as main sees it. */
export const engineStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('starting'), attempt: z.number().int() }),
  z.object({ state: z.literal('ready'), pid: z.number().int() }),
  /** It went away and is started again after a pause. */
  z.object({ state: z.literal('lost'), reason: z.string(), retryAt: z.iso.datetime() }),
  /** It went away too often: only a person can start it again. */
  z.object({ state: z.literal('given-up'), reason: z.string() }),
]);
export type EngineState = z.infer<typeof engineStateSchema>;

/** The file that Fieldbook was asked to open, when it is not open (yet). */
export const requestedSchema = z.object({
  path: z.string(),
  /** True while main opens it by itself; otherwise a person has to give the passphrase. */
  opening: z.boolean(),
  /** Why it could not be opened. */
  error: errorSchema.nullable(),
});
export type Requested = z.infer<typeof requestedSchema>;

/** What main itself answers to the window. */
const desktop = {
  /** All that the window needs before its first picture. */
  start: call(
    z.object({}),
    z.object({
      version: z.string(),
      /** Language of the system, as a BCP 47 tag. */
      locale: z.string(),
      engine: engineStateSchema,
      requested: requestedSchema.nullable(),
    }),
  ),
  /** A native dialog; null when it was closed without a choice. */
  chooseEngagement: call(z.object({}), z.object({ path: z.string().nullable() })),
  /** After `given-up`. */
  restartEngine: call(z.object({}), z.object({})),
} as const;

/** Everything that the window can call: main answers `desktop`, and hands the rest to the engine. */
export const windowContract = { ...contract, desktop } as const;
export type WindowContract = typeof windowContract;

/** What main tells the window beside the engine's own events. */
export const desktopEventSchemas = { engine: engineStateSchema } as const;
