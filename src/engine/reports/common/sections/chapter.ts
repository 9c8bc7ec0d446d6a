import { withRoom } from '../../layout/keep.ts';
import type { Node, TextNode } from '../../layout/nodes.ts';
import { title } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';

/** Names of chapters for links, page numbers and bookmarks. */
export const chapterIds = {
  summary: 'summary',
  method: 'method',
  coverage: 'coverage',
  money: 'money',
  systems: 'systems',
  decisions: 'decisions',
  findings: 'appendix-findings',
  resources: 'appendix-resources',
  checks: 'appendix-checks',
  diagnosed: 'diagnosed',
  roadmap: 'roadmap',
  toDecide: 'to-decide',
  concerned: 'appendix-concerned',
  track: (track: string) => `track-${track}`,
  action: (ref: string) => `action-${ref}`,
  done: 'done',
  gained: 'gained',
  changes: 'changes',
  maturity: 'maturity',
  rules: 'rules',
  next: 'next',
  changed: 'appendix-changed',
  changedAs: (change: string) => `appendix-changed-${change}`,
  code: 'appendix-code',
  codeOf: (ref: string) => `appendix-code-${ref}`,
  concernedBy: (ref: string) => `appendix-concerned-${ref}`,
  aspect: (aspect: string) => `aspect-${aspect}`,
  check: (id: string) => `check-${id}`,
  findingsOf: (checkId: string) => `appendix-findings-${checkId}`,
};

/** A short chapter goes on below the one before, where there is room for its beginning. */
export const chapterBelow = (text: string, id: string, { theme }: Edition): Node[] =>
  withRoom([{ ...title(text, theme, { id, bookmark: { text } }), margin: [0, 44, 0, 14] }], 190);

/** A chapter begins on a page of its own: bookmarks lead to the top of a page. */
export const chapterTitle = (text: string, id: string, { theme }: Edition): TextNode => ({
  ...title(text, theme, { id, bookmark: { text } }),
  pageBreak: 'before',
});
