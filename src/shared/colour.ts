/** A colour as #rrggbb; null for everything that is not #rgb or #rrggbb. */
export function hexColour(css: string): string | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(css.trim());
  if (short) return `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`.toLowerCase();
  return /^#[0-9a-f]{6}$/i.test(css.trim()) ? css.trim().toLowerCase() : null;
}

const channels = (hex: string): [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

/** `share` of the second colour in the first, 0 to 1. */
export function mix(from: string, to: string, share: number): string {
  const [a, b] = [channels(from), channels(to)];
  return `#${a
    .map((value, index) => Math.round(value + (b[index]! - value) * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = channels(hex).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio, 1 to 21, WCAG 2.2. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The colour, moved away from its ground until it can be read on it. */
export function readable(colour: string, ground: string, ratio: number): string {
  const towards = luminance(ground) > 0.18 ? '#000000' : '#ffffff';
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = mix(colour, towards, share);
    if (contrast(candidate, ground) >= ratio) return candidate;
  }
  return towards;
}

/** What an accent stands on in a report. */
export const grounds = { white: '#ffffff', paper: '#f4f6f7', cover: '#0e1d24' } as const;
export type Ground = keyof typeof grounds;

/** Fieldbook's own accent, where nobody chose one. */
export const ownAccent = '#0f766e';

/** The accent as it is printed on a cover, where Fieldbook's own has a shade of its own. */
export const onCover = (accent: string): string =>
  readable(accent.toLowerCase() === ownAccent ? '#2dd4bf' : accent, grounds.cover, 4.5);

export interface Legibility {
  ground: Ground;
  /** Of the colour as it was chosen, 1 to 21. */
  ratio: number;
  /** WCAG 2.2 AA: 4.5 for type, 3 for large type and parts of charts. */
  carries: 'text' | 'charts' | 'nothing';
  /** The shade that is printed there, so that it can be read as text. */
  printed: string;
}

/** How well an accent can be read on each ground of a report. */
export const legibilityOf = (accent: string): Legibility[] =>
  (Object.keys(grounds) as Ground[]).map((ground) => {
    const ratio = contrast(accent, grounds[ground]);
    return {
      ground,
      ratio,
      carries: ratio >= 4.5 ? 'text' : ratio >= 3 ? 'charts' : 'nothing',
      printed: ground === 'cover' ? onCover(accent) : readable(accent, grounds[ground], 4.5),
    };
  });
