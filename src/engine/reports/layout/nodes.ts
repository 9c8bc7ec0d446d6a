import type { Content, ContentText, Margins } from 'pdfmake/interfaces.js';

/** A part of a document as pdfmake takes it. Every node is made anew where it is used: one used twice prints once. */
export type Node = Content;

/** Text within a line: a string or a string with its own type. */
export type Inline = string | ContentText;

/** Space above in points, without the other three. */
export const above = (points: number): Margins => [0, points, 0, 0];
export const below = (points: number): Margins => [0, 0, 0, points];
