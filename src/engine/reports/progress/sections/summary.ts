import { severities } from '../../../../shared/model/finding.ts';
import { isAside } from '../../common/input.ts';
import { chapterIds, chapterTitle } from '../../common/sections/chapter.ts';
import { figureRow } from '../../layout/figures.ts';
import { together, withRoom } from '../../layout/keep.ts';
import { severityShape } from '../../layout/marks.ts';
import type { Inline, Node } from '../../layout/nodes.ts';
import { panel } from '../../layout/panel.ts';
import { table } from '../../layout/table.ts';
import { size } from '../../layout/theme.ts';
import { cell, figures, heading, lead, paragraph, remark, subheading } from '../../layout/type.ts';
import { all, type Edition } from '../edition.ts';
import { type ListedChange, listedChanges } from '../input.ts';

/** One page for those who read only one: what was done, what it gained, and what nobody can tell. */
export function summary(edition: Edition): Node[] {
  const { say, theme } = edition;
  return [
    chapterTitle(say('summary.title'), chapterIds.summary, edition),
    lead(opening(edition)),
    figureRow(keyFigures(edition), theme),
    ...withRoom([{ ...heading(say('summary.states'), theme), margin: [0, 8, 0, 4] }], 80),
    states(edition),
    remark(say('summary.statesNote'), theme),
    ...unseen(edition),
    ...notes(edition),
  ];
}

function opening(edition: Edition): string {
  const { input, say, number, money, sideName, of } = edition;
  const { before, after, done, realised } = input;
  const [was, is] = [before.scores.overall.score, after.scores.overall.score];
  return [
    say('summary.between', { from: sideName(before), to: sideName(after) }),
    was === null || is === null
      ? say('summary.noScore')
      : say('summary.score', { from: number(Math.round(was)), to: number(Math.round(is)) }),
    say('summary.open', { from: number(all(before.open)), count: all(after.open) }),
    say('summary.resolved', { count: of('resolved').length }),
    ...(of('regressed').length + of('new').length > 0
      ? [
          say('summary.worse', {
            regressed: number(of('regressed').length),
            appeared: number(of('new').length),
          }),
        ]
      : []),
    ...(realised && realised.is > 0 ? [say('summary.realised', { amount: money(realised.is) })] : []),
    ...systemsSentence(edition),
    ...(done.length > 0 ? [say('summary.done', { count: done.length })] : []),
  ].join(' ');
}

/** How many checks of systems outside AWS fail; nothing where nobody kept how many did. */
function systemsSentence({ input: { systems }, say, number }: Edition): string[] {
  if (!systems?.before || systems.before.fail + systems.after.fail === 0) return [];
  return [say('summary.systems', { from: number(systems.before.fail), count: systems.after.fail })];
}

function keyFigures(edition: Edition) {
  const { input, say, number, money } = edition;
  const { before, after, done, next, realised } = input;
  const score = (value: number | null) => (value === null ? '–' : number(Math.round(value)));
  return [
    {
      label: say('summary.overall'),
      value: say('fromTo', {
        from: score(before.scores.overall.score),
        to: score(after.scores.overall.score),
      }),
      note: say('score.of100'),
    },
    {
      label: say('summary.openFindings'),
      value: say('fromTo', { from: number(all(before.open)), to: number(all(after.open)) }),
      note: say('summary.persisting', { count: input.persisting }),
    },
    {
      label: say('summary.realisedMonth'),
      value: money(realised?.is ?? 0),
      note: say('summary.realisedNote'),
    },
    {
      label: say('summary.actions'),
      value: number(done.length),
      note: say('summary.actionsNote', { count: next.length }),
    },
  ];
}

