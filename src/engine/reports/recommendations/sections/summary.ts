import { severities } from '../../../../shared/model/finding.ts';
import { tracks } from '../../../../shared/model/recommendation.ts';
import { chapterIds, chapterTitle } from '../../common/sections/chapter.ts';
import { figureRow } from '../../layout/figures.ts';
import { together, withRoom } from '../../layout/keep.ts';
import { mono } from '../../layout/mono.ts';
import type { Inline, Node } from '../../layout/nodes.ts';
import { panel } from '../../layout/panel.ts';
import { table } from '../../layout/table.ts';
import { size } from '../../layout/theme.ts';
import { cell, figures, heading, lead, remark, subheading } from '../../layout/type.ts';
import { type Edition, sum } from '../edition.ts';
import { type ReportAction, reportHorizons } from '../input.ts';
import { toDecide } from '../to-decide.ts';

const first = 5;

/** One page for those who decide: what was found, what it costs and saves, what they have to say. */
export function summary(edition: Edition): Node[] {
  const { input, say, theme, open } = edition;
  return [
    chapterTitle(say('summary.title'), chapterIds.summary, edition),
    lead(opening(edition)),
    ...(input.origin === 'proposed' && open.length > 0 ? [notice(edition)] : []),
    ...(input.actions.length > 0
      ? [
          figureRow(keyFigures(edition), theme),
          ...parts(edition),
          ...firstActions(edition),
          ...decisions(edition),
        ]
      : []),
  ];
}

/** Three sentences, made from counts alone. */
function opening(edition: Edition): string {
  const { input, open, say, money, number, days } = edition;
  const found = severities
    .filter((severity) => input.open[severity] > 0)
    .map((severity) => say(`count.${severity}`, { count: input.open[severity] }));
  const all = sum(severities, (severity) => input.open[severity]);
  const { score } = input.scores.overall;
  const counted = sum(open, (action) => action.counted);
  return [
    all === 0
      ? say('summary.nothingFails')
      : say(score === null ? 'summary.found' : 'summary.foundScored', {
          count: all,
          severities: found,
          score: number(Math.round(score ?? 0)),
        }),
    open.length === 0
      ? say(input.actions.length === 0 ? 'summary.noActions' : 'summary.allDone')
      : say(counted > 0 ? 'summary.answered' : 'summary.answeredNoMoney', {
          count: open.length,
          days: days(sum(open, ({ effort }) => effort)),
          amount: money(counted),
          year: money(counted * 12),
        }),
    ...(open.length > 0 ? [say('summary.decide', { count: toDecide(edition).length })] : []),
  ].join(' ');
}

const notice = ({ say, theme }: Edition): Node =>
  panel([{ ...cell(say('summary.proposedOnly'), { fontSize: size.table + 0.5, lineHeight: 1.3 }) }], theme);

function keyFigures({ input, open, say, number, money, days }: Edition) {
  const last = input.actions.at(-1)!.standing;
  const now = input.scores.overall.score;
  const all = sum(severities, (severity) => input.open[severity]);
  const rounded = (score: number | null) => (score === null ? '–' : number(Math.round(score)));
  return [
    {
      label: say('summary.actions'),
      value: number(open.length),
      note: days(sum(open, ({ effort }) => effort)),
    },
    {
      label: say('summary.saving'),
      value: money(sum(open, (action) => action.counted)),
      note: say('summary.savingNote', { amount: money(sum(open, (action) => action.advisory)) }),
    },
    {
      label: say('summary.overall'),
      value: now === null ? '–' : say('summary.fromTo', { from: rounded(now), to: rounded(last.score) }),
      note: say('summary.forecast'),
    },
    {
      label: say('summary.findings'),
      value: number(all - input.uncovered),
      note: say('summary.findingsNote', { count: all, uncovered: number(input.uncovered) }),
    },
  ];
}

