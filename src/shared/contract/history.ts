import { z } from 'zod';
import { call } from './define.ts';
import { nothing, window } from './shapes.ts';

/** What people have changed, and taking it back. */
export const historyContract = {
  /** The step that a call gave, else the last of this session. `sentence` is that of the audit trail. */
  undo: call(
    z.object({ step: z.string().optional() }),
    z.object({ undone: z.string(), sentence: z.string() }),
  ),
  redo: call(nothing, z.object({ step: z.string(), sentence: z.string() })),
  state: call(nothing, z.object({ canUndo: z.boolean(), canRedo: z.boolean() })),
  /** The audit trail, newest first. */
  page: call(
    z.object({ ...window, kind: z.string().optional(), record: z.string().optional() }),
    z.object({
      total: z.number().int(),
      entries: z.array(
        z.object({
          id: z.number().int(),
          step: z.string(),
          at: z.string(),
          who: z.string(),
          what: z.string(),
          kind: z.string(),
          record: z.string(),
          before: z.json(),
          after: z.json(),
          undoes: z.string().nullable(),
        }),
      ),
    }),
  ),
} as const;
