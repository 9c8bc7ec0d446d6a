import { z } from 'zod';
import {
  evidenceKinds,
  evidenceLinkSchema,
  evidenceSchema,
  expiries,
  linkKinds,
  markSchema,
  origins,
} from '../model/records/evidence.ts';
import { call } from './define.ts';
import { nothing, window } from './shapes.ts';

/** A piece as it stands today; its links with what they are called. */
const piece = evidenceSchema.extend({
  expiry: z.enum(expiries),
  links: z.array(evidenceLinkSchema.extend({ name: z.string() })),
});

export const evidenceFilterSchema = z.object({
  /** In title, file name and note. */
  text: z.string().max(200).optional(),
  kinds: z.array(z.enum(evidenceKinds)).optional(),
  expiries: z.array(z.enum(expiries)).optional(),
  /** Linked to something of these kinds; `none`: to nothing. */
  linked: z.array(z.enum([...linkKinds, 'none'])).optional(),
  /** Linked to this very thing. */
  link: evidenceLinkSchema.optional(),
});
export type EvidenceFilter = z.infer<typeof evidenceFilterSchema>;

const id = { id: z.string() };
const step = { step: z.string() };
const added = z.object({ piece, ...step });

/** What a piece is called and what it is for; left out: its file's name, nothing. */
const about = {
  title: z.string().trim().min(1).max(200).optional(),
  note: z.string().max(8000).optional(),
  expiresOn: z.iso.date().nullable().optional(),
  links: z.array(evidenceLinkSchema).optional(),
};
const version = z.enum(['original', 'copy']);

/** Files, screenshots and terminal captures that show that something is so. Nothing of them is ever run. */
export const evidenceContract = {
  /** Newest first, with counts of all pieces there are by what they can be filtered by. */
  page: call(
    z.object({ ...window, filter: evidenceFilterSchema.default({}) }),
    z.object({
      total: z.number().int(),
      pieces: z.array(piece),
      counts: z.object({
        all: z.number().int(),
        kinds: z.record(z.enum(evidenceKinds), z.number().int()),
        expiries: z.record(z.enum(expiries), z.number().int()),
        linked: z.record(z.enum([...linkKinds, 'none']), z.number().int()),
      }),
    }),
  ),
  get: call(z.object(id), piece),
  /** A file of this machine, up to 200 MB; read in parts. */
  addFile: call(z.object({ path: z.string().min(1), ...about }), added),
  /** Text that somebody pasted, such as what a terminal said. */
  addText: call(
    z.object({ text: z.string().min(1).max(4_000_000), file: z.string().min(1).max(255), ...about }),
    added,
  ),
  /** For bytes that are in no file, such as a picture on the clipboard: begin, append parts, then add. */
  upload: call(nothing, z.object({ upload: z.string() })),
  append: call(z.object({ upload: z.string(), base64: z.base64().max(8_000_000) }), nothing),
  drop: call(z.object({ upload: z.string() }), nothing),
  addUpload: call(
    z.object({ upload: z.string(), file: z.string().min(1).max(255), origin: z.enum(origins), ...about }),
    added,
  ),
  /** A part of the original or of the copy. */
  bytes: call(
    z.object({ ...id, version, offset: z.number().int().min(0) }),
    z.object({ base64: z.string(), next: z.number().int().nullable() }),
  ),
  /** What is shown in place of an original picture, with the marks that are burnt in; null: the original itself. */
  setCopy: call(
    z.object({
      ...id,
      copy: z
        .object({
          upload: z.string(),
          width: z.number().int().min(1).max(20_000),
          height: z.number().int().min(1).max(20_000),
        })
        .nullable(),
      marks: z.array(markSchema).max(200),
    }),
    z.object(step),
  ),
  /** Changes what is given; typing within two seconds is one step. */
  save: call(z.object({ ...id, ...about }), z.object(step)),
  link: call(z.object({ ...id, link: evidenceLinkSchema }), z.object(step)),
  unlink: call(z.object({ ...id, link: evidenceLinkSchema }), z.object(step)),
  /** Its bytes go when the engagement is closed, unless a milestone has it. */
  remove: call(z.object(id), z.object(step)),
  /** Writes it to a file and checks its hash on the way. */
  export: call(
    z.object({ ...id, version: version.default('original'), path: z.string().min(1) }),
    z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string() }),
  ),
  /** Reads all bytes of a piece, or of all pieces, and compares them with their hashes. */
  verify: call(
    z.object({ id: z.string().optional() }),
    z.object({ checked: z.number().int(), damaged: z.array(z.string()) }),
  ),
} as const;
