import { isSvg } from './logo.ts';

/** What a logo is, as far as a report must know before it is drawn. */
export type LogoFile =
  | { kind: 'raster'; bytes: number /** The longer side in pixels. */; side: number }
  | {
      kind: 'svg';
      bytes: number;
      /** Elements that cannot be drawn or that reach outside the file. */
      embeds: string[];
      /** It sets type, which prints in the report's own face. */
      text: boolean;
    }
  | { kind: 'other'; format: string }
  | { kind: 'unreadable'; reason: 'data-url' | 'no-size' | 'damaged' | 'not-well-formed' };

export function readLogo(logo: string): LogoFile {
  if (isSvg(logo)) return readSvg(logo);
  const url = /^data:([\w/+.-]+);base64,([A-Za-z0-9+/=\s]+)$/.exec(logo);
  if (!url) return { kind: 'unreadable', reason: 'data-url' };
  const bytes = Buffer.from(url[2]!, 'base64');
  // The bytes say what it is; the name before them is only a claim.
  if (bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return readPng(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return readJpeg(bytes);
  return { kind: 'other', format: formatOf(bytes) ?? url[1]! };
}

function formatOf(bytes: Buffer): string | undefined {
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return 'WebP';
  if (bytes.toString('latin1', 0, 4) === 'GIF8') return 'GIF';
  if (bytes.toString('latin1', 0, 2) === 'BM') return 'BMP';
  if (bytes.toString('latin1', 4, 8) === 'ftyp') return 'AVIF/HEIC';
  return undefined;
}

function readPng(bytes: Buffer): LogoFile {
  const whole = bytes.length > 33 && bytes.toString('latin1', 12, 16) === 'IHDR' && bytes.includes('IEND');
  if (!whole) return { kind: 'unreadable', reason: 'damaged' };
  return raster(bytes, bytes.readUInt32BE(16), bytes.readUInt32BE(20));
}

/** Walks the segments to the frame header (SOF0 to SOF15 without DHT, JPG and DAC). */
function readJpeg(bytes: Buffer): LogoFile {
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return { kind: 'unreadable', reason: 'damaged' };
    const marker = bytes[at + 1]!;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return raster(bytes, bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return { kind: 'unreadable', reason: 'damaged' };
}

const raster = (bytes: Buffer, width: number, height: number): LogoFile =>
  width > 0 && height > 0
    ? { kind: 'raster', bytes: bytes.length, side: Math.max(width, height) }
    : { kind: 'unreadable', reason: 'no-size' };

function readSvg(svg: string): LogoFile {
  const root = /<svg\b[^>]*>/i.exec(svg)?.[0] ?? '';
  if (!isWellFormed(svg)) return { kind: 'unreadable', reason: 'not-well-formed' };
  const measure = (name: string) => new RegExp(`\\s${name}\\s*=\\s*["']\\s*[\\d.]+`).test(root);
  if (!/\sviewBox\s*=/.test(root) && !(measure('width') && measure('height')))
    return { kind: 'unreadable', reason: 'no-size' };
  const embeds = [
    ...['foreignObject', 'script', 'filter'].filter((name) => new RegExp(`<${name}[\\s/>]`, 'i').test(svg)),
    ...[...svg.matchAll(/<(image|use)\b[^>]*\shref\s*=\s*["']\s*([^"']*)/gi)].flatMap(([, name, link]) =>
      /^(#|data:image\/(png|jpeg);)/.test(link!) ? [] : [name!],
    ),
  ];
  return {
    kind: 'svg',
    bytes: Buffer.byteLength(svg),
    embeds: [...new Set(embeds)],
    text: /<text[\s>]/i.test(svg),
  };
}

const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*(\[[^\]]*\])?[^>]*>|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g;

/** Whether tags nest and close, which is all that pdfmake's own parser asks. */
function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  let roots = 0;
  const rest = svg.replace(token, (_whole, _dtd, closing, name, _attributes, empty) => {
    if (name === undefined) return '';
    if (closing) return open.pop() === name ? '' : '<';
    if (open.length === 0) roots += 1;
    if (!empty) open.push(name);
    return '';
  });
  return open.length === 0 && roots === 1 && !rest.includes('<');
}
