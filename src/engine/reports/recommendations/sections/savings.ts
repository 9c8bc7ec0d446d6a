import { type Bar, barsHeight, barsOption } from '../../../../shared/charts/bars.ts';
import { drawChart } from '../../charts.ts';
import { chapterIds, chapterTitle } from '../../common/sections/chapter.ts';
import { moneyBasis } from '../../common/sections/money-basis.ts';
import { families } from '../../fonts.ts';
import { printable } from '../../glyphs.ts';
import { figureRow } from '../../layout/figures.ts';
import { together, withRoom } from '../../layout/keep.ts';
import type { Node } from '../../layout/nodes.ts';
import { table } from '../../layout/table.ts';
import { measure } from '../../layout/theme.ts';
import { cell, cut, figures, heading, lead, remark } from '../../layout/type.ts';
import { type Edition, sum } from '../edition.ts';
import type { ReportAction } from '../input.ts';
import { amount } from './summary.ts';

const mostBars = 18;

/** What the actions save, and how it adds up in their order. */
export function savings(edition: Edition): Node[] {
  const { open, say, theme, money } = edition;
  const paid = open.filter(({ counted, advisory }) => counted + advisory > 0);
  const counted = sum(open, (action) => action.counted);
  const advisory = sum(open, (action) => action.advisory);
  return [
    chapterTitle(say('savings.title'), chapterIds.money, edition),
    lead(
      say('savings.lead', {
        counted: money(counted),
        year: money(counted * 12),
        advisory: money(advisory),
      }),
    ),
    figureRow(
      [
        { label: say('money.counted'), value: money(counted), note: say('money.countedNote') },
        { label: say('savings.year'), value: money(counted * 12), note: say('savings.yearNote') },
        { label: say('money.advisory'), value: money(advisory), note: say('money.advisoryNote') },
      ],
      theme,
    ),
    ...cumulative(
      paid.filter((action) => action.counted > 0),
      edition,
    ),
    ...byAction(paid, edition),
    ...moneyBasis(edition),
  ];
}

/** Each bar begins where the one before ends. */
function cumulative(paid: readonly ReportAction[], edition: Edition): Node[] {
  const { say, money, theme } = edition;
  if (paid.length < 2) return [];
  const bars: Bar[] = [];
  let reached = 0;
  for (const action of paid.slice(0, mostBars)) {
    bars.push({
      name: printable(`${action.ref}  ${cut(action.words.title, 38)}`, 'sans'),
      values: [reached, action.counted],
      text: money(reached + action.counted),
    });
    reached += action.counted;
  }
  const rest = sum(paid.slice(mostBars), (action) => action.counted);
  if (rest > 0)
    bars.push({
      name: say('savings.others', { count: paid.length - mostBars }),
      values: [reached, rest],
      text: money(reached + rest),
    });
  const series = [
    { name: say('savings.before'), color: theme.tint },
    { name: say('savings.added'), color: theme.accent },
  ];
  const height = barsHeight(bars.length, theme.chart, true);
  return together([
    heading(say('savings.cumulative'), theme),
    {
      svg: drawChart(barsOption(bars, series, theme.chart, { names: 190, texts: 66 }), {
        width: measure,
        height,
      }),
      font: families.sans,
      width: measure,
    } as Node,
  ]);
}

function byAction(paid: readonly ReportAction[], edition: Edition): Node[] {
  const { say, theme, money, number } = edition;
  let reached = 0;
  const rows = paid.map((action) => {
    reached += action.counted;
    return [
      cell(action.ref, { color: theme.secondary }),
      cell(action.words.title, { linkToDestination: chapterIds.action(action.ref) }),
      figures(number(action.effort)),
      amount(action.counted, edition),
      figures(action.advisory > 0 ? money(action.advisory) : '–', { color: theme.secondary }),
      figures(money(reached), { bold: true }),
    ];
  });
  return [
    ...withRoom([heading(say('savings.byAction'), theme)], 80),
    table(
      [
        { width: 26, head: '' },
        { width: '*', head: say('summary.action') },
        { width: 28, head: say('summary.daysShort'), align: 'right' },
        { width: 70, head: say('money.countedMonth'), align: 'right' },
        { width: 72, head: say('money.advisoryMonth'), align: 'right' },
        { width: 74, head: say('savings.reached'), align: 'right' },
      ],
      rows,
      theme,
      { gap: 9 },
    ),
    remark(say('savings.note'), theme),
  ];
}
