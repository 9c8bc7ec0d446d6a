import { chapterIds, chapterTitle } from '../../common/sections/chapter.ts';
import { findingColumns, findingRow } from '../../common/sections/finding-rows.ts';
import { withRoom } from '../../layout/keep.ts';
import { mono } from '../../layout/mono.ts';
import type { Node } from '../../layout/nodes.ts';
import { roomFor, table } from '../../layout/table.ts';
import { measure, size } from '../../layout/theme.ts';
import { lead, subheading } from '../../layout/type.ts';
import { type Edition, sum } from '../edition.ts';
import type { ReportAction } from '../input.ts';

/** The findings that each action resolves, with their references. The finished PDF is searched for each of them. */
export function appendix(edition: Edition): Node[] {
  const { input, say } = edition;
  const count = sum(input.actions, ({ concerned }) => concerned.length);
  return [
    chapterTitle(say('appendix.concerned'), chapterIds.concerned, edition),
    lead(count === 0 ? say('appendix.noConcerned') : say('appendix.concernedLead', { count })),
    ...input.actions.flatMap((action) => ofAction(action, edition)),
  ];
}

function ofAction(action: ReportAction, edition: Edition): Node[] {
  const { theme, number } = edition;
  const { concerned, ref } = action;
  if (concerned.length === 0) return [];
  const { columns, widths, paid } = findingColumns(concerned, edition);
  const rows = concerned.map((finding) => findingRow(finding, widths, paid, edition));
  return [
    ...withRoom(
      [actionHeading(action, chapterIds.concernedBy(ref), edition, number(concerned.length))],
      roomFor(rows),
    ),
    table(columns, rows, theme),
  ];
}

/** An action's name above what an appendix has of it. */
export const actionHeading = (
  { ref, words }: ReportAction,
  id: string,
  { theme }: Edition,
  note = '',
): Node =>
  ({
    columns: [
      { width: 34, ...(mono(ref, 50, size.table, { color: theme.accent }) as object) },
      {
        width: measure - 34,
        ...subheading(
          [
            { text: words.title, linkToDestination: chapterIds.action(ref) },
            { text: `  ${note}`, bold: false, color: theme.secondary },
          ],
          theme,
        ),
        id,
        margin: [0, -2, 0, 0],
      },
    ],
    margin: [0, 16, 0, 4],
  }) as Node;
