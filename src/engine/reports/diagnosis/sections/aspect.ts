import type { Aspect } from '../../../../shared/model/aspect.ts';
import { type Severity, severities } from '../../../../shared/model/finding.ts';
import { chapterIds, chapterTitle } from '../../common/sections/chapter.ts';
import { missingPermissions } from '../../common/words.ts';
import { scoreOpening } from '../../layout/figures.ts';
import { together, withRoom } from '../../layout/keep.ts';
import { type Shares, severityShape, shareBar, unknownShape } from '../../layout/marks.ts';
import { mono } from '../../layout/mono.ts';
import type { Inline, Node } from '../../layout/nodes.ts';
import { table, widthsOf } from '../../layout/table.ts';
import { measure, severityMarks, size } from '../../layout/theme.ts';
import { cell, figures, heading, lead, paragraph, remark } from '../../layout/type.ts';
import type { CheckView, Edition } from '../edition.ts';
import { aspectChart, aspectSentence } from './aspect-figures.ts';
import { checkBlock } from './check-block.ts';

/** A chapter per aspect: its score, a plain paragraph, how the verdicts fell, then what was found, check by check. */
export function aspectChapter(aspect: Aspect, edition: Edition): Node[] {
  const { say, theme } = edition;
  const views = edition.checksOf(aspect);
  const failing = views.filter((view) => view.fails.length > 0);
  const open = views.filter(
    (view) => view.fails.length === 0 && view.unknowns.length + view.manuals.length > 0,
  );
  const clear = views.filter((view) => view.fails.length + view.unknowns.length + view.manuals.length === 0);
  return [
    chapterTitle(edition.aspectName(aspect), chapterIds.aspect(aspect), edition),
    scoreOpening(scoreOf(aspect, edition), [lead(opening(aspect, views, edition))], theme),
    ...(views.length > 0 ? verdictStrip(views, edition) : []),
    ...aspectChart(aspect, views, edition),
    ...(failing.length > 0
      ? [
          ...withRoom([heading(say('aspect.findings'), theme)], 80),
          findingsTable(failing, edition),
          ...failing.flatMap((view) => checkBlock(view, edition)),
        ]
      : []),
    ...(open.length > 0 ? notJudged(open, edition) : []),
    ...(clear.length > 0 ? nothingFound(clear, edition) : []),
  ];
}

function scoreOf(aspect: Aspect, { input, say, number, percent }: Edition) {
  const score = input.scores.aspects.find((one) => one.aspect === aspect);
  return score && score.score !== null
    ? {
        value: number(Math.round(score.score)),
        known: true,
        notes: [say('score.of100'), say('score.confidence', { share: percent(score.confidence) })],
      }
    : { value: '–', known: false, notes: [say('score.none')] };
}

function opening(aspect: Aspect, views: readonly CheckView[], edition: Edition): string {
  const { say } = edition;
  const sum = (of: (view: CheckView) => number) => views.reduce((total, view) => total + of(view), 0);
  const own = aspectSentence(aspect, edition);
  if (views.length === 0) return [say(`aspects.${aspect}`), ...own, say('aspect.noChecks')].join(' ');
  const fail = sum((view) => view.check.counts.fail);
  const pass = sum((view) => view.check.counts.pass);
  const unknown = sum((view) => view.check.counts.unknown);
  const manual = sum((view) => view.check.counts.manual);
  const judged = fail + pass + unknown + manual;
  return [
    say(`aspects.${aspect}`),
    ...own,
    judged === 0
      ? say('aspect.nothingToJudge', { checks: say('count.checks', { count: views.length }) })
      : say('aspect.judged', {
          checks: say('count.checks', { count: views.length }),
          verdicts: say('count.verdicts', { count: judged }),
          pass: edition.number(pass),
          fail: edition.number(fail),
        }),
    ...(unknown > 0 ? [say('aspect.unknown', { count: unknown })] : []),
    ...(manual > 0 ? [say('aspect.manual', { count: manual })] : []),
    ...(judged > 0 && fail === 0 ? [say('aspect.noFails')] : []),
  ].join(' ');
}

