import { z } from 'zod';
import { filterTokenSchema } from '../model/finding-query.ts';
import { languages } from '../model/languages.ts';
import { reportKinds } from '../model/report.ts';
import { call } from './define.ts';
import { nothing, which, window } from './shapes.ts';

/** A finished PDF on the disk. */
const saved = z.object({
  path: z.string(),
  pages: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
});

const edition = {
  kind: z.enum(reportKinds).default('diagnosis'),
  ...which,
  /** The earlier snapshot or milestone, for a report that compares; left out: the one before. */
  from: z.string().optional(),
  language: z.enum(languages).optional(),
};

/** Branded PDFs. */
export const reportsContract = {
  /** What will not print as it stands, or what somebody should know before it is handed over. */
  preflight: call(
    z.object(edition),
    z.object({
      notes: z.array(
        z.object({
          code: z.string(),
          blocks: z.boolean(),
          message: z.string(),
          /** The page of the window where it can be mended or looked into. */
          go: z
            .object({
              path: z.string(),
              search: z.record(z.string(), z.union([z.string(), z.array(filterTokenSchema)])),
            })
            .nullable(),
        }),
      ),
    }),
  ),
  /** Makes a report and writes it to a file. */
  write: call(
    z.object({
      ...edition,
      path: z.string().min(1),
      consultantLogo: z.string().optional(),
      clientLogo: z.string().optional(),
      accent: z
        .string()
        .regex(/^#[0-9a-fA-F]{6}$/)
        .optional(),
    }),
    saved,
  ),
  /** Makes a report and keeps it in the engine's memory, to be looked at and perhaps saved. */
  preview: call(
    z.object(edition),
    saved.omit({ path: true }).extend({
      preview: z.string(),
      /** Where it would be saved: the folder of the last one, and a name of its own. */
      suggested: z.string(),
    }),
  ),
  /** A part of a preview's bytes. */
  previewBytes: call(
    z.object({ preview: z.string(), offset: z.number().int().min(0) }),
    z.object({ base64: z.string(), next: z.number().int().nullable() }),
  ),
  /** Forgets a preview; one that is not known any more is forgotten already. */
  dropPreview: call(z.object({ preview: z.string() }), z.object({})),
  /** Writes the very bytes that were looked at, and notes it in the engagement. */
  save: call(z.object({ preview: z.string(), path: z.string().min(1) }), saved),
  /** What was made, newest first, each file compared with what was written. */
  list: call(
    z.object(window),
    z.object({
      total: z.number().int(),
      reports: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(reportKinds),
          language: z.enum(languages),
          snapshot: z.object({ id: z.string(), startedAt: z.string() }),
          madeAt: z.string(),
          path: z.string(),
          pages: z.number().int(),
          sha256: z.string(),
          /** Whether the file is still there, and still what was written. */
          file: z.enum(['unchanged', 'changed', 'missing', 'unreadable']),
          deliveries: z.array(z.object({ id: z.string(), to: z.string(), at: z.string() })),
        }),
      ),
    }),
  ),
  /** Notes to whom a report was handed, and on which day. */
  deliver: call(
    z.object({ report: z.string(), to: z.string().trim().min(1).max(200), at: z.iso.date() }),
    z.object({ delivery: z.string() }),
  ),
  withdrawDelivery: call(z.object({ delivery: z.string() }), nothing),
} as const;
