import { aspects } from '../../../../shared/model/aspect.ts';
import { severities } from '../../../../shared/model/finding.ts';
import type { Scores } from '../../../../shared/model/score.ts';
import { chapterIds, chapterTitle } from '../../common/sections/chapter.ts';
import { moneyBasis } from '../../common/sections/money-basis.ts';
import { radar, scoreRadar } from '../../common/sections/scores.ts';
import { together, withRoom } from '../../layout/keep.ts';
import { severityMark } from '../../layout/marks.ts';
import type { Node } from '../../layout/nodes.ts';
import { table } from '../../layout/table.ts';
import { measure, size } from '../../layout/theme.ts';
import { cell, figures, heading, lead, remark } from '../../layout/type.ts';
import { all, type Edition } from '../edition.ts';

/** Scores, open findings and money, then and now. */
export function gained(edition: Edition): Node[] {
  const { input, say, theme, sideName } = edition;
  const { before, after } = input;
  return [
    chapterTitle(say('gained.title'), chapterIds.gained, edition),
    lead(say('gained.lead', { from: sideName(before), to: sideName(after) })),
    {
      columns: [
        {
          width: radar.width,
          stack: [scoreRadar(after.scores, edition, before.scores)],
          margin: [-8, 0, 0, 0],
        },
        { width: '*', stack: [scores(edition)] },
      ],
      columnGap: 10,
    },
    remark(say('gained.radar', { from: sideName(before), to: sideName(after) }), theme),
    ...together([heading(say('gained.open'), theme), open(edition)]),
    ...realised(edition),
    ...together([heading(say('gained.stillToSave'), theme), toSave(edition)]),
    ...moneyBasis(edition),
  ];
}

/** By how much a score rose or fell; a dash where one of the two is not known. */
export const change = (was: number | null, is: number | null, { say, number, theme }: Edition): Node => {
  if (was === null || is === null) return figures('–', { color: theme.secondary });
  const by = Math.round(is) - Math.round(was);
  return figures(by === 0 ? '=' : say(by > 0 ? 'up' : 'down', { by: number(Math.abs(by)) }), {
    bold: by !== 0,
    color: by > 0 ? theme.accent : by < 0 ? '#b3261e' : theme.secondary,
  });
};

/** By how much a figure of which fewer is better rose or fell. */
export const difference = (was: number, is: number, { say, number, theme }: Edition): Node => {
  const by = is - was;
  return figures(by === 0 ? '=' : say(by > 0 ? 'up' : 'down', { by: number(Math.abs(by)) }), {
    color: by < 0 ? theme.accent : by > 0 ? '#b3261e' : theme.secondary,
  });
};

function scores(edition: Edition): Node {
  const { input, say, number, theme, aspectName } = edition;
  const { before, after, rules } = input;
  const width = measure - radar.width - 10;
  const of = (one: Scores, aspect: string) =>
    one.aspects.find((each) => each.aspect === aspect)?.score ?? null;
  const shown = (score: number | null, bold = false) =>
    figures(score === null ? '–' : number(Math.round(score)), {
      bold,
      ...(score === null && { color: theme.secondary }),
    });
  const row = (
    name: string,
    was: number | null,
    again: number | null,
    is: number | null,
    bold = false,
  ): Node[] => [
    cell(name, { bold }),
    shown(was),
    ...(rules.sameRules ? [shown(again)] : []),
    shown(is, true),
    change(rules.sameRules ? again : was, is, edition),
  ];
  return table(
    [
      { width: '*', head: say('summary.aspect') },
      { width: 30, head: say('then'), align: 'right' },
      ...(rules.sameRules ? [{ width: 44, head: say('gained.todaysRules'), align: 'right' as const }] : []),
      { width: 30, head: say('now'), align: 'right' },
      { width: 30, head: say('gained.change'), align: 'right' },
    ],
    [
      ...aspects.map((aspect) =>
        row(
          aspectName(aspect),
          of(before.scores, aspect),
          rules.sameRules && of(rules.sameRules, aspect),
          of(after.scores, aspect),
        ),
      ),
      row(
        say('summary.overall'),
        before.scores.overall.score,
        rules.sameRules?.overall.score ?? null,
        after.scores.overall.score,
        true,
      ),
    ],
    theme,
    { width, gap: 6, padding: 3 },
  );
}

