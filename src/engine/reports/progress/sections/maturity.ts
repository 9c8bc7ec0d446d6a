import { radarOption } from '../../../../shared/charts/radar.ts';
import type { Dimension } from '../../../../shared/model/records/checklist.ts';
import type { ReportMaturity } from '../../common/maturity.ts';
import { chapterBelow, chapterIds } from '../../common/sections/chapter.ts';
import { maturityName } from '../../common/sections/maturity.ts';
import { circle, radar } from '../../common/sections/scores.ts';
import { together } from '../../layout/keep.ts';
import { below, type Node } from '../../layout/nodes.ts';
import { table } from '../../layout/table.ts';
import { measure } from '../../layout/theme.ts';
import { cell, figures, lead, remark } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';
import { change } from './gained.ts';

interface Line {
  name: string;
  was: number | null;
  is: number | null;
  bold?: boolean;
}

/** How mature people say that the work is, then and now; left out where nobody answered. */
export function maturity(edition: Edition): Node[] {
  const { input, say, theme, sideName } = edition;
  if (!input.maturity) return [];
  const { before, after } = input.maturity;
  const circles = (['stage', 'aspect'] as const).flatMap((dimension) => withRadar(dimension, edition));
  return [
    ...chapterBelow(say('maturity.title'), chapterIds.maturity, edition),
    lead(say(before === null ? 'maturity.leadNow' : 'maturity.lead')),
    ...together([thenAndNow('checklist', checklists(before, after, edition), measure, edition), gap()]),
    ...circles,
    ...(circles.length > 0 && before !== null
      ? [
          remark(say('gained.radar', { from: sideName(input.before), to: sideName(input.after) }), theme),
          gap(),
        ]
      : []),
    ...principles(edition),
  ];
}

const gap = (): Node => ({ stack: [], margin: below(12) });

function checklists(before: ReportMaturity | null, after: ReportMaturity, { say }: Edition): Line[] {
  return [
    ...after.checklists
      .map(({ id, title, score }) => ({
        name: title,
        was: before?.checklists.find((one) => one.id === id)?.score ?? null,
        is: score,
      }))
      .filter(told),
    {
      name: say('maturity.overall'),
      was: before?.overall.score ?? null,
      is: after.overall.score,
      bold: true,
    },
  ];
}

const told = ({ was, is }: Line): boolean => was !== null || is !== null;

/** What can be said of a dimension, then and now, in its order. */
function linesOf(dimension: Dimension, edition: Edition): Line[] {
  const { before, after } = edition.input.maturity!;
  return after.values
    .filter((one) => one.dimension === dimension)
    .map(({ value, score }) => ({
      name: maturityName(dimension, value, edition),
      was: before?.values.find((one) => one.dimension === dimension && one.value === value)?.score ?? null,
      is: score,
    }));
}

/** The circle has all of a dimension, the table beside it what can be told. */
function withRadar(dimension: 'stage' | 'aspect', edition: Edition): Node[] {
  const { theme } = edition;
  const lines = linesOf(dimension, edition);
  if (!lines.some(told)) return [];
  const axes = (of: 'was' | 'is') => lines.map((line) => ({ name: line.name, score: line[of] }));
  const then = lines.some(({ was }) => was !== null) ? axes('was') : undefined;
  return together([
    {
      columns: [
        {
          width: radar.width,
          stack: [circle(radarOption(axes('is'), theme.chart, then))],
          margin: [-8, 0, 0, 0],
        },
        {
          width: '*',
          stack: [thenAndNow(dimension, lines.filter(told), measure - radar.width - 10, edition)],
        },
      ],
      columnGap: 10,
    } as Node,
  ]);
}

function principles(edition: Edition): Node[] {
  const lines = linesOf('principle', edition).filter(told);
  return lines.length === 0 ? [] : together([thenAndNow('principle', lines, measure, edition)]);
}

function thenAndNow(
  what: Dimension | 'checklist',
  lines: readonly Line[],
  width: number,
  edition: Edition,
): Node {
  const { say, theme, number } = edition;
  const percent = (value: number | null, bold = false) =>
    figures(value === null ? '–' : say('percent', { value: number(Math.round(value)) }), {
      bold,
      ...(value === null && { color: theme.secondary }),
    });
  return table(
    [
      { width: '*', head: say(`maturity.${what}`) },
      { width: 34, head: say('then'), align: 'right' },
      { width: 34, head: say('now'), align: 'right' },
      { width: 34, head: say('gained.change'), align: 'right' },
    ],
    lines.map(({ name, was, is, bold = false }) => [
      cell(name, { bold }),
      percent(was),
      percent(is, true),
      change(was, is, edition),
    ]),
    theme,
    { width, gap: 6, padding: 3 },
  );
}
