import { families } from '../../fonts.ts';
import { heightOf } from '../../layout/keep.ts';
import { statusMark } from '../../layout/marks.ts';
import { mono, monoLines } from '../../layout/mono.ts';
import type { Node } from '../../layout/nodes.ts';
import { type Column, type Row, widthsOf } from '../../layout/table.ts';
import { size } from '../../layout/theme.ts';
import { cell, figures, quiet } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';
import type { ReportFinding } from '../input.ts';
import { decisionLine, isPlace, nameOf, placeOf, reasonOf } from '../words.ts';

const identifierSize = 6.2;

/** Columns of a list of findings; money has one where there is some. */
export function findingColumns(
  findings: readonly ReportFinding[],
  { say }: Edition,
): { columns: Column[]; widths: readonly [number, number, number]; paid: boolean } {
  const paid = findings.some((finding) => finding.verdict.saving);
  const columns: Column[] = [
    { width: 68, head: say('appendix.ref') },
    { width: 196, head: say('check.resource') },
    { width: '*', head: say('check.reason') },
    ...(paid ? [{ width: 62, head: say('summary.savingMonth'), align: 'right' as const }] : []),
  ];
  return { columns, widths: widthsOf(columns) as [number, number, number], paid };
}

/** A finding with its reference, where it is and why; with the title of its check where a list holds several. */
export function findingRow(
  finding: ReportFinding,
  [refWidth, nameWidth, reasonWidth]: readonly [number, number, number],
  paid: boolean,
  edition: Edition,
  options: { check?: boolean } = {},
): Row {
  const { say, theme, severityName } = edition;
  const { resource, verdict } = finding;
  const name = nameOf(resource, edition);
  const reason = [reasonOf(finding, edition), decisionLine(finding, edition)].filter(Boolean).join('\n');
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
      {
        stack: [
          ...(options.check
            ? [
                cell(edition.checkTitle(finding.checkId), {
                  font: families.medium,
                  fontSize: size.table - 0.3,
                }),
              ]
            : []),
          cell(reason, { fontSize: size.table - 0.3 }),
        ],
      },
      ...(paid ? [amount(finding, edition)] : []),
    ],
    height: Math.max(
      heightOf(name, nameWidth, size.table) +
        (arn ? monoLines(arn, nameWidth, identifierSize).length * 9 : 0) +
        20,
      heightOf(reason, reasonWidth, size.table) + (options.check ? 24 : 0),
    ),
  };
}

/** An amount; one that is not counted stands in brackets with its name. */
export function amount(finding: ReportFinding, { say, theme, money }: Edition): Node {
  const { saving } = finding.verdict;
  if (!saving) return figures('–', { color: theme.secondary });
  if (saving.kind === 'counted') return figures(money(saving.monthly));
  return {
    stack: [
      figures(money(saving.monthly), { color: theme.secondary }),
      figures(say('money.advisoryWord'), { color: theme.secondary, fontSize: size.small - 0.5 }),
    ],
  };
}
