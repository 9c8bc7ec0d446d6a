/**
 * What an SVG holds beside a picture: scripts, handlers of events, pages inside it, and references to anything outside
 * of it. Looked for in the text and not in a tree, so that no parser's leniency decides; a picture has none of this.
 */
export function svgDangers(svg: string): string[] {
  const text = svg.replace(/<!--[\s\S]*?-->/g, '');
  const found = [
    ...elements
      .filter((name) => new RegExp(`<(?:[\\w.-]+:)?${name}[\\s/>]`, 'i').test(text))
      .map((name) => `<${name}>`),
    ...[...text.matchAll(/[\s"'/](on[a-z]+)\s*=/gi)].map(([, name]) => name!.toLowerCase()),
    ...[...text.matchAll(/[\s"'/](?:[\w.-]+:)?(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi)]
      .map(([, a, b, c]) => (a ?? b ?? c ?? '').trim())
      .filter((link) => !isInside(link))
      .map(shortened),
    ...[...text.matchAll(/url\(\s*["']?\s*([^"')\s]*)/gi)]
      .map(([, link]) => link!)
      .filter((link) => !isInside(link))
      .map(shortened),
    ...(/@import/i.test(text) ? ['@import'] : []),
    ...(/<!ENTITY/i.test(text) ? ['<!ENTITY>'] : []),
    ...(/<\?xml-stylesheet/i.test(text) ? ['<?xml-stylesheet?>'] : []),
  ];
  return [...new Set(found)];
}

const elements = [
  'script',
  'foreignObject',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'handler',
  'set',
  'animate',
];

/** A part of the same file, or a picture that is in it. */
const isInside = (link: string): boolean =>
  link === '' || link.startsWith('#') || /^data:image\/(png|jpeg);base64,/i.test(link);

const shortened = (link: string): string => (link.length > 60 ? `${link.slice(0, 59)}…` : link);
