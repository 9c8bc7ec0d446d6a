import { z } from 'zod';

/** How a piece can be shown: as a picture, as text, as pages, or not at all (it can always be saved). */
export const evidenceKinds = ['image', 'text', 'pdf', 'other'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What a piece can speak for. */
export const linkKinds = ['finding', 'answer', 'recommendation', 'system'] as const;

/** A thing that evidence is linked to: a finding by its reference, anything else by its id. */
export const evidenceLinkSchema = z.object({
  kind: z.enum(linkKinds),
  id: z.string().min(1).max(200),
});
export type EvidenceLink = z.infer<typeof evidenceLinkSchema>;

/** How a piece came into the engagement. */
export const origins = ['file', 'clipboard', 'terminal'] as const;

/** In pixels of the original, from its upper left corner. */
const box = { x: z.number(), y: z.number(), width: z.number(), height: z.number() };

/** What was drawn over a picture. A redaction is a filled rectangle; nothing below it is in the copy. */
export const markSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('redaction'), ...box }),
  z.object({ kind: z.literal('rectangle'), ...box }),
  /** From (x, y) to (x + width, y + height). */
  z.object({ kind: z.literal('arrow'), ...box }),
  z.object({ kind: z.literal('text'), ...box, text: z.string().max(500) }),
]);
export type Mark = z.infer<typeof markSchema>;
export const markKinds = ['redaction', 'rectangle', 'arrow', 'text'] as const satisfies Mark['kind'][];

/** The longest side of a copy, in pixels; reports and the window show nothing larger. */
export const COPY_SIDE = 2560;

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Bytes in the engagement, by their hash. */
const bytes = { sha256, bytes: z.number().int().min(0), mediaType: z.string().max(120) };

/** Something that shows that a statement is true. The original is never changed. */
export const evidenceSchema = z.object({
  id: z.string(),
  title: z.string().trim().min(1).max(200),
  kind: z.enum(evidenceKinds),
  /** Name of the file that it came from, or would be saved under. */
  file: z.string().min(1).max(255),
  origin: z.enum(origins),
  original: z.object(bytes),
  /** Shown and printed in place of the original: smaller, or with marks burnt in. */
  copy: z.object({ ...bytes, width: z.number().int(), height: z.number().int() }).nullable(),
  marks: z.array(markSchema).max(200),
  note: z.string().max(8000),
  /** Calendar date after which it proves nothing any more. */
  expiresOn: z.iso.date().nullable(),
  links: z.array(evidenceLinkSchema).max(500),
  addedAt: z.iso.datetime(),
  addedBy: z.string(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

export const expiries = ['none', 'valid', 'soon', 'expired'] as const;
export type Expiry = (typeof expiries)[number];

/** Days before its last day from which a piece is to be renewed. */
export const SOON_DAYS = 30;

/** Where a piece stands on a calendar day (YYYY-MM-DD); on its last day it is still good. */
export function expiryOn(expiresOn: string | null, today: string): Expiry {
  if (expiresOn === null) return 'none';
  if (expiresOn < today) return 'expired';
  const left = (Date.parse(expiresOn) - Date.parse(today)) / 86_400_000;
  return left <= SOON_DAYS ? 'soon' : 'valid';
}
