import { FieldbookError } from '../../shared/contract/errors.ts';
import { logoLimits } from '../../shared/model/branding.ts';
import type { LogoMediaType, StoredLogo } from '../store/logo.ts';
import { readLogo } from './common/logo-file.ts';
import { svgDangers } from './svg-dangers.ts';

/** Bytes of a file as a logo that can be kept, shown and printed; anything else is refused with what to do. */
export function acceptLogo(bytes: Buffer): StoredLogo {
  if (bytes.length > logoLimits.bytes)
    throw refused(
      `The logo has ${kib(bytes.length)} KiB; at most ${kib(logoLimits.bytes)} KiB are taken.`,
      'Save it smaller: 1,600 pixels on its longer side print sharp.',
    );
  const mediaType = mediaTypeOf(bytes);
  const read = readLogo(mediaType === 'image/svg+xml' ? bytes.toString('utf8') : dataUrl(mediaType, bytes));
  switch (read.kind) {
    case 'other':
      throw refused(`The logo is ${read.format || 'of an unknown kind'}.`, 'Save it as SVG, PNG or JPEG.');
    case 'unreadable':
      throw refused(
        read.reason === 'no-size'
          ? 'The logo does not say how large it is.'
          : 'The logo cannot be read: it is damaged or not whole.',
        read.reason === 'no-size'
          ? 'Give the SVG a viewBox, or export it again.'
          : 'Export it again from its source.',
      );
    case 'raster':
      if (read.side > logoLimits.pixels)
        throw refused(
          `The logo's longer side has ${read.side} pixels; at most ${logoLimits.pixels} are taken.`,
          'Save it smaller: 1,600 pixels on its longer side print sharp.',
        );
      break;
    case 'svg': {
      const dangers = svgDangers(bytes.toString('utf8'));
      if (dangers.length > 0)
        throw refused(
          `The logo holds what a picture must not: ${dangers.join(', ')}.`,
          'Export it as plain SVG with its pictures inside and no scripts, or as PNG.',
        );
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

const kib = (bytes: number): string => Math.ceil(bytes / 1024).toLocaleString('en-US');

const refused = (message: string, next: string): FieldbookError =>
  new FieldbookError('logo-refused', message, next);