/** All verdicts of the aspect in one bar with its legend. */
function verdictStrip(views: readonly CheckView[], edition: Edition): Node[] {
  const { say, number, theme } = edition;
  const shares = sharesOf(views);
  const total =
    shares.pass + shares.unknown + shares.manual + severities.reduce((sum, one) => sum + shares.fail[one], 0);
  if (total === 0) return [];
  const part = (shape: Inline, count: number, word: string): Inline[] =>
    count > 0 ? [shape, `\u00a0${number(count)} ${word}    `] : [];
  const legend = [
    ...severities.flatMap((severity) =>
      part(
        severityShape(severity, size.small + 0.5),
        shares.fail[severity],
        say('aspect.failAs', { severity: edition.severityName(severity).toLowerCase() }),
      ),
    ),
    ...part({ text: '■', color: theme.bar.manual }, shares.manual, say('statuses.manual')),
    ...part({ text: '■', color: theme.bar.pass }, shares.pass, say('statuses.pass')),
    ...part(unknownShape(theme, size.small + 0.5), shares.unknown, say('statuses.unknown')),
  ];
  return together([shareBar(shares, theme, measure, 7), { ...remark(legend, theme), margin: [0, 5, 0, 4] }]);
}

function sharesOf(views: readonly CheckView[]): Shares {
  const fail: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const view of views) for (const finding of view.fails) fail[finding.severity] += 1;
  const sum = (of: (view: CheckView) => number) => views.reduce((total, view) => total + of(view), 0);
  return {
    fail,
    pass: sum((view) => view.check.counts.pass),
    unknown: sum((view) => view.unknowns.length),
    manual: sum((view) => view.manuals.length),
  };
}

/** What was found, on one page or two, before the details. */
function findingsTable(views: readonly CheckView[], edition: Edition): Node {
  const { say, number, money, theme } = edition;
  const paid = views.some((view) => view.check.counted > 0);
  return table(
    [
      { width: 9, head: '' },
      { width: '*', head: say('aspect.finding') },
      { width: 84, head: say('aspect.verdicts') },
      { width: 36, head: say('aspect.fail'), align: 'right' },
      { width: 40, head: say('aspect.of'), align: 'right' },
      ...(paid ? [{ width: 70, head: say('summary.savingMonth'), align: 'right' as const }] : []),
    ],
    views.map((view) => {
      const { counts } = view.check;
      return [
        cell([severityShape(view.worst, size.table)]),
        cell(view.title, { linkToDestination: chapterIds.check(view.check.id) }),
        { ...shareBar(sharesOf([view]), theme, 84, 5), margin: [0, 2.5, 0, 0] },
        figures(number(counts.fail), { bold: true, color: severityMarks[view.worst].colour }),
        figures(number(counts.fail + counts.pass + counts.unknown + counts.manual), {
          color: theme.secondary,
        }),
        ...(paid
          ? [
              figures(view.check.counted > 0 ? money(view.check.counted) : '–', {
                ...(view.check.counted === 0 && { color: theme.secondary }),
              }),
            ]
          : []),
      ];
    }),
    theme,
    { gap: 10 },
  );
}

/** Checks that found nothing to mend and could not say all: each with what would let them. */
function notJudged(views: readonly CheckView[], edition: Edition): Node[] {
  const { say, number, theme } = edition;
  const columns = [
    { width: '*' as const, head: say('aspect.check') },
    { width: 46, head: say('statuses.unknown'), align: 'right' as const },
    { width: 46, head: say('statuses.manual'), align: 'right' as const },
    { width: 170, head: say('aspect.missing') },
  ];
  const widths = widthsOf(columns);
  return [
    ...withRoom([heading(say('aspect.notJudged'), theme), paragraph(say('aspect.notJudgedText'))], 60),
    table(
      columns,
      views.map((view) => {
        const permissions = missingPermissions(view.unknowns);
        return [
          cell(view.title, { linkToDestination: chapterIds.findingsOf(view.check.id) }),
          figures(number(view.unknowns.length), { color: theme.secondary }),
          figures(number(view.manuals.length), { color: theme.secondary }),
          permissions.length > 0
            ? mono(permissions.join('\n'), widths[3]!, size.small)
            : cell('–', { color: theme.secondary }),
        ];
      }),
      theme,
    ),
  ];
}

/** The good news, and what does not apply. */
function nothingFound(views: readonly CheckView[], edition: Edition): Node[] {
  const { say, theme, number } = edition;
  const passed = views.filter((view) => view.check.counts.pass > 0);
  const empty = views.filter((view) => view.check.counts.pass === 0);
  return [
    ...(passed.length > 0
      ? [
          ...withRoom([heading(say('aspect.passed'), theme)], 60),
          table(
            [
              { width: '*', head: say('aspect.check') },
              { width: 60, head: say('statuses.pass'), align: 'right' },
            ],
            passed.map((view) => [cell(view.title), figures(number(view.check.counts.pass))]),
            theme,
            { padding: 3.5 },
          ),
        ]
      : []),
    ...(empty.length > 0
      ? [
          ...withRoom([heading(say('aspect.empty'), theme)], 30),
          paragraph(say('aspect.emptyText', { titles: empty.map((view) => view.title).join(' · ') })),
        ]
      : []),
  ];
}