/** What it comes to, by horizon where there is a roadmap, else by track. */
function parts(edition: Edition): Node[] {
  const { input, say, theme, number } = edition;
  const { actions, origin } = input;
  const groups =
    origin === 'adopted'
      ? reportHorizons.map((horizon) => ({
          name: say(`horizons.${horizon ?? 'unplanned'}`),
          to: chapterIds.roadmap,
          of: actions.filter((action) => action.horizon === horizon),
        }))
      : tracks.map((track) => ({
          name: say(`tracks.${track}`),
          to: chapterIds.track(track),
          of: actions.filter((action) => action.track === track),
        }));
  const there = groups.filter(({ of }) => of.length > 0);
  const score = (of: readonly ReportAction[]) => of.at(-1)!.standing.score;
  return [
    ...withRoom([{ ...heading(say(`summary.by.${origin}`), theme), margin: [0, 8, 0, 4] }], 60),
    table(
      [
        { width: '*', head: say(origin === 'adopted' ? 'summary.horizon' : 'summary.track') },
        { width: 48, head: say('summary.actions'), align: 'right' },
        { width: 72, head: say('summary.effort'), align: 'right' },
        { width: 78, head: say('summary.savingMonth'), align: 'right' },
        ...(origin === 'adopted'
          ? [{ width: 62, head: say('summary.scoreThen'), align: 'right' as const }]
          : []),
      ],
      there.map(({ name, to, of }) => [
        cell(name, { bold: true, linkToDestination: to }),
        figures(number(of.length)),
        figures(number(sum(of, ({ effort }) => effort))),
        amount(
          sum(of, ({ counted }) => counted),
          edition,
        ),
        ...(origin === 'adopted' ? [figures(score(of) === null ? '–' : number(Math.round(score(of)!)))] : []),
      ]),
      theme,
      { padding: 3.2 },
    ),
    remark(say('summary.partsNote'), theme),
  ];
}

export const amount = (value: number, { money, theme }: Edition): Node =>
  figures(value > 0 ? money(value) : '–', value > 0 ? {} : { color: theme.secondary });

function firstActions(edition: Edition): Node[] {
  const { open, say, theme, number } = edition;
  if (open.length === 0) return [];
  return [
    ...withRoom([{ ...heading(say('summary.first'), theme), margin: [0, 12, 0, 4] }], 90),
    table(
      [
        { width: 26, head: '' },
        { width: '*', head: say('summary.action') },
        { width: 76, head: say('summary.track') },
        { width: 30, head: say('summary.daysShort'), align: 'right' },
        { width: 74, head: say('summary.savingMonth'), align: 'right' },
      ],
      open
        .slice(0, first)
        .map((action) => [
          mono(action.ref, 30, size.small),
          cell(action.words.title, { bold: true, linkToDestination: chapterIds.action(action.ref) }),
          cell(say(`tracks.${action.track}`), { color: theme.secondary }),
          figures(number(action.effort)),
          amount(action.counted, edition),
        ]),
      theme,
      { gap: 9, padding: 3.2 },
    ),
  ];
}

/** What waits for a word of the client, with where it is told in full. */
function decisions(edition: Edition): Node[] {
  const { say, theme } = edition;
  const all = toDecide(edition);
  if (all.length === 0) return [];
  return together([
    {
      ...panel(
        [
          { ...subheading(say('summary.toDecide'), theme), margin: [0, 0, 0, 3] },
          ...all.map(
            ({ what }, index): Node => ({
              columns: [
                { width: 12, ...figures(String(index + 1), { color: theme.secondary, alignment: 'left' }) },
                { width: '*', ...cell(what, { fontSize: size.table + 0.5, lineHeight: 1.3 }) },
              ],
              margin: [0, 0, 0, 2],
            }),
          ),
          {
            ...cell([{ text: say('summary.more'), color: theme.accent } as Inline], {
              linkToDestination: chapterIds.toDecide,
              fontSize: size.table + 0.5,
            }),
          },
        ],
        theme,
      ),
      margin: [0, 12, 0, 0],
    } as Node,
  ]);
}
