import { denials, outcomes } from '../../../../shared/model/outcome.ts';
import { heightOf, withRoom } from '../../layout/keep.ts';
import { mono } from '../../layout/mono.ts';
import type { Node } from '../../layout/nodes.ts';
import { type Row, table, widthsOf } from '../../layout/table.ts';
import { measure, size } from '../../layout/theme.ts';
import { cell, figures, heading, lead, paragraph, quiet, subheading } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';
import type { CoverageGap } from '../input.ts';
import { regionName } from '../words.ts';
import { chapterIds, chapterTitle } from './chapter.ts';

/** What could not be seen and why, and what to ask of whom so that next time it can. */
export function coverage(edition: Edition): Node[] {
  const { input, say, number, percent } = edition;
  const { planned, ok } = input.snapshot.reads;
  const refused = input.snapshot.accounts.filter((account) => account.refused !== null);
  const whole = planned === ok && refused.length === 0 && input.gaps.length === 0;
  return [
    chapterTitle(say('coverage.title'), chapterIds.coverage, edition),
    lead(
      planned === 0
        ? say('coverage.nothing')
        : whole
          ? say('coverage.whole', { count: planned })
          : say('coverage.lead', {
              planned: number(planned),
              ok: number(ok),
              share: percent(planned === 0 ? 0 : ok / planned),
            }),
    ),
    ...(refused.length > 0 ? refusedAccounts(edition) : []),
    ...(input.gaps.length > 0 ? [...gaps(edition), ...toAsk(edition, { headed: true })] : []),
  ];
}

function refusedAccounts({ input, say, theme }: Edition): Node[] {
  const columns = [
    { width: 110, head: say('method.account') },
    { width: 72, head: say('method.accountId') },
    { width: '*' as const, head: say('coverage.asAwsSaid') },
  ];
  const [, idWidth, width] = widthsOf(columns) as [number, number, number];
  return [
    ...withRoom([heading(say('coverage.accounts'), theme), paragraph(say('coverage.accountsText'))], 60),
    table(
      columns,
      input.snapshot.accounts.flatMap((account): Row[] =>
        account.refused === null
          ? []
          : [
              {
                cells: [
                  cell(account.name, { bold: true }),
                  mono(account.id, idWidth, size.small),
                  cell(account.refused, { color: theme.secondary }),
                ],
                height: heightOf(account.refused, width, size.table),
              },
            ],
      ),
      theme,
    ),
  ];
}

function gaps(edition: Edition): Node[] {
  const { input, say, theme, number } = edition;
  const columns = [
    { width: 108, head: say('coverage.where') },
    { width: '*' as const, head: say('coverage.read') },
    { width: 32, head: say('coverage.reads'), align: 'right' as const },
    { width: 38, head: say('coverage.checks'), align: 'right' as const },
  ];
  const [, width] = widthsOf(columns) as [number, number, number, number];
  return [
    ...withRoom([heading(say('coverage.gaps'), theme)], 80),
    table(
      columns,
      input.gaps.map(
        (gap): Row => ({
          cells: [
            { stack: [cell(gap.accountName, { bold: true }), quiet(regions(gap, edition), theme)] },
            {
              stack: [
                mono(gap.read, width, size.small),
                ...(gap.permission && gap.permission !== gap.read
                  ? [mono(gap.permission, width, size.small - 0.5, { color: theme.secondary })]
                  : []),
                cell(why(gap, edition)),
                ...(gap.message ? [quiet(gap.message, theme)] : []),
              ],
            },
            figures(number(gap.reads)),
            figures(number(gap.checks.length)),
          ],
          height: heightOf(gap.message, width, size.small) + 60,
        }),
      ),
      theme,
    ),
  ];
}

const shownRegions = 4;

function regions(gap: CoverageGap, edition: Edition): string {
  const names = gap.regions.map((region) => regionName(region, edition));
  if (names.length <= shownRegions + 1) return names.join(', ');
  return edition.say('coverage.moreRegions', {
    names: names.slice(0, shownRegions).join(', '),
    count: names.length - shownRegions,
  });
}

function why(gap: CoverageGap, { texts }: Edition): string {
  const outcome = texts.t(`findings.outcomes.${gap.outcome}`);
  if (gap.outcome !== 'denied') return sentence(outcome);
  return sentence(`${outcome}: ${texts.t(`findings.denials.${gap.denial ?? 'unsaid'}`)}`);
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One entry for each kind of refusal: each is a different talk, with different people. */
export function toAsk(edition: Edition, { headed }: { headed: boolean }): Node[] {
  const { input, say, theme, texts } = edition;
  const denied = denials.flatMap((denial) => {
    const of = input.gaps.filter((gap) => gap.outcome === 'denied' && (gap.denial ?? 'unsaid') === denial);
    return of.length > 0
      ? [{ name: texts.t(`findings.denials.${denial}`), remedy: say(`remedies.denied.${denial}`), of }]
      : [];
  });
  const others = outcomes.flatMap((outcome) => {
    const of = input.gaps.filter((gap) => gap.outcome === outcome);
    return outcome !== 'ok' && outcome !== 'denied' && of.length > 0
      ? [{ name: texts.t(`findings.outcomes.${outcome}`), remedy: say(`remedies.${outcome}`), of }]
      : [];
  });
  return [
    ...(headed
      ? withRoom([heading(say('coverage.ask'), theme), paragraph(say('coverage.askText'))], 70)
      : []),
    ...[...denied, ...others].flatMap(({ name, remedy, of }) => {
      const permissions = [...new Set(of.flatMap((gap) => gap.permission ?? []))].sort();
      return [
        ...withRoom([subheading(sentence(name), theme), paragraph(remedy)], permissions.length > 0 ? 24 : 0),
        ...(permissions.length > 0
          ? [mono(permissions.join('\n'), measure, size.small + 0.5, { margin: [0, 0, 0, 1] })]
          : []),
      ];
    }),
  ];
}
