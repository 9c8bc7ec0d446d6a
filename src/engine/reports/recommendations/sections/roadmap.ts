import { chapterIds, chapterTitle } from '../../common/sections/chapter.ts';
import { heightOf, withRoom } from '../../layout/keep.ts';
import { mono } from '../../layout/mono.ts';
import type { Node } from '../../layout/nodes.ts';
import { type Row, roomFor, table, widthsOf } from '../../layout/table.ts';
import { size } from '../../layout/theme.ts';
import { cell, figures, heading, lead, quiet, remark } from '../../layout/type.ts';
import { type Edition, sum } from '../edition.ts';
import { type ReportAction, reportHorizons } from '../input.ts';
import { gantt } from './gantt.ts';
import { amount } from './summary.ts';

/** When what is done and by whom: as a picture where there are dates, and as a table for each horizon. */
export function roadmap(edition: Edition): Node[] {
  const { input, say, theme } = edition;
  const { actions, origin } = input;
  return [
    chapterTitle(say(`roadmap.${origin}`), chapterIds.roadmap, edition),
    lead(opening(edition)),
    ...(origin === 'adopted' ? gantt(edition) : []),
    ...(origin === 'adopted'
      ? reportHorizons.flatMap((horizon) =>
          horizonTable(
            say(`horizons.${horizon ?? 'unplanned'}`),
            actions.filter((action) => action.horizon === horizon),
            edition,
          ),
        )
      : horizonTable(say('roadmap.ranking'), actions, edition)),
    ...(actions.length > 0 ? [remark(say('roadmap.note'), theme)] : []),
  ];
}

function opening({ input, open, say, days, number }: Edition): string {
  if (input.actions.length === 0) return say('summary.noActions');
  if (input.origin === 'proposed') return say('roadmap.proposedLead');
  const dated = open.filter(({ from, to }) => from && to);
  const over = input.months.filter((month) => month.over).length;
  return [
    say('roadmap.lead', { count: open.length, dated: number(dated.length) }),
    ...(input.capacity === null
      ? []
      : [say(over > 0 ? 'roadmap.over' : 'roadmap.within', { days: days(input.capacity), count: over })]),
  ].join(' ');
}

function horizonTable(name: string, actions: readonly ReportAction[], edition: Edition): Node[] {
  if (actions.length === 0) return [];
  const { input, say, theme, number, days, day } = edition;
  const planned = input.origin === 'adopted';
  const columns = [
    { width: 26, head: '' },
    { width: '*' as const, head: say('summary.action') },
    planned ? { width: 112, head: say('roadmap.who') } : { width: 84, head: say('summary.track') },
    { width: 26, head: say('summary.daysShort'), align: 'right' as const },
    { width: 66, head: say('summary.savingMonth'), align: 'right' as const },
    { width: 34, head: say('roadmap.then'), align: 'right' as const },
  ];
  const [, titleWidth, ownerWidth] = widthsOf(columns, undefined, 9) as [number, number, number];
  const rows = actions.map(
    (action): Row => ({
      cells: [
        mono(action.ref, 40, size.small),
        {
          stack: [
            cell(action.words.title, { linkToDestination: chapterIds.action(action.ref) }),
            ...(action.after.length > 0 ? [quiet(say('roadmap.after', { refs: action.after }), theme)] : []),
          ],
        },
        planned
          ? {
              stack: [
                cell(action.owner || '–', action.owner ? {} : { color: theme.secondary }),
                ...(action.from && action.to
                  ? [quiet(say('action.dates', { from: day(action.from), to: day(action.to) }), theme)]
                  : []),
              ],
            }
          : cell(say(`tracks.${action.track}`), { color: theme.secondary }),
        figures(number(action.effort)),
        amount(action.counted, edition),
        figures(action.standing.score === null ? '–' : number(Math.round(action.standing.score)), {
          color: theme.secondary,
        }),
      ],
      height: Math.max(
        heightOf(action.words.title, titleWidth, size.table) + 14,
        heightOf(action.owner, ownerWidth, size.table) + 12,
      ),
    }),
  );
  return [
    ...withRoom(
      [
        heading(
          [
            name,
            {
              text: `  ${say('roadmap.sum', { count: actions.length, days: days(sum(actions, ({ effort }) => effort)) })}`,
              bold: false,
              fontSize: size.table,
              color: theme.secondary,
            },
          ],
          theme,
        ),
      ],
      roomFor(rows),
    ),
    table(columns, rows, theme, { gap: 9 }),
  ];
}
