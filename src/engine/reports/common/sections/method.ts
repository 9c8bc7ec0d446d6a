import { severities } from '../../../../shared/model/finding.ts';
import { severityWeights } from '../../../findings/score.ts';
import { together, withRoom } from '../../layout/keep.ts';
import { severityMark, unknownShape } from '../../layout/marks.ts';
import { mono } from '../../layout/mono.ts';
import type { Inline, Node } from '../../layout/nodes.ts';
import { table, widthsOf } from '../../layout/table.ts';
import { size } from '../../layout/theme.ts';
import { cell, figures, heading, paragraph, remark } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';

// The parts of a chapter on method; each report takes those that it rests on.

/** What the engagement covers, in the consultant's own words. */
export const scope = ({ input, say, theme }: Edition): Node[] =>
  input.engagement.scope
    ? [
        heading(say('method.scope'), theme),
        ...input.engagement.scope.split(/\n+/).map((text) => paragraph(text)),
      ]
    : [];

/** What was read, when, and in which accounts. */
export const howRead = (edition: Edition): Node[] => [
  ...withRoom([heading(edition.say('method.read'), edition.theme), paragraph(reading(edition))], 60),
  ...accounts(edition),
];

/** The five verdicts. */
export const howJudged = (edition: Edition): Node[] => {
  const { say, theme } = edition;
  return together([
    heading(say('method.judged'), theme),
    paragraph(say('method.judgedText')),
    definitions(
      [
        [say('statuses.pass'), say('method.pass')],
        [say('statuses.fail'), say('method.fail')],
        [[unknownShape(theme, size.table), `\u00a0${say('statuses.unknown')}`], say('method.unknown')],
        [[{ text: '○', color: theme.secondary }, `\u00a0${say('statuses.manual')}`], say('method.manual')],
        [say('statuses.not-applicable'), say('method.notApplicable')],
      ],
      edition,
    ),
  ]);
};

/** The four severities. */
export const howSevere = (edition: Edition): Node[] => {
  const { say, theme } = edition;
  return together([
    heading(say('method.severity'), theme),
    paragraph(say('method.severityText')),
    definitions(
      severities.map((severity) => [
        severityMark(severity, edition.severityName(severity), size.table),
        say(`method.${severity}`),
      ]),
      edition,
    ),
  ]);
};

const told = (key: string, values: Record<string, unknown>, { say, theme }: Edition): Node[] =>
  withRoom([heading(say(`method.${key}`), theme), paragraph(say(`method.${key}Text`, values))], 20);

export const howScored = (edition: Edition): Node[] => told('score', { ...severityWeights }, edition);
export const howPriced = (edition: Edition): Node[] =>
  told('money', { date: edition.date(edition.input.savings.priceDate) }, edition);
export const howDecided = (edition: Edition): Node[] => told('decisions', {}, edition);
export const howReferred = (edition: Edition): Node[] => told('references', {}, edition);

/** What another needs to make the same report. */
export function again(edition: Edition): Node[] {
  const { input, say, theme, number } = edition;
  return together([
    heading(say('method.again'), theme),
    paragraph(say('method.againText')),
    facts(
      [
        [say('method.snapshot'), input.snapshot.id],
        [say('method.tool'), input.tool.version],
        [say('method.rules'), input.tool.rules],
        [say('method.calls'), number(input.snapshot.calls)],
      ],
      edition,
    ),
  ]);
}

function reading({ input, say, date, number }: Edition): string {
  const { startedAt, finishedAt, calls, reads } = input.snapshot;
  const values = { calls: number(calls), planned: number(reads.planned), ok: number(reads.ok) };
  const from = date(startedAt);
  const to = finishedAt && date(finishedAt);
  if (to === null) return say('method.readUnfinished', { ...values, from });
  return from === to
    ? say('method.readDay', { ...values, from })
    : say('method.readDays', { ...values, from, to });
}

/** Most estates are read in the same regions everywhere; then they are named once, below the table. */
function accounts({ input, say, theme }: Edition): Node[] {
  const { accounts } = input.snapshot;
  const lists = new Set(accounts.filter((one) => one.refused === null).map((one) => one.regions.join(', ')));
  const [shared] = lists.size === 1 ? lists : [];
  const columns = [
    { width: 110, head: say('method.account') },
    { width: 72, head: say('method.accountId') },
    { width: '*' as const, head: say('method.regions') },
  ];
  const [, idWidth] = widthsOf(columns) as [number, number, number];
  const regionsOf = (regions: readonly string[]): string =>
    regions.length === 0
      ? '–'
      : shared === undefined || regions.length === 1
        ? regions.join(', ')
        : say('count.regions', { count: regions.length });
  return [
    table(
      columns,
      accounts.map((account) => [
        cell(account.name, { bold: true }),
        mono(account.id, idWidth, size.small),
        account.refused === null
          ? cell(regionsOf(account.regions), { color: theme.secondary })
          : cell([{ text: say('method.refused'), italics: true }], { color: theme.secondary }),
      ]),
      theme,
    ),
    ...(shared?.includes(', ') ? [remark(say('method.regionsNote', { regions: shared }), theme)] : []),
  ];
}

export const definitions = (entries: readonly [Inline | Inline[], string][], { theme }: Edition): Node =>
  table(
    [{ width: 92 }, { width: '*' }],
    entries.map(([word, meaning]) => [cell(word, { bold: true }), cell(meaning)]),
    theme,
    { padding: 3.5 },
  );

export function facts(entries: readonly [string, string][], { theme }: Edition): Node {
  const columns = [{ width: 92 }, { width: '*' as const }];
  const [, width] = widthsOf(columns) as [number, number];
  return table(
    columns,
    entries.map(([name, value]) => [
      cell(name, { color: theme.secondary }),
      /^[0-9.,\s\u00a0]+$/.test(value)
        ? figures(value, { alignment: 'left' })
        : mono(value, width, size.small),
    ]),
    theme,
    { padding: 3.5 },
  );
}
