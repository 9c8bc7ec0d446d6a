/**
 * The text of a file that says nowhere how it is written. What is no UTF-8 is Windows-1252, in which Excel saves CSV; text
 * in that is hardly ever UTF-8 by chance. UTF-16 is known by the mark at its beginning.
 */
export function textOf(bytes: Uint8Array): string {
  const mark = `${bytes[0]} ${bytes[1]}`;
  if (mark === '255 254') return new TextDecoder('utf-16le').decode(bytes);
  if (mark === '254 255') return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
