import { aspects } from '../../../../shared/model/aspect.ts';
import { efforts } from '../../../../shared/model/effort.ts';
import { type Severity, severities } from '../../../../shared/model/finding.ts';
import { isAside, isOpen } from '../../common/input.ts';
import { chapterIds, chapterTitle } from '../../common/sections/chapter.ts';
import { legend, radar, scoreRadar } from '../../common/sections/scores.ts';
import { figureRow } from '../../layout/figures.ts';
import { together, withRoom } from '../../layout/keep.ts';
import { severityShape, unknownShape } from '../../layout/marks.ts';
import type { Node } from '../../layout/nodes.ts';
import { panel } from '../../layout/panel.ts';
import { table } from '../../layout/table.ts';
import { measure, size } from '../../layout/theme.ts';
import { cell, figures, heading, lead, paragraph, remark, subheading } from '../../layout/type.ts';
import type { CheckView, Edition } from '../edition.ts';

/** One page for those who read only one: the eight scores, what was found, what to do first, what was not seen. */
export function summary(edition: Edition): Node[] {
  const { input, say, theme } = edition;
  return [
    chapterTitle(say('summary.title'), chapterIds.summary, edition),
    lead(opening(edition)),
    figureRow(keyFigures(edition), theme),
    {
      columns: [
        { width: radar.width, stack: [scoreRadar(input.scores, edition)], margin: [-8, 0, 0, 0] },
        { width: '*', stack: [scoreTable(edition)] },
      ],
      columnGap: 10,
    },
    ...(input.findings.some(isOpen) ? toDoFirst(edition) : []),
    ...notSeen(edition),
  ];
}

