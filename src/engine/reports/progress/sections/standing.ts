import type { RuleDifference } from '../../../../shared/model/rules.ts';
import { thresholdName } from '../../../findings/words.ts';
import type { CoverageGap } from '../../common/input.ts';
import { chapterBelow, chapterIds, chapterTitle } from '../../common/sections/chapter.ts';
import { toAsk } from '../../common/sections/coverage.ts';
import { withRoom } from '../../layout/keep.ts';
import { mono, monoLines } from '../../layout/mono.ts';
import type { Node } from '../../layout/nodes.ts';
import { type Row, table, widthsOf } from '../../layout/table.ts';
import { size } from '../../layout/theme.ts';
import { cell, figures, heading, lead, paragraph, quiet } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';

/** What could be read then and now, and what to ask for so that next time more is told. */
export function coverage(edition: Edition): Node[] {
  const { input, say, theme, number, percent } = edition;
  const { before, after, gaps } = input;
  const row = (name: string, was: number, is: number): Node[] => [
    cell(name),
    figures(number(was)),
    figures(number(is), { bold: true }),
  ];
  const share = ({ planned, ok }: { planned: number; ok: number }) =>
    planned === 0 ? '–' : percent(ok / planned);
  const entered = (side: typeof before) =>
    side.snapshot.accounts.filter(({ refused }) => refused === null).length;
  return [
    chapterTitle(say('coverage.title'), chapterIds.coverage, edition),
    lead(say('coverage.lead', { from: share(before.snapshot.reads), to: share(after.snapshot.reads) })),
    table(
      [
        { width: '*' },
        { width: 80, head: say('then'), align: 'right' },
        { width: 80, head: say('now'), align: 'right' },
      ],
      [
        row(say('coverage.accountsEntered'), entered(before), entered(after)),
        row(say('coverage.planned'), before.snapshot.reads.planned, after.snapshot.reads.planned),
        row(say('coverage.answered'), before.snapshot.reads.ok, after.snapshot.reads.ok),
        row(say('gained.unknown'), before.unknown, after.unknown),
      ],
      theme,
      { padding: 3.6 },
    ),
    ...gapTable(say('coverage.closed'), input.coverage.closed, edition),
    ...gapTable(say('coverage.opened'), input.coverage.opened, edition),
    ...(gaps.length > 0
      ? [
          ...withRoom([heading(say('coverage.ask'), theme), paragraph(say('coverage.askText'))], 70),
          ...toAsk(edition, { headed: false }),
        ]
      : []),
  ];
}

function gapTable(name: string, gaps: readonly CoverageGap[], edition: Edition): Node[] {
  if (gaps.length === 0) return [];
  const { say, theme, texts, number } = edition;
  const columns = [
    { width: 120, head: say('method.account') },
    { width: '*' as const, head: say('coverage.readOnly') },
    { width: 130, head: say('changes.why') },
    { width: 40, head: say('coverage.reads'), align: 'right' as const },
  ];
  const [, width] = widthsOf(columns) as [number, number];
  return [
    ...withRoom([heading(name, theme)], 60),
    table(
      columns,
      gaps.map(
        ({ accountName, read, outcome, reads }): Row => ({
          cells: [
            cell(accountName),
            mono(read, width, size.small),
            quiet(texts.t(`findings.outcomes.${outcome}`), theme),
            figures(number(reads)),
          ],
          height: monoLines(read, width, size.small).length * 10,
        }),
      ),
      theme,
      { padding: 3.4 },
    ),
  ];
}

/** In what the rules of the two sides differ, so that nobody takes a changed rule for a changed estate. */
export function rules(edition: Edition): Node[] {
  const { input, say, theme } = edition;
  const { differ, differences } = input.rules;
  const columns = [
    { width: 96, head: say('rules.kind') },
    { width: '*' as const, head: say('rules.of') },
    { width: 84, head: say('then'), align: 'right' as const },
    { width: 84, head: say('now'), align: 'right' as const },
  ];
  return [
    ...chapterBelow(say('rules.title'), chapterIds.rules, edition),
    lead(say(!differ ? 'rules.same' : differences === null ? 'rules.notKept' : 'rules.lead')),
    ...(differences && differences.length > 0
      ? [
          table(
            columns,
            differences.map((one) => [
              cell(say(`rules.kinds.${one.kind}`), { color: theme.secondary }),
              cell(nameOf(one, edition)),
              figures('before' in one ? shownValue(one, one.before, edition) : '–'),
              figures('after' in one ? shownValue(one, one.after, edition) : '–', { bold: true }),
            ]),
            theme,
            { padding: 3.6 },
          ),
        ]
      : []),
  ];
}

function nameOf(one: RuleDifference, { texts, checkTitle, say }: Edition): string {
  if (!('check' in one)) return say(`rules.kinds.${one.kind}`);
  const title = texts.has(`checks.${one.check}.title`) ? checkTitle(one.check) : one.check;
  return one.kind === 'threshold' ? `${title}: ${thresholdName(one.name, texts)}` : title;
}

function shownValue(one: RuleDifference, value: string, { texts, day }: Edition): string {
  if (one.kind === 'severity' && texts.has(`findings.severities.${value}`))
    return texts.t(`findings.severities.${value}`);
  if (one.kind === 'prices') return day(value);
  return value.length > 18 ? `${value.slice(0, 17)}…` : value;
}