function open(edition: Edition): Node {
  const { input, say, number, theme, severityName } = edition;
  const { before, after } = input;
  const row = (name: Node, was: number, is: number): Node[] => [
    name,
    figures(number(was)),
    figures(number(is), { bold: true }),
    difference(was, is, edition),
  ];
  return table(
    [
      { width: '*', head: say('gained.findings') },
      { width: 60, head: say('then'), align: 'right' },
      { width: 60, head: say('now'), align: 'right' },
      { width: 60, head: say('gained.change'), align: 'right' },
    ],
    [
      ...severities.map((severity) =>
        row(
          cell(severityMark(severity, severityName(severity), size.table)),
          before.open[severity],
          after.open[severity],
        ),
      ),
      row(cell(say('summary.all'), { bold: true }), all(before.open), all(after.open)),
      row(cell(say('gained.unknown'), { color: theme.secondary }), before.unknown, after.unknown),
    ],
    theme,
    { padding: 3.4 },
  );
}

const shown = 12;

/** Savings that were named then and whose finding is over because something was changed in the estate. */
function realised(edition: Edition): Node[] {
  const { input, say, number, money, theme, day, texts, checkTitle } = edition;
  const { realised: saved } = input;
  if (!saved) return [];
  const titleOf = (id: string) => (texts.has(`checks.${id}.title`) ? checkTitle(id) : id);
  const rest = saved.byCheck.slice(shown);
  return [
    ...withRoom([heading(say('gained.realised'), theme)], 80),
    table(
      [
        { width: '*', head: say('aspect.finding') },
        { width: 56, head: say('gained.findings'), align: 'right' },
        { width: 92, head: say('gained.atPricesThen'), align: 'right' },
        { width: 92, head: say('gained.atPricesNow'), align: 'right' },
      ],
      [
        ...saved.byCheck
          .slice(0, shown)
          .map(({ checkId, findings, was, is }) => [
            cell(titleOf(checkId)),
            figures(number(findings)),
            figures(money(was)),
            figures(money(is), { bold: true }),
          ]),
        ...(rest.length > 0
          ? [
              [
                cell(say('gained.others', { count: rest.length }), { color: theme.secondary }),
                figures(number(rest.reduce((sum, one) => sum + one.findings, 0))),
                figures(money(rest.reduce((sum, one) => sum + one.was, 0))),
                figures(money(rest.reduce((sum, one) => sum + one.is, 0)), { bold: true }),
              ],
            ]
          : []),
        [
          cell(say('summary.all'), { bold: true }),
          figures(number(saved.findings), { bold: true }),
          figures(money(saved.was), { bold: true }),
          figures(money(saved.is), { bold: true }),
        ],
      ],
      theme,
      { padding: 3.6 },
    ),
    remark(
      [
        say('gained.realisedNote', { was: day(saved.priceDate.was), is: day(saved.priceDate.is) }),
        ...(saved.advisory > 0 ? [say('gained.realisedAdvisory', { amount: money(saved.advisory) })] : []),
        ...(saved.byRules > 0 ? [say('gained.realisedByRules', { amount: money(saved.byRules) })] : []),
        saved.bill.gap === null
          ? say('gained.bill', {
              before: money(saved.bill.before),
              after: money(saved.bill.after),
              from: saved.bill.months.before,
              to: saved.bill.months.after,
              count: saved.bill.accounts,
            })
          : say(`gained.noBill.${saved.bill.gap}`),
      ].join(' '),
      theme,
    ),
  ];
}

function toSave({ input, say, money, theme }: Edition): Node {
  const { before, after } = input;
  return table(
    [
      { width: '*', head: say('gained.aMonth') },
      { width: 92, head: say('then'), align: 'right' },
      { width: 92, head: say('now'), align: 'right' },
    ],
    (['counted', 'advisory'] as const).map((kind) => [
      cell(say(`money.${kind}`)),
      figures(money(before.savings[kind])),
      figures(money(after.savings[kind]), { bold: kind === 'counted' }),
    ]),
    theme,
    { padding: 3.4 },
  );
}
