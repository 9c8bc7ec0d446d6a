import type { EvidenceKind } from '../../shared/model/records/evidence.ts';

/** Bytes of a file's beginning that decide what it is. */
export const SNIFFED = 64 * 1024;

const signatures: [kind: EvidenceKind, mediaType: string, matches: (head: Buffer) => boolean][] = [
  ['image', 'image/png', (head) => head.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n'],
  ['image', 'image/jpeg', (head) => head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff],
  ['image', 'image/gif', (head) => /^GIF8[79]a/.test(head.toString('latin1', 0, 6))],
  [
    'image',
    'image/webp',
    (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP',
  ],
  ['pdf', 'application/pdf', (head) => head.toString('latin1', 0, 5) === '%PDF-'],
];

/**
 * What a file is, by its beginning and never by its name. Anything that is written in UTF-8 is text and is shown as
 * such, markup and scripts too: nothing of a file is ever run.
 */
export function sniff(head: Buffer): { kind: EvidenceKind; mediaType: string } {
  const known = signatures.find(([, , matches]) => matches(head));
  if (known) return { kind: known[0], mediaType: known[1] };
  return isText(head)
    ? { kind: 'text', mediaType: 'text/plain' }
    : { kind: 'other', mediaType: 'application/octet-stream' };
}

function isText(head: Buffer): boolean {
  if (head.includes(0)) return false;
  // A character may be cut in two at the end.
  return !new TextDecoder('utf-8').decode(head, { stream: true }).includes('\ufffd');
}
