import { aspects } from '../../../../shared/model/aspect.ts';
import { chapterIds, chapterTitle } from '../../common/sections/chapter.ts';
import { legend, radar, scoreRadar } from '../../common/sections/scores.ts';
import { withRoom } from '../../layout/keep.ts';
import { scoreBar, severityShape } from '../../layout/marks.ts';
import type { Node } from '../../layout/nodes.ts';
import { table } from '../../layout/table.ts';
import { measure, size } from '../../layout/theme.ts';
import { cell, figures, heading, lead, remark } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';
import { amount } from './summary.ts';

/** Checks that one page has room for. */
const shown = 9;

/** What the actions answer: the scores of the diagnosis, and what weighs most in them. */
export function diagnosed(edition: Edition): Node[] {
  const { input, say, theme, date, number, percent } = edition;
  const { snapshot, worst } = input;
  const { planned, ok } = snapshot.reads;
  return [
    chapterTitle(say('diagnosed.title'), chapterIds.diagnosed, edition),
    lead(
      [
        say('diagnosed.lead', {
          date: date(snapshot.startedAt),
          accounts: say('count.accounts', {
            count: snapshot.accounts.filter(({ refused }) => refused === null).length,
          }),
        }),
        planned === 0
          ? say('coverage.nothing')
          : say('diagnosed.coverage', {
              ok: number(ok),
              planned: number(planned),
              share: percent(ok / planned),
            }),
        ...(input.unknown > 0 ? [say('diagnosed.unknown', { count: input.unknown })] : []),
      ].join(' '),
    ),
    {
      columns: [
        { width: radar.width, stack: [scoreRadar(input.scores, edition)], margin: [-8, 0, 0, 0] },
        { width: '*', stack: [scores(edition)] },
      ],
      columnGap: 10,
    },
    ...(worst.length > 0
      ? [
          ...withRoom([heading(say('diagnosed.worst'), theme)], 80),
          table(
            [
              { width: 9, head: '' },
              { width: '*', head: say('aspect.finding') },
              { width: 104, head: say('summary.aspect') },
              { width: 44, head: say('summary.findings'), align: 'right' },
              { width: 74, head: say('summary.savingMonth'), align: 'right' },
              { width: 50, head: say('diagnosed.answeredBy') },
            ],
            worst
              .slice(0, shown)
              .map(({ checkId, severity, aspect, findings, counted }) => [
                cell([severityShape(severity, size.table)]),
                cell(edition.checkTitle(checkId), { bold: true }),
                cell(edition.aspectName(aspect), { color: theme.secondary }),
                figures(number(findings)),
                amount(counted, edition),
                answers(checkId, edition),
              ]),
            theme,
            { gap: 9, padding: 3.4 },
          ),
          remark([...legend(edition), `   ${say('diagnosed.worstNote')}`], theme),
        ]
      : []),
  ];
}

function scores({ input, say, number, theme, aspectName }: Edition): Node {
  const width = measure - radar.width - 10;
  const bar = 66;
  return table(
    [
      { width: '*', head: say('summary.aspect') },
      { width: bar },
      { width: 30, head: say('summary.score'), align: 'right' },
    ],
    [
      ...aspects.map((aspect) => {
        const score = input.scores.aspects.find((one) => one.aspect === aspect)?.score ?? null;
        return [
          cell(aspectName(aspect)),
          { ...scoreBar(score, theme, bar, 5), margin: [0, 2.5, 0, 0] } as Node,
          figures(score === null ? '–' : number(Math.round(score)), {
            bold: true,
            ...(score === null && { color: theme.secondary }),
          }),
        ];
      }),
    ],
    theme,
    { width, gap: 8, padding: 3.4 },
  );
}

/** Actions that resolve it; each leads to its own page. */
function answers(checkId: string, { input, theme }: Edition): Node {
  const of = input.actions.filter(({ concerned }) =>
    concerned.some((finding) => finding.checkId === checkId),
  );
  if (of.length === 0) return cell('–', { color: theme.secondary });
  return cell(
    of.flatMap(({ ref }, index) => [
      ...(index > 0 ? [', '] : []),
      { text: ref, linkToDestination: chapterIds.action(ref), color: theme.accent },
    ]),
    { fontSize: size.small },
  );
}
