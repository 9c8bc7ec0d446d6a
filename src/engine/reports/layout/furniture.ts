import { printable } from '../glyphs.ts';
import type { PageContent } from './nodes.ts';
import { page, size, type Theme } from './theme.ts';
import { cut } from './type.ts';

const line = (left: string, right: string, top: number, theme: Theme) => ({
  columns: [
    { text: left, width: '*', noWrap: true },
    { text: right, width: 'auto', alignment: 'right' as const, noWrap: true },
  ],
  columnGap: 20,
  margin: [page.left, top, page.right, 0] as [number, number, number, number],
  fontSize: size.small,
  color: theme.secondary,
});

export const header =
  (left: string, right: string, theme: Theme): PageContent =>
  () =>
    line(cut(printable(left, 'sans'), 70), cut(printable(right, 'sans'), 40), 38, theme);

export const footer =
  (left: string, theme: Theme): PageContent =>
  (current, count) =>
    line(printable(left, 'sans'), `${current} / ${count}`, 28, theme);
