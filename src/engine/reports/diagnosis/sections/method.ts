import { severities } from '../../../../shared/model/finding.ts';
import { severityWeights } from '../../../findings/score.ts';
import { together, withRoom } from '../../layout/keep.ts';
import { severityMark, unknownShape } from '../../layout/marks.ts';
import { mono } from '../../layout/mono.ts';
import type { Inline, Node } from '../../layout/nodes.ts';
import { table, widthsOf } from '../../layout/table.ts';
import { size } from '../../layout/theme.ts';
import { cell, figures, heading, lead, paragraph } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';
import { chapterIds, chapterTitle } from './chapter.ts';

/** How it was read, judged and counted, so that another could do it again. */
export function method(edition: Edition): Node[] {
  const { input, say, theme, number } = edition;
  const { snapshot, engagement } = input;
  return [
    chapterTitle(say('method.title'), chapterIds.method, edition),
    lead(say('method.lead')),
    ...(engagement.scope
      ? [heading(say('method.scope'), theme), ...engagement.scope.split(/\n+/).map((text) => paragraph(text))]
      : []),
    ...withRoom([heading(say('method.read'), theme), paragraph(reading(edition))], 60),
    accounts(edition),
    ...together([
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
    ]),
    ...together([
      heading(say('method.severity'), theme),
      paragraph(say('method.severityText')),
      definitions(
        severities.map((severity) => [
          severityMark(severity, edition.severityName(severity), size.table),
          say(`method.${severity}`),
        ]),
        edition,
      ),
    ]),
    ...withRoom(
      [heading(say('method.score'), theme), paragraph(say('method.scoreText', { ...severityWeights }))],
      20,
    ),
    ...withRoom(
      [
        heading(say('method.money'), theme),
        paragraph(say('method.moneyText', { date: edition.date(input.savings.priceDate) })),
      ],
      20,
    ),
    ...withRoom([heading(say('method.references'), theme), paragraph(say('method.referencesText'))], 20),
    ...together([
      heading(say('method.again'), theme),
      paragraph(say('method.againText')),
      facts(
        [
          [say('method.snapshot'), snapshot.id],
          [say('method.tool'), input.tool.version],
          [say('method.rules'), input.tool.rules],
          [say('method.calls'), number(snapshot.calls)],
        ],
        edition,
      ),
    ]),
  ];
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

function accounts({ input, say, theme }: Edition): Node {
  const columns = [
    { width: 110, head: say('method.account') },
    { width: 72, head: say('method.accountId') },
    { width: '*' as const, head: say('method.regions') },
  ];
  const [, idWidth] = widthsOf(columns) as [number, number, number];
  return table(
    columns,
    input.snapshot.accounts.map((account) => [
      cell(account.name, { bold: true }),
      mono(account.id, idWidth, size.small),
      account.refused === null
        ? cell(account.regions.join(', ') || '–', { color: theme.secondary })
        : cell([{ text: say('method.refused'), italics: true }], { color: theme.secondary }),
    ]),
    theme,
  );
}

const definitions = (entries: readonly [Inline | Inline[], string][], { theme }: Edition): Node =>
  table(
    [{ width: 92 }, { width: '*' }],
    entries.map(([word, meaning]) => [cell(word, { bold: true }), cell(meaning)]),
    theme,
    { padding: 3.5 },
  );

function facts(entries: readonly [string, string][], { theme }: Edition): Node {
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
