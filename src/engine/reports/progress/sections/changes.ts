import { chapterIds, chapterTitle } from '../../common/sections/chapter.ts';
import { findingColumns, findingRow } from '../../common/sections/finding-rows.ts';
import { withRoom } from '../../layout/keep.ts';
import { severityShape } from '../../layout/marks.ts';
import type { Inline, Node } from '../../layout/nodes.ts';
import { roomFor, table } from '../../layout/table.ts';
import { size } from '../../layout/theme.ts';
import { cell, figures, heading, lead, paragraph, remark, subheading } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';
import { type ListedChange, listedChanges, type ReportChange } from '../input.ts';
import { stateMark } from './summary.ts';

const shown = 6;

/** What became of findings, state by state and check by check; the appendix has every one. */
export function changes(edition: Edition): Node[] {
  const { input, say } = edition;
  return [
    chapterTitle(say('changes.title'), chapterIds.changes, edition),
    lead(say(input.changes.length === 0 ? 'changes.none' : 'changes.lead', { count: input.changes.length })),
    ...listedChanges.flatMap((change) => ofState(change, edition)),
  ];
}

function ofState(change: ListedChange, edition: Edition): Node[] {
  const { say, theme, number, of } = edition;
  const found = of(change);
  if (found.length === 0) return [];
  const byCheck = [...Map.groupBy(found, ({ finding }) => finding.checkId)];
  const rest = byCheck.slice(shown);
  const rows = byCheck
    .slice(0, shown)
    .map(([check, group]) => [
      cell([severityShape(group[0]!.finding.severity, size.table)]),
      cell(edition.checkTitle(check)),
      cell(why(group, edition), { color: theme.secondary, fontSize: size.small }),
      figures(number(group.length), { bold: true }),
    ]);
  return [
    ...withRoom(
      [
        heading(
          [
            stateMark(change, edition),
            ` ${say(`states.${change}`)}`,
            { text: `  ${number(found.length)}`, bold: false, color: theme.secondary },
          ],
          theme,
        ),
        paragraph(say(`stateTexts.${change}`)),
      ],
      roomFor(rows),
    ),
    table(
      [
        { width: 9, head: '' },
        { width: '*', head: say('aspect.finding') },
        { width: 170, head: say('changes.why') },
        { width: 44, head: say('changes.findings'), align: 'right' },
      ],
      rows,
      theme,
      { gap: 9, padding: 3.4 },
    ),
    remark(
      [
        ...(rest.length > 0 ? [`${say('changes.more', { count: rest.length })} `] : []),
        {
          text: [
            { text: `${say('check.allOnPage')} `, color: theme.accent },
            { pageReference: chapterIds.changedAs(change), color: theme.accent } as unknown as Inline,
          ],
          linkToDestination: chapterIds.changedAs(change),
        } as Inline,
      ],
      theme,
    ),
  ];
}

/** What made the difference, of those of one check, each once. */
function why(group: readonly ReportChange[], { say }: Edition): string {
  return [
    ...new Set(
      group.map(({ failure, cause }) => (failure ? say(`failures.${failure}`) : say(`causes.${cause}`))),
    ),
  ].join('; ');
}

/** Every changed finding with its reference. The finished PDF is searched for each of them. */
export function appendix(edition: Edition): Node[] {
  const { input, say } = edition;
  return [
    chapterTitle(say('appendix.changed'), chapterIds.changed, edition),
    lead(
      input.changes.length === 0
        ? say('changes.none')
        : say('appendix.changedLead', { count: input.changes.length }),
    ),
    ...listedChanges.flatMap((change) => listed(change, edition)),
  ];
}

function listed(change: ListedChange, edition: Edition): Node[] {
  const { say, theme, number, of } = edition;
  const found = of(change).map(({ finding }) => finding);
  if (found.length === 0) return [];
  const { columns, widths, paid } = findingColumns(found, edition);
  const rows = found.map((finding) => findingRow(finding, widths, paid, edition, { check: true }));
  return [
    ...withRoom(
      [
        {
          ...subheading(
            [
              stateMark(change, edition),
              ` ${say(`states.${change}`)}`,
              { text: `  ${number(found.length)}`, bold: false, color: theme.secondary },
            ],
            theme,
          ),
          id: chapterIds.changedAs(change),
          fontSize: size.heading,
          margin: [0, 18, 0, 3],
        },
      ],
      roomFor(rows),
    ),
    table(columns, rows, theme),
  ];
}
