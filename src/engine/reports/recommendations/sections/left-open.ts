import { chapterIds, chapterTitle } from '../../common/sections/chapter.ts';
import { toAsk } from '../../common/sections/coverage.ts';
import { heightOf, withRoom } from '../../layout/keep.ts';
import { severityShape } from '../../layout/marks.ts';
import type { Node } from '../../layout/nodes.ts';
import { type Row, roomFor, table, widthsOf } from '../../layout/table.ts';
import { size } from '../../layout/theme.ts';
import { cell, figures, heading, lead, paragraph, quiet } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';
import { toDecide } from '../to-decide.ts';
import { amount } from './summary.ts';

/** What is left to decide, to ask and to look at; what was turned down, and why. */
export function leftOpen(edition: Edition): Node[] {
  const { input, say, theme } = edition;
  const decisions = toDecide(edition);
  const empty =
    decisions.length +
      input.unanswered.length +
      input.proposed.length +
      input.dismissed.length +
      input.gaps.length ===
    0;
  return [
    chapterTitle(say('open.title'), chapterIds.toDecide, edition),
    lead(say(empty && input.uncovered === 0 ? 'open.nothing' : 'open.lead')),
    ...(decisions.length > 0
      ? [
          ...withRoom([heading(say('open.decisions'), theme)], 60),
          table(
            [
              { width: 12, align: 'right' },
              { width: '*', head: say('open.what') },
              { width: 168, head: say('open.actions') },
            ],
            decisions.map(({ what, refs }, index) => [
              figures(String(index + 1), { color: theme.secondary }),
              cell(what, { bold: true }),
              cell(references(refs, edition), { color: theme.secondary }),
            ]),
            theme,
          ),
        ]
      : []),
    ...questions(edition),
    ...(input.uncovered > 0
      ? withRoom(
          [
            heading(say('open.uncovered'), theme),
            paragraph(say('open.uncoveredText', { count: input.uncovered })),
          ],
          0,
        )
      : []),
    ...proposals(edition),
    ...dismissed(edition),
    ...(input.gaps.length > 0
      ? [
          ...withRoom([heading(say('open.coverage'), theme), paragraph(say('open.coverageText'))], 40),
          ...toAsk(edition, { headed: false }),
        ]
      : []),
  ];
}

function references(refs: readonly string[], { theme }: Edition) {
  if (refs.length === 0) return '–';
  return refs.flatMap((ref, index) => [
    ...(index > 0 ? ['  '] : []),
    { text: ref, linkToDestination: chapterIds.action(ref), color: theme.accent },
  ]);
}

function questions(edition: Edition): Node[] {
  const { input, say, theme } = edition;
  if (input.unanswered.length === 0) return [];
  const columns = [
    { width: '*' as const, head: say('open.question') },
    { width: 220, head: say('open.why') },
  ];
  const [questionWidth, whyWidth] = widthsOf(columns) as [number, number];
  const rows = input.unanswered.map(
    ({ question, why }): Row => ({
      cells: [cell(question, { bold: true }), cell(why, { color: theme.secondary })],
      height: Math.max(heightOf(question, questionWidth, size.table), heightOf(why, whyWidth, size.table)),
    }),
  );
  return [
    ...withRoom([heading(say('open.questions'), theme), paragraph(say('open.questionsText'))], roomFor(rows)),
    table(columns, rows, theme),
  ];
}

/** What the library would do besides. */
function proposals(edition: Edition): Node[] {
  const { input, say, theme, number } = edition;
  if (input.proposed.length === 0) return [];
  return [
    ...withRoom([heading(say('open.proposed'), theme), paragraph(say('open.proposedText'))], 70),
    table(
      [
        { width: 9, head: '' },
        { width: '*', head: say('summary.action') },
        { width: 50, head: say('summary.findings'), align: 'right' },
        { width: 30, head: say('summary.daysShort'), align: 'right' },
        { width: 74, head: say('summary.savingMonth'), align: 'right' },
      ],
      input.proposed.map(({ title, severity, findings, effort, counted }) => [
        cell(severity ? [severityShape(severity, size.table)] : ''),
        cell(title),
        figures(number(findings)),
        figures(number(effort)),
        amount(counted, edition),
      ]),
      theme,
      { gap: 9, padding: 3.4 },
    ),
  ];
}

function dismissed({ input, say, theme }: Edition): Node[] {
  if (input.dismissed.length === 0) return [];
  const columns = [
    { width: 200, head: say('summary.action') },
    { width: '*' as const, head: say('open.reason') },
  ];
  const [titleWidth, reasonWidth] = widthsOf(columns) as [number, number];
  const rows = input.dismissed.map(
    ({ title, reason }): Row => ({
      cells: [cell(title, { bold: true }), quiet(reason, theme)],
      height: Math.max(heightOf(title, titleWidth, size.table), heightOf(reason, reasonWidth, size.small)),
    }),
  );
  return [...withRoom([heading(say('open.dismissed'), theme)], roomFor(rows)), table(columns, rows, theme)];
}
