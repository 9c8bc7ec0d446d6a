import { chapterIds } from '../../common/sections/chapter.ts';
import { amount } from '../../common/sections/finding-rows.ts';
import { missingPermissions, nameOf, placeOf, reasonOf, referenceName } from '../../common/words.ts';
import { families } from '../../fonts.ts';
import { heightOf, withRoom } from '../../layout/keep.ts';
import { severityShape } from '../../layout/marks.ts';
import { code, monoLines, shellLines } from '../../layout/mono.ts';
import type { Inline, Node } from '../../layout/nodes.ts';
import { codePanel, codeSize } from '../../layout/panel.ts';
import { type Column, type Row, roomFor, table, widthsOf } from '../../layout/table.ts';
import { measure, size } from '../../layout/theme.ts';
import { cell, heading, paragraph, quiet, remark } from '../../layout/type.ts';
import type { CheckView, Edition } from '../edition.ts';

const shown = 5;
const commands = 3;

/** All that is told of a check that found something: why it matters, where, how to mend it, what it is worth. */
export function checkBlock(view: CheckView, edition: Edition): Node[] {
  const { texts, say, theme } = edition;
  const { check } = view;
  const steps = texts.list(`checks.${check.id}.steps`);
  const { columns, rows } = resources(view, edition);
  return [
    ...withRoom(
      [
        {
          ...heading([severityShape(view.worst, size.heading * 0.9), `\u2002${view.title}`], theme, {
            id: chapterIds.check(check.id),
            bookmark: { text: view.title, under: chapterIds.aspect(check.aspect) },
          }),
          margin: [0, 24, 0, 3],
        },
        meta(view, edition),
        paragraph(texts.t(`checks.${check.id}.risk`)),
      ],
      roomFor(rows),
    ),
    table(columns, rows, theme),
    ...(view.fails.length > shown ? [more(view, edition)] : []),
    ...money(view, edition),
    ...(view.unknowns.length > 0 ? [unknowns(view, edition)] : []),
    ...withRoom(
      [{ ...cell(say('check.steps'), { bold: true, fontSize: size.body }), margin: [0, 9, 0, 3] }],
      heightOf(steps[0] ?? '', measure, size.body),
    ),
    {
      ol: steps.map((step) => ({
        text: step,
        // A step stays in one piece; one that is longer than any step should be may break.
        unbreakable: step.length < 1000,
        fontSize: size.body,
        lineHeight: 1.28,
        margin: [0, 0, 0, 2.5] as [number, number, number, number],
      })),
      markerColor: theme.secondary,
      fontSize: size.body,
    },
    ...fixes(view, edition),
  ];
}

function meta({ check, worst, fails }: CheckView, edition: Edition): Node {
  const { say, theme, severityName } = edition;
  const parts: Inline[] = [
    { ...code(check.id, size.small + 0.5) },
    `  ·  ${severityName(worst)}  ·  ${say(`efforts.${check.effort}`)}  ·  ${say('check.fails', {
      count: fails.length,
      of: edition.number(check.counts.fail + check.counts.pass + check.counts.unknown + check.counts.manual),
    })}`,
  ];
  const references = check.references.map((reference) => referenceName(reference, edition)).join('; ');
  return {
    stack: [
      { text: parts, fontSize: size.small + 0.5, lineHeight: 1.3, color: theme.secondary },
      ...(references
        ? [{ text: references, fontSize: size.small + 0.5, lineHeight: 1.3, color: theme.secondary }]
        : []),
    ],
    margin: [0, 0, 0, 6],
  };
}

/** The first resources: those that weigh most, as the findings are sorted. */
function resources(view: CheckView, edition: Edition): { columns: Column[]; rows: Row[] } {
  const { say, theme } = edition;
  const paid = view.fails.slice(0, shown).some((finding) => finding.verdict.saving);
  const columns = [
    { width: 158, head: say('check.resource') },
    { width: '*' as const, head: say('check.reason') },
    ...(paid ? [{ width: 70, head: say('summary.savingMonth'), align: 'right' as const }] : []),
  ];
  const [nameWidth, reasonWidth] = widthsOf(columns) as [number, number];
  return {
    columns,
    rows: view.fails.slice(0, shown).map((finding): Row => {
      const name = nameOf(finding.resource, edition);
      const reason = reasonOf(finding, edition);
      return {
        cells: [
          {
            stack: [cell(name, { font: families.medium }), quiet(placeOf(finding.resource, edition), theme)],
          },
          cell(reason),
          ...(paid ? [amount(finding, edition)] : []),
        ],
        height: Math.max(
          heightOf(name, nameWidth, size.table) + 20,
          heightOf(reason, reasonWidth, size.table),
        ),
      };
    }),
  };
}

function more(view: CheckView, { say, theme }: Edition): Node {
  return remark(
    [
      `${say('check.more', { count: view.fails.length - shown })} `,
      {
        text: [
          { text: `${say('check.allOnPage')} `, color: theme.accent },
          { pageReference: chapterIds.findingsOf(view.check.id), color: theme.accent } as unknown as Inline,
        ],
        linkToDestination: chapterIds.findingsOf(view.check.id),
      } as Inline,
    ],
    theme,
  );
}

function money({ check, fails }: CheckView, edition: Edition): Node[] {
  const { say, input } = edition;
  if (check.counted + check.advisory === 0) return [];
  const date = edition.date(
    fails.find((finding) => finding.verdict.saving)?.verdict.saving?.priceDate ?? input.savings.priceDate,
  );
  const amounts = [
    ...(check.counted > 0 ? [say('check.counted', { amount: edition.money(check.counted) })] : []),
    ...(check.advisory > 0 ? [say('check.advisory', { amount: edition.money(check.advisory) })] : []),
    say('money.basis', { date }),
  ];
  return [{ ...paragraph(amounts.join(' ')), margin: [0, 8, 0, 0] }];
}

function unknowns({ unknowns }: CheckView, edition: Edition): Node {
  const { say, theme } = edition;
  const permissions = missingPermissions(unknowns);
  return remark(
    [
      say('check.unknown', { count: unknowns.length }),
      ...(permissions.length > 0
        ? [
            ` ${say('check.permissions', { count: permissions.length })} `,
            ...permissions.flatMap((permission, index): Inline[] => [
              ...(index > 0 ? [', '] : []),
              code(permission, size.small + 0.5),
            ]),
            '.',
          ]
        : []),
    ],
    theme,
  );
}

/** Commands for the first resources and Terraform for the first: what an engineer would start from. */
function fixes(view: CheckView, edition: Edition): Node[] {
  const { say, theme } = edition;
  const withCommand = view.fails.filter((finding) => finding.fix.cli !== null).slice(0, commands);
  const withCode = view.fails.find((finding) => finding.fix.terraform !== null);
  return [
    ...(withCommand.length > 0
      ? codePanel(
          say('check.cli', {
            names: withCommand.map((finding) => nameOf(finding.resource, edition)),
            count: withCommand.length,
          }),
          // Some commands do not name the resource: once is enough.
          (width) =>
            shellLines([...new Set(withCommand.map((finding) => finding.fix.cli!))], width, codeSize),
          theme,
        )
      : []),
    ...(withCode
      ? codePanel(
          say('check.terraform', { name: nameOf(withCode.resource, edition) }),
          (width) => monoLines(withCode.fix.terraform!, width, codeSize),
          theme,
        )
      : []),
  ];
}
