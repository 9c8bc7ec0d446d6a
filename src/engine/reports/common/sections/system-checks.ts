import { type SystemVerdict, systemCheckIds } from '../../../inventory/checks.ts';
import { inWords } from '../../../inventory/words.ts';
import { heightOf, withRoom } from '../../layout/keep.ts';
import type { Node } from '../../layout/nodes.ts';
import { type Row, roomFor, table, widthsOf } from '../../layout/table.ts';
import { size } from '../../layout/theme.ts';
import { cell, paragraph, subheading } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';

/** Checks of systems outside AWS that fail, the most frequent first, each with what to do and where it fails. */
export function failingChecks(
  systems: readonly { name: string; verdicts: readonly SystemVerdict[] }[],
  { say, theme, number, texts }: Edition,
): Node[] {
  const failing = systems.flatMap(({ name, verdicts }) =>
    verdicts
      .filter(({ status }) => status === 'fail')
      .map((verdict) => ({ name, words: inWords(verdict, texts) })),
  );
  const columns = [
    { width: 150, head: say('systems.system') },
    { width: '*' as const, head: say('systems.why') },
  ];
  const [nameWidth, whyWidth] = widthsOf(columns) as [number, number];
  return systemCheckIds
    .map((check) => failing.filter(({ words }) => words.check === check))
    .filter((of) => of.length > 0)
    .sort((a, b) => b.length - a.length)
    .flatMap((of) => {
      const rows = of.map(
        ({ name, words: { reason } }): Row => ({
          cells: [cell(name, { bold: true }), cell(reason)],
          height: Math.max(heightOf(name, nameWidth, size.table), heightOf(reason, whyWidth, size.table)),
        }),
      );
      const { title, step } = of[0]!.words;
      return [
        ...withRoom(
          [
            subheading(
              [title, { text: `  ${number(of.length)}`, bold: false, color: theme.secondary }],
              theme,
            ),
            paragraph(step),
          ],
          roomFor(rows),
        ),
        table(columns, rows, theme),
      ];
    });
}
