import { chapterIds, chapterTitle } from '../../common/sections/chapter.ts';
import { findingColumns, findingRow } from '../../common/sections/finding-rows.ts';
import { withRoom } from '../../layout/keep.ts';
import { severityShape, unknownShape } from '../../layout/marks.ts';
import { code } from '../../layout/mono.ts';
import type { Node } from '../../layout/nodes.ts';
import { roomFor, table } from '../../layout/table.ts';
import { size } from '../../layout/theme.ts';
import { lead, subheading } from '../../layout/type.ts';
import type { CheckView, Edition } from '../edition.ts';

/** Every finding, open or undecided, with its reference, where it is and why. The finished PDF is searched for each of them. */
export function appendixFindings(edition: Edition): Node[] {
  const { input, say, number } = edition;
  const sum = (of: (view: CheckView) => number) => edition.checks.reduce((all, view) => all + of(view), 0);
  const views = edition.checks.filter(
    (view) => view.fails.length + view.unknowns.length + view.manuals.length + view.aside.length > 0,
  );
  return [
    chapterTitle(say('appendix.findings'), chapterIds.findings, edition),
    lead(
      views.length === 0
        ? say('appendix.noFindings')
        : say('appendix.findingsLead', {
            count: input.findings.length,
            open: number(sum((view) => view.fails.length)),
            unknown: number(sum((view) => view.unknowns.length)),
            manual: number(sum((view) => view.manuals.length)),
            aside: number(sum((view) => view.aside.length)),
          }),
    ),
    ...views.flatMap((view) => ofCheck(view, edition)),
  ];
}

function ofCheck(view: CheckView, edition: Edition): Node[] {
  const { theme } = edition;
  const all = [...view.fails, ...view.unknowns, ...view.manuals, ...view.aside];
  const { columns, widths, paid } = findingColumns(all, edition);
  const rows = all.map((finding) => findingRow(finding, widths, paid, edition));
  const shape =
    view.fails.length + view.aside.length > 0
      ? severityShape(view.worst, size.subheading)
      : unknownShape(theme, size.subheading);
  return [
    ...withRoom(
      [
        {
          ...subheading(
            [
              shape,
              `\u2002${view.title}  `,
              { ...code(view.check.id, size.small + 0.5), bold: false, color: theme.secondary },
            ],
            theme,
          ),
          id: chapterIds.findingsOf(view.check.id),
          margin: [0, 16, 0, 3],
        },
      ],
      roomFor(rows),
    ),
    table(columns, rows, theme),
  ];
}
