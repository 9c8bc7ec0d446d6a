import type { Saving } from '../../../../shared/model/money.ts';
import { isAside } from '../../common/input.ts';
import { chapterIds, chapterTitle } from '../../common/sections/chapter.ts';
import { moneyBasis } from '../../common/sections/money-basis.ts';
import { nameOf, placeOf } from '../../common/words.ts';
import { figureRow } from '../../layout/figures.ts';
import { heightOf, withRoom } from '../../layout/keep.ts';
import type { Node } from '../../layout/nodes.ts';
import { type Row, table, widthsOf } from '../../layout/table.ts';
import { size } from '../../layout/theme.ts';
import { cell, figures, heading, lead, paragraph, quiet, remark } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';

const shown = 8;

/** What can be saved: counted apart from advisory, each with what it rests on. */
export function moneyChapter(edition: Edition): Node[] {
  const { input, say, theme, money } = edition;
  const { counted, advisory, aside } = input.savings;
  return [
    chapterTitle(say('money.title'), chapterIds.money, edition),
    ...(counted + advisory === 0
      ? [lead(say('money.none'))]
      : [
          lead(say('money.lead', { counted: money(counted), advisory: money(advisory) })),
          figureRow(
            [
              { label: say('money.counted'), value: money(counted), note: say('money.countedNote') },
              { label: say('money.advisory'), value: money(advisory), note: say('money.advisoryNote') },
            ],
            theme,
          ),
          ...byCheck(edition),
          ...largest(edition),
          ...whyAdvisory(edition),
        ]),
    ...(aside > 0 ? [paragraph(say('money.aside', { amount: money(aside) }))] : []),
    ...moneyBasis(edition),
  ];
}

function byCheck(edition: Edition): Node[] {
  const { say, money, number, theme, checks } = edition;
  const paid = checks
    .filter(({ check }) => check.counted + check.advisory > 0)
    .sort((a, b) => b.check.counted - a.check.counted || b.check.advisory - a.check.advisory);
  const amountOf = (value: number) =>
    figures(value > 0 ? money(value) : '–', value > 0 ? {} : { color: theme.secondary });
  return [
    ...withRoom([heading(say('money.byCheck'), theme)], 80),
    table(
      [
        { width: '*', head: say('aspect.finding') },
        { width: 52, head: say('summary.resources'), align: 'right' },
        { width: 34, head: say('summary.effort') },
        { width: 78, head: say('money.countedMonth'), align: 'right' },
        { width: 78, head: say('money.advisoryMonth'), align: 'right' },
      ],
      paid.map((view) => [
        cell(view.title, { linkToDestination: chapterIds.check(view.check.id) }),
        figures(number(view.fails.filter((finding) => finding.verdict.saving).length)),
        cell(view.check.effort),
        amountOf(view.check.counted),
        { ...amountOf(view.check.advisory), color: theme.secondary },
      ]),
      theme,
    ),
  ];
}

/** The single largest amounts, with what each is made of. */
function largest(edition: Edition): Node[] {
  const { input, say, money, theme } = edition;
  const paid = input.findings
    .filter((finding) => !isAside(finding))
    .flatMap((finding) => (finding.verdict.saving ? [{ finding, saving: finding.verdict.saving }] : []))
    .filter(({ saving }) => saving.kind === 'counted')
    .sort((a, b) => b.saving.monthly - a.saving.monthly || (a.finding.ref < b.finding.ref ? -1 : 1))
    .slice(0, shown);
  if (paid.length < 2) return [];
  const columns = [
    { width: 150, head: say('check.resource') },
    { width: '*' as const, head: say('money.madeOf') },
    { width: 62, head: say('money.restart') },
    { width: 70, head: say('summary.savingMonth'), align: 'right' as const },
  ];
  const [nameWidth, basisWidth] = widthsOf(columns) as [number, number];
  return [
    ...withRoom([heading(say('money.largest', { count: paid.length }), theme)], 80),
    table(
      columns,
      paid.map(({ finding, saving }): Row => {
        const name = nameOf(finding.resource, edition);
        return {
          cells: [
            { stack: [cell(name), quiet(placeOf(finding.resource, edition), theme)] },
            { stack: [cell(edition.checkTitle(finding.checkId)), quiet(saving.basis, theme)] },
            cell(say(saving.restart ? 'money.restartYes' : 'money.restartNo')),
            figures(money(saving.monthly)),
          ],
          height:
            Math.max(
              heightOf(name, nameWidth, size.table),
              heightOf(saving.basis, basisWidth, size.small) + 12,
            ) + 12,
        };
      }),
      theme,
    ),
  ];
}

/** Why some amounts are shown and not counted. */
function whyAdvisory(edition: Edition): Node[] {
  const { input, say, money, number, theme } = edition;
  const reasons = new Map<NonNullable<Saving['advisory']> | 'unsaid', { count: number; sum: number }>();
  for (const { verdict, decision } of input.findings) {
    if (verdict.saving?.kind !== 'advisory' || isAside({ verdict, decision })) continue;
    const reason = verdict.saving.advisory ?? 'unsaid';
    const of = reasons.get(reason) ?? { count: 0, sum: 0 };
    reasons.set(reason, { count: of.count + 1, sum: of.sum + verdict.saving.monthly });
  }
  if (reasons.size === 0) return [];
  return [
    ...withRoom([heading(say('money.whyAdvisory'), theme)], 60),
    table(
      [
        { width: '*', head: say('money.why') },
        { width: 56, head: say('money.amounts'), align: 'right' },
        { width: 78, head: say('money.sumMonth'), align: 'right' },
      ],
      [...reasons]
        .sort(([, a], [, b]) => b.sum - a.sum)
        .map(([reason, { count, sum }]) => [
          cell(say(`money.advisories.${reason}`)),
          figures(number(count)),
          figures(money(sum), { color: theme.secondary }),
        ]),
      theme,
    ),
    remark(say('money.whyAdvisoryNote'), theme),
  ];
}
