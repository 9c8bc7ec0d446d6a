import { chapterIds, chapterTitle } from '../../common/sections/chapter.ts';
import { failingChecks } from '../../common/sections/system-checks.ts';
import { heightOf, withRoom } from '../../layout/keep.ts';
import { mono } from '../../layout/mono.ts';
import type { Node } from '../../layout/nodes.ts';
import { type Row, roomFor, table, widthsOf } from '../../layout/table.ts';
import { size } from '../../layout/theme.ts';
import { cell, figures, heading, lead, paragraph, quiet, remark } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';
import type { NextAction } from '../input.ts';

/** The actions that were closed, each with what the later reading says of it. */
export function done(edition: Edition): Node[] {
  const { input, say, theme, number, day } = edition;
  const columns = [
    { width: 26, head: '' },
    { width: '*' as const, head: say('actions.action') },
    { width: 96, head: say('actions.owner') },
    { width: 62, head: say('actions.closed') },
    { width: 30, head: say('actions.days'), align: 'right' as const },
    { width: 92, head: say('actions.proof') },
  ];
  const [, titleWidth, ownerWidth] = widthsOf(columns, undefined, 9) as [number, number, number];
  return [
    chapterTitle(say('actions.done'), chapterIds.done, edition),
    lead(
      say(input.done.length === 0 ? 'actions.noneDone' : 'actions.doneLead', { count: input.done.length }),
    ),
    ...(input.done.length === 0
      ? []
      : [
          table(
            columns,
            input.done.map(
              ({ ref, title, track, owner, closedAt, effort, proof }): Row => ({
                cells: [
                  mono(ref, 40, size.small),
                  { stack: [cell(title, { bold: true }), quiet(say(`tracks.${track}`), theme)] },
                  cell(owner || '–'),
                  cell(day(closedAt)),
                  figures(number(effort)),
                  cell(
                    say(`actions.proofs.${proof ?? 'none'}`),
                    proof === 'resolved' ? {} : { color: theme.secondary },
                  ),
                ],
                height: Math.max(
                  heightOf(title, titleWidth, size.table) + 12,
                  heightOf(owner, ownerWidth, size.table),
                ),
              }),
            ),
            theme,
            { gap: 9 },
          ),
          remark(say('actions.proofNote'), theme),
        ]),
  ];
}

const horizons = ['now', 'next', 'later', null] as const;

/** What comes next: the actions that are open, as the roadmap has them. */
export function next(edition: Edition): Node[] {
  const { input, say } = edition;
  return [
    chapterTitle(say('actions.next'), chapterIds.next, edition),
    lead(
      say(input.next.length === 0 ? 'actions.noneNext' : 'actions.nextLead', { count: input.next.length }),
    ),
    ...horizons.flatMap((horizon) =>
      ofHorizon(
        say(`horizons.${horizon ?? 'unplanned'}`),
        input.next.filter((one) => one.horizon === horizon),
        edition,
      ),
    ),
    ...systemsLeft(edition),
  ];
}

/** What still fails outside of AWS, where no roadmap has to name it. */
function systemsLeft(edition: Edition): Node[] {
  const { input, say, theme } = edition;
  const open = input.systems?.open ?? [];
  if (open.length === 0) return [];
  return [
    ...withRoom([heading(say('systems.left'), theme), paragraph(say('systems.leftText'))], 130),
    ...failingChecks(open, edition),
  ];
}

function ofHorizon(name: string, actions: readonly NextAction[], edition: Edition): Node[] {
  if (actions.length === 0) return [];
  const { say, theme, number, money, day } = edition;
  const columns = [
    { width: 26, head: '' },
    { width: '*' as const, head: say('actions.action') },
    { width: 112, head: say('actions.who') },
    { width: 48, head: say('actions.findings'), align: 'right' as const },
    { width: 28, head: say('actions.days'), align: 'right' as const },
    { width: 70, head: say('summary.savingMonth'), align: 'right' as const },
  ];
  const [, titleWidth, ownerWidth] = widthsOf(columns, undefined, 9) as [number, number, number];
  const rows = actions.map(
    ({ ref, title, track, status, owner, from, to, effort, findings, counted }): Row => ({
      cells: [
        mono(ref, 40, size.small),
        {
          stack: [
            cell(title, { bold: true }),
            quiet(
              [
                say(`tracks.${track}`),
                ...(status === 'planned' ? [] : [say(`actionStatuses.${status}`)]),
              ].join(' · '),
              theme,
            ),
          ],
        },
        {
          stack: [cell(owner || '–'), ...(from && to ? [quiet(`${day(from)} – ${day(to)}`, theme)] : [])],
        },
        figures(number(findings)),
        figures(number(effort)),
        figures(counted > 0 ? money(counted) : '–', counted > 0 ? {} : { color: theme.secondary }),
      ],
      height: Math.max(
        heightOf(title, titleWidth, size.table) + 12,
        heightOf(owner, ownerWidth, size.table) + 12,
      ),
    }),
  );
  return [
    ...withRoom([heading(name, theme)], roomFor(rows)),
    table(columns, rows, theme, { gap: 9, padding: 3.2 }),
  ];
}
