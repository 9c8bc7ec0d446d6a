import { z } from 'zod';
import { call } from './define.ts';
import { nothing } from './shapes.ts';

const size = z.object({ path: z.string(), bytes: z.number().int() });

/** The engagement file as a file: how large, how sound, copied, made smaller, locked anew. */
export const storageContract = {
  info: call(
    nothing,
    z.object({
      path: z.string(),
      readonly: z.boolean(),
      cipher: z.string(),
      /** Bytes of the file, and of what is not written back into it yet. */
      file: z.number().int(),
      wal: z.number().int(),
      /** Bytes that nothing uses; `compact` gives them back to the disk. */
      free: z.number().int(),
      snapshots: z.array(
        z.object({
          id: z.string(),
          startedAt: z.string(),
          state: z.string(),
          resources: z.number().int(),
          /** Bytes of bodies that this snapshot alone shows. */
          own: z.number().int(),
          /** Bytes of bodies that it shares with others. */
          shared: z.number().int(),
        }),
      ),
    }),
  ),
  /** Reads the whole file; empty when all is well. */
  verify: call(nothing, z.object({ problems: z.array(z.string()) })),
  compact: call(nothing, z.object({ before: z.number().int(), after: z.number().int() })),
  /** A whole copy under the same passphrase, opened and read once before it is called one. */
  backup: call(z.object({ path: z.string().min(1) }), size.extend({ sha256: z.string() })),
  /**
   * 0 (guessed at once) to 4 (not to be guessed), for a guesser who knows these words and those of the open engagement;
   * `enough` is what a new passphrase must be.
   */
  strength: call(
    z.object({ passphrase: z.string(), words: z.array(z.string()).max(50).default([]) }),
    z.object({ score: z.number().int().min(0).max(4), longEnough: z.boolean(), enough: z.boolean() }),
  ),
  changePassphrase: call(z.object({ current: z.string(), passphrase: z.string() }), z.object({})),
} as const;
