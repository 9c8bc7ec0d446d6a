import { z } from 'zod';
import { denials, outcomes } from '../model/outcome.ts';
import { paces, scopeSchema } from '../model/scan.ts';
import { call } from './define.ts';
import { done, nothing, snapshot, window } from './shapes.ts';

const scanned = z.object({
  snapshot,
  refused: z.array(z.object({ account: z.string(), message: z.string() })),
});
const one = z.object({ snapshot: z.string() });
const counts = { planned: z.number().int(), done: z.number().int(), failed: z.number().int() };

/** Scans: start, pause, resume, end; what became of each read; the history of snapshots. */
export const scanContract = {
  /** Answers when the scan has come to its end or waits. A caller that cancels pauses it. */
  start: call(z.object({ scope: scopeSchema }), scanned),
  resume: call(nothing, scanned),
  /** Begins a scan that goes on by itself, whatever becomes of the caller; answers when its snapshot is there. */
  begin: call(z.object({ scope: scopeSchema, pace: z.enum(paces).default('normal') }), one),
  /** Goes on with the unfinished scan in the same way. */
  carryOn: call(z.object({ pace: z.enum(paces).default('normal') }), one),
  /** Answers as `start` does, for the scan that is under way. A caller that cancels only stops waiting. */
  wait: call(nothing, scanned),
  /** Stops the scan under way so that it can go on later; answers when it has stopped. */
  pause: call(nothing, done),
  /** How fast AWS is asked from now on, while a scan runs. */
  pace: call(z.object({ pace: z.enum(paces) }), done),
  /** The scan that is under way in this engine, if any. A snapshot that is `running` in the file alone was broken off. */
  underWay: call(
    nothing,
    z.object({ snapshot: z.string(), pace: z.enum(paces), phase: z.enum(['reading', 'judging']) }).nullable(),
  ),
  /** Ends a scan that waits for good; what it read stays. */
  cancel: call(nothing, one.extend({ snapshot })),
  list: call(nothing, z.object({ snapshots: z.array(snapshot) })),
  setNote: call(one.extend({ note: z.string().max(2000) }), done),
  /** Puts a snapshot aside; it is really deleted when the engagement is closed, or with the next one that is. */
  delete: call(one, done),
  /** Takes back a deletion. */
  restore: call(one, done),
  /**
   * Reads by place and service: a row for each account, or, of one account, for each region. Every row has a cell for
   * each service that it has reads of.
   */
  cells: call(
    one.extend({ account: z.string().optional() }),
    z.object({
      rows: z.array(z.object({ id: z.string(), name: z.string(), refused: z.string().nullable() })),
      services: z.array(z.string()),
      cells: z.array(z.object({ row: z.string(), service: z.string(), ...counts })),
    }),
  ),
  /** The single reads behind a cell: those that failed first, then those that wait. */
  calls: call(
    one.extend({ account: z.string(), region: z.string().optional(), service: z.string(), ...window }),
    z.object({
      total: z.number().int(),
      calls: z.array(
        z.object({
          id: z.number().int(),
          read: z.string(),
          region: z.string(),
          state: z.enum(['pending', 'done', 'failed']),
          /** Resources that it is about; null for a listing. */
          subjects: z.number().int().nullable(),
          pages: z.number().int(),
          /** Items that a listing gave. */
          items: z.number().int(),
          outcome: z.enum(outcomes).nullable(),
          denial: z.enum(denials).nullable(),
          code: z.string().nullable(),
          message: z.string().nullable(),
          permission: z.string().nullable(),
        }),
      ),
    }),
  ),
} as const;
