import { families } from '../fonts.ts';
import type { Node } from '../layout/nodes.ts';

/** An SVG logo is text; anything else is a data URL, kept once in the document's images under its key. */
export const isSvg = (logo: string): boolean => /^\s*(<\?xml|<!--|<!DOCTYPE|<svg)/i.test(logo);

/** The logo fitted into a box. */
export function logo(image: string, key: string, fit: [number, number]): Node {
  if (!isSvg(image)) return { image: imageKey(key), fit };
  // Pictures inside an SVG may only be data: pdfmake's access policies do not reach them.
  const options = { imageCallback: (link: string) => (link.startsWith('data:image/') ? link : '') };
  return { svg: image, fit, font: families.sans, options } as Node;
}

const imageKey = (key: string): string => `${key}-logo`;

/** The images dictionary of the document: what is not there is embedded once per use. */
export const logoImages = (logos: Record<string, string | null>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(logos).flatMap(([key, image]) => (image && !isSvg(image) ? [[imageKey(key), image]] : [])),
  );
