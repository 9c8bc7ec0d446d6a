import { families } from '../../fonts.ts';
import { heightOf, withRoom } from '../../layout/keep.ts';
import { severityShape, statusMark, unknownShape } from '../../layout/marks.ts';
import { code, mono, monoLines } from '../../layout/mono.ts';
import type { Node } from '../../layout/nodes.ts';
import { type Row, roomFor, table, widthsOf } from '../../layout/table.ts';
import { size } from '../../layout/theme.ts';
import { cell, lead, quiet, subheading } from '../../layout/type.ts';
import type { CheckView, Edition } from '../edition.ts';
import type { ReportFinding } from '../input.ts';
import { isPlace, nameOf, placeOf, reasonOf } from '../words.ts';
import { chapterIds, chapterTitle } from './chapter.ts';
import { amount } from './check-block.ts';

const identifierSize = 6.2;

/** Every open finding with its reference, where it is and why. The finished PDF is searched for each of them. */
export function appendixFindings(edition: Edition): Node[] {
  const { input, say } = edition;
  const views = edition.checks.filter(
    (view) => view.fails.length + view.unknowns.length + view.manuals.length > 0,
  );
  return [
    chapterTitle(say('appendix.findings'), chapterIds.findings, edition),
    lead(
      views.length === 0
        ? say('appendix.noFindings')
        : say('appendix.findingsLead', { count: input.findings.length }),
    ),
    ...views.flatMap((view) => ofCheck(view, edition)),
  ];
}

function ofCheck(view: CheckView, edition: Edition): Node[] {
  const { say, theme } = edition;
  const all = [...view.fails, ...view.unknowns, ...view.manuals];
  const paid = all.some((finding) => finding.verdict.saving);
  const columns = [
    { width: 68, head: say('appendix.ref') },
    { width: 196, head: say('check.resource') },
    { width: '*' as const, head: say('check.reason') },
    ...(paid ? [{ width: 62, head: say('summary.savingMonth'), align: 'right' as const }] : []),
  ];
  const widths = widthsOf(columns) as [number, number, number];
  const rows = all.map((finding) => row(finding, widths, paid, edition));
  const shape =
    view.fails.length > 0 ? severityShape(view.worst, size.subheading) : unknownShape(theme, size.subheading);
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

function row(
  finding: ReportFinding,
  [refWidth, nameWidth, reasonWidth]: [number, number, number],
  paid: boolean,
  edition: Edition,
): Row {
  const { say, theme, severityName } = edition;
  const { resource, verdict } = finding;
  const name = nameOf(resource, edition);
  const reason = reasonOf(finding, edition);
  // A place is named in words; what stands for it is no ARN.
  const arn = isPlace(resource) ? null : resource.arn;
  const words = { status: say(`statuses.${verdict.status}`), severity: severityName(finding.severity) };
  return {
    cells: [
      {
        stack: [
          mono(finding.ref, refWidth, size.small),
          {
            text: statusMark(verdict.status, finding.severity, words, theme, size.small - 0.5),
            fontSize: size.small - 0.5,
            lineHeight: 1.3,
          },
        ],
      },
      {
        stack: [
          cell(name, { font: families.medium }),
          ...(arn ? [mono(arn, nameWidth, identifierSize, { color: theme.secondary })] : []),
          quiet(placeOf(resource, edition), theme),
        ],
      },
      cell(reason, { fontSize: size.table - 0.3 }),
      ...(paid ? [amount(finding, edition.money, edition)] : []),
    ],
    height: Math.max(
      heightOf(name, nameWidth, size.table) +
        (arn ? monoLines(arn, nameWidth, identifierSize).length * 9 : 0) +
        20,
      heightOf(reason, reasonWidth, size.table),
    ),
  };
}