/** How the changes fall, by state and severity; each state leads to its list. */
function states(edition: Edition): Node {
  const { say, theme, number, of } = edition;
  const count = (value: number) =>
    figures(value === 0 ? '·' : number(value), value === 0 ? { color: theme.secondary } : {});
  const heads = [
    cell(say('summary.state'), { color: theme.secondary, fontSize: size.small }),
    cell(say('summary.means'), { color: theme.secondary, fontSize: size.small }),
    ...severities.map((severity) =>
      cell([severityShape(severity, size.table)], { alignment: 'right' as const }),
    ),
    cell(say('summary.all'), { color: theme.secondary, fontSize: size.small, alignment: 'right' }),
  ];
  return table(
    [{ width: 112 }, { width: '*' }, ...severities.map(() => ({ width: 26 })), { width: 36 }],
    [
      heads,
      ...listedChanges.map((change) => {
        const changes = of(change);
        return [
          cell([stateMark(change, edition), ` ${say(`states.${change}`)}`], {
            bold: true,
            ...(changes.length > 0 && { linkToDestination: chapterIds.changedAs(change) }),
          }),
          cell(say(`stateMeans.${change}`), { color: theme.secondary }),
          ...severities.map((severity) =>
            count(changes.filter(({ finding }) => finding.severity === severity).length),
          ),
          figures(number(changes.length), { bold: true }),
        ];
      }),
      ...asideRow(edition, count),
    ],
    theme,
    { gap: 8, padding: 3.6 },
  );
}

/** What fails and is in no open figure, so that the figures add up; left out where nothing was decided so. */
function asideRow(edition: Edition, count: (value: number) => Node): Node[][] {
  const { input, say, theme, number, of } = edition;
  const { 'accepted-risk': accepted, 'false-positive': called } = input.aside;
  if (all(accepted) + all(called) === 0) return [];
  // They are in the row of their state as well.
  const changed = [...of('regressed'), ...of('new')].filter(({ finding }) => isAside(finding)).length;
  return [
    [
      cell(say('summary.aside'), { bold: true }),
      cell(
        [
          say('summary.asideMeans', { accepted: number(all(accepted)), called: number(all(called)) }),
          ...(changed > 0 ? [say('summary.asideChanged', { count: changed })] : []),
        ].join(' '),
        { color: theme.secondary },
      ),
      ...severities.map((severity) => count(accepted[severity] + called[severity])),
      figures(number(all(accepted) + all(called)), { bold: true }),
    ],
  ];
}

const glyphs: Record<ListedChange, string> = {
  resolved: '✓',
  'no-longer-applicable': '–',
  regressed: '↓',
  new: '+',
  'not-rechecked': '?',
};

/** A state told by its shape; what nobody can tell has no colour of good or bad. */
export const stateMark = (change: ListedChange, { theme }: Edition): Inline => ({
  text: `${glyphs[change]}\u00a0`,
  color:
    change === 'resolved'
      ? theme.accent
      : change === 'regressed' || change === 'new'
        ? '#b3261e'
        : theme.secondary,
});

function unseen(edition: Edition): Node[] {
  const { say, theme, of } = edition;
  const count = of('not-rechecked').length;
  if (count === 0) return [];
  return together([
    {
      ...panel(
        [
          { ...subheading(say('summary.unseen'), theme), margin: [0, 0, 0, 3] },
          {
            ...paragraph([
              `${say('summary.unseenText', { count })} `,
              {
                text: say('summary.unseenMore'),
                linkToDestination: chapterIds.changedAs('not-rechecked'),
                color: theme.accent,
              },
            ]),
            margin: [0, 0, 0, 0],
            fontSize: size.table + 0.5,
          },
        ],
        theme,
      ),
      margin: [0, 12, 0, 0],
    } as Node,
  ]);
}

/** What was noted when a phase was closed. */
function notes({ input, say, theme, sideName }: Edition): Node[] {
  return [input.before, input.after].flatMap((side) =>
    side.note.trim() === ''
      ? []
      : [
          ...withRoom([heading(say('summary.note', { name: sideName(side) }), theme)], 30),
          ...side.note.split(/\n+/).map((text) => paragraph(text)),
        ],
  );
}
