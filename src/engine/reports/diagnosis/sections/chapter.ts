import type { TextNode } from '../../layout/nodes.ts';
import { title } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';

/** Names of chapters for links, page numbers and bookmarks. */
export const chapterIds = {
  summary: 'summary',
  method: 'method',
  coverage: 'coverage',
  money: 'money',
  findings: 'appendix-findings',
  resources: 'appendix-resources',
  checks: 'appendix-checks',
  aspect: (aspect: string) => `aspect-${aspect}`,
  check: (id: string) => `check-${id}`,
  findingsOf: (checkId: string) => `appendix-findings-${checkId}`,
};

/** A chapter begins on a page of its own: bookmarks lead to the top of a page. */
export const chapterTitle = (text: string, id: string, { theme }: Edition): TextNode => ({
  ...title(text, theme, { id, bookmark: { text } }),
  pageBreak: 'before',
});
