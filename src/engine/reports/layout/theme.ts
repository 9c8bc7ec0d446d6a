import type { ChartStyle } from '../../../shared/charts/style.ts';
import { grounds, hexColour, mix, onCover, ownAccent, readable } from '../../../shared/colour.ts';
import type { TitleFont } from '../../../shared/model/branding.ts';
import type { Severity } from '../../../shared/model/finding.ts';
import { families } from '../fonts.ts';

/** Points. A4 with wide margins; everything is set in the one column between them. */
export const page = { width: 595.28, height: 841.89, left: 56, right: 56, top: 80, bottom: 62 };
export const measure = page.width - page.left - page.right;
export const columnHeight = page.height - page.top - page.bottom;

/** Sizes of type in points. */
export const size = {
  display: 44,
  title: 27,
  figure: 19,
  heading: 12.5,
  subheading: 10,
  body: 9.5,
  table: 8,
  small: 7,
};

/** Widths of characters in em: what the sizes of blocks are reckoned with before they are set. */
export const em = { mono: 0.6, sans: 0.62 };

export const white = grounds.white;

/** Severity is told by shape and colour; the shapes are glyphs of Inter. */
export const severityMarks: Record<Severity, { glyph: string; colour: string }> = {
  critical: { glyph: '◆', colour: '#b3261e' },
  high: { glyph: '▲', colour: '#c2570c' },
  medium: { glyph: '■', colour: '#946200' },
  low: { glyph: '●', colour: '#2f67b1' },
};

export interface Theme {
  /** Family of titles and of the cover. */
  display: string;
  ink: string;
  secondary: string;
  line: string;
  /** Ground of code and notes. */
  panel: string;
  /** For headings and charts on white. */
  accent: string;
  tint: string;
  /** The cover: its ground, its type, and the accent as it can be read there. */
  cover: { ground: string; ink: string; secondary: string; accent: string };
  /** Parts of bars. What is unknown has no colour of its own, only a dashed outline. */
  bar: { pass: string; manual: string; unknown: string };
  chart: ChartStyle;
}

/** Colours of a report around its accent, which is moved until it can be read: 4.5 : 1 on white and on the cover. */
export function themeOf(accentOfBranding: string | null, titleFont: TitleFont = 'inter'): Theme {
  const chosen = (accentOfBranding && hexColour(accentOfBranding)) ?? ownAccent;
  const accent = readable(chosen, white, 4.5);
  const ground = grounds.cover;
  const ink = '#17212b';
  const secondary = '#5b6875';
  const line = '#e3e7eb';
  const tint = mix(white, chosen, 0.12);
  return {
    display: titleFont === 'source-serif' ? families.serif : families.light,
    ink,
    secondary,
    line,
    panel: grounds.paper,
    accent,
    tint,
    cover: {
      ground,
      ink: '#f2f5f6',
      secondary: '#9fb0b8',
      accent: onCover(chosen),
    },
    bar: { pass: '#cfd8de', manual: '#8fa0ac', unknown: '#8a96a3' },
    chart: {
      font: families.sans,
      size: 7.5,
      ink,
      secondary,
      line,
      accent,
      tint,
      bad: severityMarks.critical.colour,
      ground: white,
    },
  };
}
