import { statuses } from '../../../../shared/model/finding.ts';
import { chapterIds, chapterTitle } from '../../common/sections/chapter.ts';
import { mono } from '../../layout/mono.ts';
import type { Node } from '../../layout/nodes.ts';
import { table, widthsOf } from '../../layout/table.ts';
import { size } from '../../layout/theme.ts';
import { cell, figures, lead } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';

/** Every check that was run, with its version and how its verdicts fell. */
export function appendixChecks(edition: Edition): Node[] {
  const { say, theme, number, checks, aspectName } = edition;
  const columns = [
    { width: '*' as const, head: say('aspect.check') },
    { width: 92, head: say('summary.aspect') },
    { width: 14, head: say('appendix.version'), align: 'right' as const },
    ...statuses.map((status) => ({ width: 37, head: say(`statuses.${status}`), align: 'right' as const })),
  ];
  const [width] = widthsOf(columns, undefined, 6) as [number];
  return [
    chapterTitle(say('appendix.checks'), chapterIds.checks, edition),
    lead(
      checks.length === 0 ? say('appendix.noChecks') : say('appendix.checksLead', { count: checks.length }),
    ),
    ...(checks.length === 0
      ? []
      : [
          table(
            columns,
            checks.map(({ check }) => [
              mono(check.id, width, size.small - 0.4),
              cell(aspectName(check.aspect), { fontSize: size.small, color: theme.secondary }),
              figures(String(check.version), { fontSize: size.small, color: theme.secondary }),
              ...statuses.map((status) =>
                figures(check.counts[status] === 0 ? '·' : number(check.counts[status]), {
                  fontSize: size.small,
                  ...(check.counts[status] === 0 && { color: theme.secondary }),
                }),
              ),
            ]),
            theme,
            { padding: 3, gap: 6 },
          ),
        ]),
  ];
}