/** The first paragraph, made from counts alone. */
function opening({ input, checks, say, money }: Edition): string {
  const fails = input.findings.filter(isOpen);
  const bySeverity = severities
    .map((severity) => ({ severity, count: fails.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => say(`count.${severity}`, { count }));
  const entered = input.snapshot.accounts.filter((account) => account.refused === null);
  const regions = new Set(entered.flatMap((account) => account.regions));
  const judged = checks.reduce((sum, { check }) => sum + check.counts.pass + check.counts.fail, 0);
  const sentences = [
    entered.length === 0
      ? say('summary.nothingRead')
      : say('summary.read', {
          accounts: say('count.accounts', { count: entered.length }),
          regions: say('count.regions', {
            count: [...regions].filter((region) => region !== 'global').length,
          }),
          resources: say('count.resources', { count: input.resources.length }),
          checks: say('count.checks', { count: checks.length }),
        }),
    ...(judged === 0
      ? [say('summary.nothingJudged')]
      : [
          fails.length === 0
            ? say('summary.nothingFails')
            : say('summary.fails', { count: fails.length, severities: bySeverity }),
        ]),
  ];
  const aside = input.findings.filter(isAside).length;
  if (aside > 0) sentences.push(say('summary.aside', { count: aside }));
  const { counted, advisory } = input.savings;
  if (counted > 0) sentences.push(say('summary.counted', { amount: money(counted) }));
  if (advisory > 0)
    sentences.push(
      say(counted > 0 ? 'summary.advisoryToo' : 'summary.advisoryOnly', { amount: money(advisory) }),
    );
  return sentences.join(' ');
}

function keyFigures({ input, say, number, money, percent }: Edition) {
  const { overall } = input.scores;
  const { planned, ok } = input.snapshot.reads;
  const of = (status: string) =>
    number(input.findings.filter((finding) => finding.verdict.status === status && !isAside(finding)).length);
  return [
    {
      label: say('summary.overall'),
      value: overall.score === null ? '–' : number(Math.round(overall.score)),
      note:
        overall.score === null
          ? say('score.none')
          : say('summary.overallNote', { confidence: percent(overall.confidence) }),
    },
    {
      label: say('summary.saving'),
      value: money(input.savings.counted),
      note: say('summary.savingNote', { amount: money(input.savings.advisory) }),
    },
    {
      label: say('summary.open'),
      value: of('fail'),
      note: say('summary.openNote', { unknown: of('unknown'), manual: of('manual') }),
    },
    {
      label: say('summary.coverage'),
      value: planned === 0 ? '–' : percent(ok / planned),
      note: say('summary.coverageNote', { ok: number(ok), planned: number(planned) }),
    },
  ];
}

/** Score and open findings of each aspect, with the shapes of severity for heads. */
function scoreTable(edition: Edition): Node {
  const { input, say, number, theme } = edition;
  const width = measure - radar.width - 10;
  const open = (aspect: string) => edition.checks.filter(({ check }) => check.aspect === aspect);
  const count = (value: number) =>
    figures(value === 0 ? '·' : number(value), value === 0 ? { color: theme.secondary } : {});
  const heads = [
    cell(say('summary.aspect'), { color: theme.secondary, fontSize: size.small }),
    cell(say('summary.score'), { color: theme.secondary, fontSize: size.small, alignment: 'right' }),
    ...severities.map((severity) =>
      cell([severityShape(severity, size.table)], { alignment: 'right' as const }),
    ),
    cell([unknownShape(theme, size.table)], { alignment: 'right' as const }),
  ];
  const rows = aspects.map((aspect) => {
    const score = input.scores.aspects.find((one) => one.aspect === aspect)?.score ?? null;
    const views = open(aspect);
    const fails = views.flatMap((view) => view.fails);
    return [
      cell(edition.aspectName(aspect), { linkToDestination: chapterIds.aspect(aspect) }),
      figures(score === null ? '–' : number(Math.round(score)), {
        bold: true,
        ...(score === null && { color: theme.secondary }),
      }),
      ...severities.map((severity) => count(fails.filter((one) => one.severity === severity).length)),
      count(views.reduce((sum, view) => sum + view.unknowns.length, 0)),
    ];
  });
  return {
    stack: [
      table(
        [{ width: '*' }, { width: 26 }, ...severities.map(() => ({ width: 22 })), { width: 22 }],
        [heads, ...rows],
        theme,
        { width, gap: 5, padding: 3.2 },
      ),
      remark(legend(edition), theme),
    ],
  };
}

const rank = (severity: Severity) => severities.indexOf(severity);

/** The most severe first, small efforts before large ones; then what saves most and is not among them. */
function firstThings(checks: readonly CheckView[]): CheckView[] {
  const failing = checks.filter((view) => view.fails.length > 0);
  const urgent = [...failing]
    .sort(
      (a, b) =>
        rank(a.worst) - rank(b.worst) ||
        efforts.indexOf(a.check.effort) - efforts.indexOf(b.check.effort) ||
        b.fails.length - a.fails.length ||
        (a.check.id < b.check.id ? -1 : 1),
    )
    .slice(0, 4);
  const saving = failing
    .filter((view) => view.check.counted > 0 && !urgent.includes(view))
    .sort((a, b) => b.check.counted - a.check.counted || (a.check.id < b.check.id ? -1 : 1))
    .slice(0, 3);
  return [...urgent, ...saving];
}

function toDoFirst(edition: Edition): Node[] {
  const { say, number, money, theme, checks } = edition;
  const rows = firstThings(checks).map((view, index) => [
    figures(String(index + 1), { color: theme.secondary }),
    cell([severityShape(view.worst, size.table)]),
    cell(view.title, { bold: true, linkToDestination: chapterIds.check(view.check.id) }),
    figures(number(view.fails.length)),
    figures(view.check.counted > 0 ? money(view.check.counted) : '–'),
    cell(view.check.effort),
  ]);
  return [
    ...withRoom([{ ...heading(say('summary.first'), theme), margin: [0, 12, 0, 5] }], 90),
    table(
      [
        { width: 10, head: '', align: 'right' },
        { width: 9, head: '' },
        { width: '*', head: say('summary.action') },
        { width: 40, head: say('summary.resources'), align: 'right' },
        { width: 62, head: say('summary.savingMonth'), align: 'right' },
        { width: 32, head: say('summary.effort') },
      ],
      rows,
      theme,
      { gap: 9, padding: 3.2 },
    ),
    remark(say('summary.firstNote'), theme),
  ];
}

const namedAccounts = 6;

function notSeen(edition: Edition): Node[] {
  const { input, say, number, theme } = edition;
  const { planned, ok } = input.snapshot.reads;
  const refused = input.snapshot.accounts.filter((account) => account.refused !== null);
  if (planned === ok && refused.length === 0 && input.gaps.length === 0) return [];
  const unknowns = input.findings.filter(
    (finding) => finding.verdict.status === 'unknown' && !isAside(finding),
  ).length;
  const sentences = [
    say('summary.notSeenReads', { count: planned - ok, planned: number(planned) }),
    ...(refused.length > 0
      ? [
          say(refused.length > namedAccounts ? 'summary.notSeenManyAccounts' : 'summary.notSeenAccounts', {
            names: refused.slice(0, namedAccounts).map((account) => account.name),
            count: refused.length,
          }),
        ]
      : []),
    ...(unknowns > 0 ? [say('summary.notSeenFindings', { count: unknowns })] : []),
  ];
  return together([
    {
      ...panel(
        [
          { ...subheading(say('coverage.title'), theme), margin: [0, 0, 0, 3] },
          {
            ...paragraph([
              `${sentences.join(' ')} `,
              {
                text: say('summary.notSeenMore'),
                linkToDestination: chapterIds.coverage,
                color: theme.accent,
              },
            ]),
            margin: [0, 0, 0, 0],
            fontSize: size.table + 0.5,
          },
        ],
        theme,
      ),
      margin: [0, 10, 0, 0],
    },
  ]);
}
