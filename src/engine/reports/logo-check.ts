import { logoLimits } from '../../shared/model/branding.ts';
import type { Reason } from '../../shared/reason.ts';
import { cannot, type Why } from '../cannot.ts';
import type { LogoMediaType, StoredLogo } from '../store/logo.ts';
import { readLogo } from './common/logo-file.ts';
import { svgDangers } from './svg-dangers.ts';

/** Bytes of a file as a logo that can be kept, shown and printed; anything else is refused with what to do. */
export function acceptLogo(bytes: Buffer): StoredLogo {
  if (bytes.length > logoLimits.bytes)
    throw refused('logo.bytes', { has: kib(bytes.length), most: kib(logoLimits.bytes) });
  const mediaType = mediaTypeOf(bytes);
  const read = readLogo(mediaType === 'image/svg+xml' ? bytes.toString('utf8') : dataUrl(mediaType, bytes));
  switch (read.kind) {
    case 'other':
      throw read.format ? refused('logo.format', { format: read.format }) : refused('logo.kind');
    case 'unreadable':
      throw refused(read.reason === 'no-size' ? 'logo.noSize' : 'logo.unreadable');
    case 'raster':
      if (read.side > logoLimits.pixels)
        throw refused('logo.pixels', { has: read.side, most: logoLimits.pixels });
      break;
    case 'svg': {
      const dangers = svgDangers(bytes.toString('utf8'));
      if (dangers.length > 0) throw refused('logo.dangers', { dangers: dangers.join(', ') });
      break;
    }
  }
  return { mediaType: mediaType as LogoMediaType, bytes };
}

/** A logo as a report takes it: SVG as text, PNG and JPEG as a data URL. */
export const printableLogo = ({ mediaType, bytes }: StoredLogo): string =>
  mediaType === 'image/svg+xml' ? bytes.toString('utf8') : dataUrl(mediaType, bytes);

/** A logo as a page shows it. */
export const shownLogo = (logo: StoredLogo | null) =>
  logo && {
    mediaType: logo.mediaType,
    bytes: logo.bytes.length,
    dataUrl: dataUrl(logo.mediaType, logo.bytes),
  };

const dataUrl = (mediaType: string, bytes: Buffer): string =>
  `data:${mediaType};base64,${bytes.toString('base64')}`;

/** By the first bytes: a name is only a claim. */
function mediaTypeOf(bytes: Buffer): LogoMediaType | 'application/octet-stream' {
  if (bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return 'image/png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'image/jpeg';
  return /^\uFEFF?\s*(<\?xml|<!--|<!DOCTYPE\s+svg|<svg)/i.test(bytes.toString('utf8', 0, 256))
    ? 'image/svg+xml'
    : 'application/octet-stream';
}

const kib = (bytes: number): number => Math.ceil(bytes / 1024);

const refused = (why: Why, values?: Reason['values']) => cannot('logo-refused', why, values);
