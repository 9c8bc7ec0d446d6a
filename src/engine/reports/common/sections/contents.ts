import type { Node, TextNode } from '../../layout/nodes.ts';
import { table } from '../../layout/table.ts';
import { size } from '../../layout/theme.ts';
import { cell, title } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';

/** A chapter as the contents list it. */
export interface Chapter {
  id: string;
  title: string;
  /** Stands before the page number, such as a score. */
  note?: string;
}

/** What is in the report and where; every line is a link. */
export function contents(chapters: readonly Chapter[], edition: Edition): Node[] {
  const { say, theme } = edition;
  const number = (id: string) =>
    ({
      pageReference: id,
      fontSize: size.body,
      alignment: 'right',
      color: theme.secondary,
    }) as unknown as TextNode;
  return [
    title(say('contents.title'), theme, { id: 'contents' }),
    table(
      [{ width: '*' }, { width: 120, align: 'right' }, { width: 30, align: 'right' }],
      chapters.map((chapter) => [
        cell(chapter.title, { fontSize: size.body, linkToDestination: chapter.id }),
        cell(chapter.note ?? '', { fontSize: size.body, alignment: 'right', color: theme.secondary }),
        number(chapter.id),
      ]),
      theme,
      { padding: 5.5 },
    ),
  ];
}
