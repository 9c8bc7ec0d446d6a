import type { Evidence } from '../../shared/model/records/evidence.ts';
import { fieldbook } from '../fieldbook.ts';

export type Version = 'original' | 'copy';

/** Bytes of a call: below what a page may send at once. */
const PART = 1024 * 1024;

/** The bytes of a piece, as far as `most` goes. */
export async function readBytes(
  id: string,
  version: Version,
  signal?: AbortSignal,
  most = Number.POSITIVE_INFINITY,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let offset: number | null = 0; offset !== null && size < most; ) {
    const answer: { base64: string; next: number | null } = await fieldbook.evidence.bytes(
      { id, version, offset },
      signal && { signal },
    );
    const part = Uint8Array.from(atob(answer.base64), (character) => character.charCodeAt(0));
    parts.push(part);
    size += part.length;
    offset = answer.next;
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Sends bytes to the engine in parts; gives the name under which it keeps them until they are added. */
export async function sendBytes(blob: Blob, signal?: AbortSignal): Promise<string> {
  const { upload } = await fieldbook.evidence.upload({});
  try {
    for (let at = 0; at < blob.size; at += PART) {
      signal?.throwIfAborted();
      await fieldbook.evidence.append({ upload, base64: await base64Of(blob.slice(at, at + PART)) });
    }
    return upload;
  } catch (error) {
    await fieldbook.evidence.drop({ upload });
    throw error;
  }
}

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** What is shown of a piece: its copy where it has one. */
export const shownVersion = ({ copy }: Pick<Evidence, 'copy'>): Version => (copy ? 'copy' : 'original');

/** A picture of a piece, decoded; nothing of it is run. Throws when it is no picture that can be read. */
export async function readImage(
  piece: Pick<Evidence, 'id' | 'copy' | 'original'>,
  version: Version,
  signal?: AbortSignal,
): Promise<ImageBitmap> {
  const { mediaType } = version === 'copy' && piece.copy ? piece.copy : piece.original;
  const bytes = await readBytes(piece.id, version, signal);
  return createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }));
}
