import { maturityRadar } from '../../../../shared/charts/maturity.ts';
import { mix } from '../../../../shared/colour.ts';
import { principles } from '../../../../shared/model/checklist.ts';
import type { Dimension } from '../../../../shared/model/records/checklist.ts';
import { together, withRoom } from '../../layout/keep.ts';
import { scoreBar } from '../../layout/marks.ts';
import { below, type Node } from '../../layout/nodes.ts';
import { table } from '../../layout/table.ts';
import { size, white } from '../../layout/theme.ts';
import { cell, figures, heading, lead, paragraph, remark, subheading } from '../../layout/type.ts';
import type { Edition as CommonEdition } from '../edition.ts';
import type { ReportInput } from '../input.ts';
import type { HasMaturity, MaturityFigure, ReportMaturity } from '../maturity.ts';
import { chapterIds, chapterTitle } from './chapter.ts';
import type { Chapter } from './contents.ts';
import { circle, radar } from './scores.ts';

type Edition = CommonEdition<ReportInput & HasMaturity>;

/** What people answered, against what was agreed to be reached; left out where nobody answered. */
export function maturity(edition: Edition): Node[] {
  const { input, say, number, theme } = edition;
  if (!input.maturity) return [];
  const { overall } = input.maturity;
  return [
    chapterTitle(say('maturity.title'), chapterIds.maturity, edition),
    lead(
      [
        say('maturity.answered', { answered: number(overall.answered), count: overall.asked }),
        ...(overall.score === null
          ? []
          : [say('maturity.reached', { score: inPercent(overall.score, edition) })]),
      ].join(' '),
    ),
    ...radars(input.maturity, edition),
    ...heatMap(input.maturity, edition),
    ...tables(input.maturity, edition),
    ...together([heading(say('maturity.computed'), theme), paragraph(say('maturity.computedText'))]),
  ];
}

/** Its line in the table of contents. */
export const maturityChapter = (edition: Edition): Chapter[] => {
  const { input, say } = edition;
  return input.maturity
    ? [
        {
          id: chapterIds.maturity,
          title: say('maturity.title'),
          ...(input.maturity.overall.score !== null && {
            note: inPercent(input.maturity.overall.score, edition),
          }),
        },
      ]
    : [];
};

/** Whole percent: one answer more would move the decimals. */
const inPercent = (score: number, { say, number }: Edition): string =>
  say('percent', { value: number(Math.round(score)) });

/** Aspects are called as everywhere; stages and principles as in the checklists. */
export const maturityName = (
  dimension: Dimension,
  value: string,
  { texts }: Pick<Edition, 'texts'>,
): string =>
  texts.t(dimension === 'aspect' ? `findings.aspects.${value}` : `checklists.${dimension}s.${value}`);

/** Stages, and aspects beside them; of either only what was answered at all. */
function radars({ values }: ReportMaturity, edition: Edition): Node[] {
  const { say, theme } = edition;
  const drawn = (['stage', 'aspect'] as const)
    .map((dimension) => ({ dimension, of: values.filter((one) => one.dimension === dimension) }))
    .filter(({ of }) => of.some(({ score }) => score !== null));
  if (drawn.length === 0) return [];
  const targets = drawn.some(({ of }) => of.some(({ target }) => target !== null));
  return together([
    {
      columns: drawn.map(({ dimension, of }) => ({
        width: radar.width,
        stack: [
          { ...subheading(say(`maturity.${dimension}s`), theme), margin: [0, 4, 0, 2] },
          circle(
            maturityRadar(
              of.map(({ value, score, target }) => ({
                name: maturityName(dimension, value, edition),
                score,
                target,
              })),
              theme.chart,
            ),
          ),
        ],
      })),
      columnGap: 40,
    } as Node,
    remark(say(targets ? 'maturity.radar' : 'maturity.radarOnly'), theme),
  ]);
}

/** Level 4 is as dark as type on it can still be read, whatever the accent. */
const darkest = 0.45;
const principleWidth = 62;

/** Each checklist by principle: the level as a figure, on a ground that is fuller the further it is. */
function heatMap({ checklists }: ReportMaturity, edition: Edition): Node[] {
  const { say, theme } = edition;
  const answered = checklists.filter((one) => principles.some((name) => one.principles[name].score !== null));
  if (answered.length === 0) return [];
  return [
    ...withRoom([heading(say('maturity.heat'), theme)], 80),
    table(
      [{ width: '*' }, ...principles.map(() => ({ width: principleWidth }))],
      [
        [
          cell(say('maturity.checklist'), { color: theme.secondary, fontSize: size.small }),
          ...principles.map((name) =>
            cell(maturityName('principle', name, edition), {
              color: theme.secondary,
              fontSize: size.small,
              alignment: 'center',
            }),
          ),
        ],
        ...answered.map(({ title, principles: of }) => [
          cell(title, { bold: true }),
          ...principles.map((name) => levelCell(of[name], edition)),
        ]),
      ],
      theme,
      { gap: 10, padding: 4 },
    ),
    remark(say('maturity.heatNote'), theme),
  ];
}

function levelCell({ score, asked }: MaturityFigure, { texts, theme }: Edition): Node {
  if (asked === 0) return cell('');
  if (score === null) return cell('–', { alignment: 'center', color: theme.secondary });
  const level = (score / 25).toLocaleString(texts.locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return {
    ...figures(level, { alignment: 'center', bold: true }),
    fillColor: mix(white, theme.accent, (score / 100) * darkest),
  } as Node;
}

/** Of each dimension, what was asked or agreed on. Each table stays whole, the first with the heading. */
function tables({ values }: ReportMaturity, edition: Edition): Node[] {
  const { say, theme } = edition;
  return (['stage', 'aspect', 'principle'] as const)
    .map((dimension) => ({
      dimension,
      rows: values.filter((one) => one.dimension === dimension && (one.asked > 0 || one.target !== null)),
    }))
    .filter(({ rows }) => rows.length > 0)
    .flatMap(({ dimension, rows }, at) =>
      together([
        ...(at === 0 ? [heading(say('maturity.figures'), theme)] : []),
        figuresOf(dimension, rows, edition),
        { stack: [], margin: below(12) },
      ]),
    );
}

function figuresOf(dimension: Dimension, rows: ReportMaturity['values'], edition: Edition): Node {
  const { say, number, theme } = edition;
  const bar = 90;
  const figure = (value: number | null, bold = false) =>
    figures(value === null ? '–' : inPercent(value, edition), {
      bold,
      ...(value === null && { color: theme.secondary }),
    });
  return table(
    [
      { width: '*', head: say(`maturity.${dimension}`) },
      { width: bar },
      { width: 50, head: say('maturity.title'), align: 'right' },
      { width: 50, head: say('maturity.target'), align: 'right' },
      { width: 96, head: say('maturity.answeredOf'), align: 'right' },
    ],
    rows.map(({ value, score, target, answered, asked }) => [
      cell(maturityName(dimension, value, edition)),
      { ...scoreBar(score, theme, bar, 5), margin: [0, 2.5, 0, 0] } as Node,
      figure(score, true),
      figure(target),
      figures(say('maturity.of', { answered: number(answered), asked: number(asked) })),
    ]),
    theme,
    { padding: 3.2 },
  );
}
