import { printable } from '../glyphs.ts';
import { above, below, type Inline, type TextNode } from './nodes.ts';
import { size, type Theme } from './theme.ts';

/** A name that links and page numbers can point to, and its place among the bookmarks. */
export interface Anchor {
  id: string;
  bookmark?: { text: string; under?: string };
}

const anchored = (anchor: Anchor | undefined) =>
  anchor && {
    id: anchor.id,
    ...(anchor.bookmark && {
      outline: true,
      outlineText: anchor.bookmark.text,
      outlineExpanded: false,
      ...(anchor.bookmark.under && { outlineParentId: anchor.bookmark.under }),
    }),
  };

/** Opens a chapter: light and large. */
export const title = (text: string, theme: Theme, anchor?: Anchor): TextNode => ({
  text,
  font: theme.display,
  fontSize: size.title,
  lineHeight: 1.05,
  color: theme.ink,
  margin: below(18),
  ...anchored(anchor),
});

export const heading = (text: Inline | Inline[], theme: Theme, anchor?: Anchor): TextNode => ({
  text,
  bold: true,
  fontSize: size.heading,
  lineHeight: 1.15,
  color: theme.ink,
  margin: [0, 20, 0, 6],
  ...anchored(anchor),
});

export const subheading = (text: Inline | Inline[], theme: Theme): TextNode => ({
  text,
  bold: true,
  fontSize: size.subheading,
  lineHeight: 1.2,
  color: theme.ink,
  margin: [0, 12, 0, 4],
});

/** Running text; the larger lead opens a chapter. */
export const paragraph = (text: Inline | Inline[]): TextNode => ({
  text,
  fontSize: size.body,
  lineHeight: 1.3,
  margin: below(8),
  // A short paragraph stays whole; a long one may break, because pdfmake loses a block that no page can hold.
  ...(lengthOf(text) < 1000 && { unbreakable: true }),
});

const lengthOf = (text: Inline | Inline[]): number =>
  typeof text === 'string'
    ? printable(text, 'sans').length
    : Array.isArray(text)
      ? text.reduce((sum, part) => sum + lengthOf(part), 0)
      : lengthOf(text.text as Inline | Inline[]);

/**
 * Figures of equal width: the numbers of a column stand below each other, and the kerning of the others, which pushes
 * the point of '97.1' into its 1, is not there. Not for all of a report: it turns off pdfkit's cache of words.
 */
export const tabular = { fontFeatures: { tnum: true } } as unknown as Partial<TextNode>;

export const lead = (text: Inline | Inline[]): TextNode => ({
  text,
  fontSize: 10.5,
  lineHeight: 1.36,
  margin: below(10),
  ...tabular,
});

/** A remark in small grey type. */
export const remark = (text: Inline | Inline[], theme: Theme): TextNode => ({
  text,
  fontSize: size.small + 0.5,
  lineHeight: 1.25,
  color: theme.secondary,
  margin: above(4),
});

/** A cell of a table. */
export const cell = (text: Inline | Inline[], more: Partial<TextNode> = {}): TextNode => ({
  text,
  fontSize: size.table,
  lineHeight: 1.18,
  ...more,
});

export const quiet = (text: Inline | Inline[], theme: Theme): TextNode =>
  cell(text, { color: theme.secondary, fontSize: size.small });

export const figures = (text: string, more: Partial<TextNode> = {}): TextNode =>
  cell(text, { alignment: 'right', noWrap: true, ...tabular, ...more });

/** One line that is cut with an ellipsis; for the furniture of a page, never for what a report has to say. */
export const cut = (text: string, characters: number): string =>
  text.length <= characters ? text : `${text.slice(0, characters - 1).trimEnd()}…`;
