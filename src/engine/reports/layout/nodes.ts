import type { Content, createPdf, setFonts } from 'pdfmake';

// pdfmake's types have no module of their own that resolves at run time, so they are taken from what it exports.

/** A part of a document as pdfmake takes it. Every node is made anew where it is used: one used twice prints once. */
export type Node = Content;

export type TextNode = Extract<Content, { text: unknown }>;
export type TableNode = Extract<Content, { table: unknown }>;
export type CanvasNode = Extract<Content, { canvas: unknown }>;

export type DocumentDefinition = Parameters<typeof createPdf>[0];
export type FontDictionary = Parameters<typeof setFonts>[0];

/** Content that is made anew for each page, such as its header. */
export type PageContent = Extract<DocumentDefinition['header'], (...rest: never[]) => unknown>;

/** Pages with furniture of their own; only at the root of a document. */
export interface SectionNode {
  section: Node[];
  header?: null;
  footer?: null;
  pageMargins?: Margins;
  background?: (page: number, paper: { width: number; height: number }) => Node;
}

/** Left, top, right, bottom in points. */
type Margins = [number, number, number, number];

/** Text within a line: a string or a string with its own type. */
export type Inline = string | TextNode;

/** Space above in points, without the other three. */
export const above = (points: number): Margins => [0, points, 0, 0];
export const below = (points: number): Margins => [0, 0, 0, points];
