import { criticalities, systemKinds } from '../../../../shared/model/records/system.ts';
import type { SystemVerdict } from '../../../inventory/checks.ts';
import { chapterIds, chapterTitle } from '../../common/sections/chapter.ts';
import { failingChecks } from '../../common/sections/system-checks.ts';
import { heightOf, withRoom } from '../../layout/keep.ts';
import type { Node } from '../../layout/nodes.ts';
import { type Row, roomFor, table, widthsOf } from '../../layout/table.ts';
import { size } from '../../layout/theme.ts';
import { cell, figures, heading, lead, paragraph, quiet } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';
import type { ReportSystem } from '../input.ts';

/** What runs outside of AWS, as people told it, and what is wrong with it. */
export function systemsChapter(edition: Edition): Node[] {
  const { input, say } = edition;
  if (input.systems.length === 0) return [];
  return [
    chapterTitle(say('systems.title'), chapterIds.systems, edition),
    lead(say('systems.lead', { count: input.systems.length })),
    ...byKind(edition),
    ...list(edition),
    ...failures(edition),
  ];
}

/** How many there are of each kind, by how critical they are. */
function byKind({ input, say, theme, number }: Edition): Node[] {
  const ratings = [...criticalities.toReversed(), null];
  const count = (systems: readonly ReportSystem[]) =>
    figures(systems.length === 0 ? '·' : number(systems.length), {
      ...(systems.length === 0 && { color: theme.secondary }),
    });
  const row = (name: string, of: readonly ReportSystem[]) => [
    cell(name),
    ...ratings.map((rating) => count(of.filter(({ criticality }) => criticality === rating))),
    count(of),
  ];
  const rows = [...systemKinds, null].flatMap((kind) => {
    const of = input.systems.filter((system) => system.kind === kind);
    return of.length === 0 ? [] : [row(say(`systems.kinds.${kind ?? 'notSaid'}`), of)];
  });
  return [
    ...withRoom([heading(say('systems.byKind'), theme)], 80),
    table(
      [
        { width: '*', head: say('systems.kind') },
        ...ratings.map((rating) => ({
          width: 48,
          head: say(`systems.criticalities.${rating ?? 'notSaid'}`),
          align: 'right' as const,
        })),
        { width: 40, head: say('systems.all'), align: 'right' },
      ],
      rows.length > 1 ? [...rows, row(say('systems.all'), input.systems)] : rows,
      theme,
      { padding: 3 },
    ),
  ];
}

function list(edition: Edition): Node[] {
  const { input, say, theme } = edition;
  const columns = [
    { width: '*' as const, head: say('systems.system') },
    { width: 92, head: say('systems.owner') },
    { width: 50, head: say('systems.criticality') },
    { width: 62, head: say('systems.dataClass') },
    { width: 92, head: say('systems.dependsOn') },
    { width: 64, head: say('systems.checks') },
  ];
  const [nameWidth, ownerWidth, , , onWidth] = widthsOf(columns, undefined, 8) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const rows = input.systems.map((system): Row => {
    const about = aboutOf(system, edition);
    const owner = system.owner === '' ? say('systems.nobody') : (system.owner ?? say('systems.notSaid'));
    const on = system.dependsOn.length > 0 ? system.dependsOn.join('; ') : say('systems.notSaid');
    return {
      cells: [
        { stack: [cell(system.name, { bold: true }), quiet(about, theme)] },
        cell(owner),
        cell(say(`systems.criticalities.${system.criticality ?? 'notSaid'}`)),
        cell(say(`systems.dataClasses.${system.dataClass ?? 'notSaid'}`)),
        cell(on),
        cell(checksOf(system, edition)),
      ],
      height:
        Math.max(
          heightOf(system.name, nameWidth, size.table) + heightOf(about, nameWidth, size.small),
          heightOf(owner, ownerWidth, size.table),
          heightOf(on, onWidth, size.table),
        ) + 9,
    };
  });
  return [
    ...withRoom([heading(say('systems.list'), theme)], roomFor(rows)),
    table(columns, rows, theme, { gap: 8 }),
  ];
}

/** Its kind and, where it will not stay as it is, that. */
const aboutOf = ({ kind, lifecycle }: ReportSystem, { say }: Edition): string =>
  [
    say(`systems.kinds.${kind ?? 'notSaid'}`),
    ...(lifecycle === 'to-be-replaced' || lifecycle === 'retired'
      ? [say(`systems.lifecycles.${lifecycle}`)]
      : []),
  ].join(', ');

function checksOf({ verdicts }: ReportSystem, { say }: Edition): string {
  const parts = (['fail', 'unknown'] as const).flatMap((status) => {
    const count = verdicts.filter((verdict) => verdict.status === status).length;
    return count === 0 ? [] : [say(`systems.${status}`, { count })];
  });
  return parts.length > 0 ? parts.join(', ') : say('systems.pass');
}

/** Checks that fail, each with what to do and the systems that it fails on. */
function failures(edition: Edition): Node[] {
  const { input, say, theme } = edition;
  const count = (status: SystemVerdict['status']) =>
    input.systems.flatMap(({ verdicts }) => verdicts.filter((one) => one.status === status)).length;
  const [failing, unknown] = [count('fail'), count('unknown')];
  return [
    ...withRoom(
      [
        heading(say('systems.failing'), theme),
        ...(failing === 0 ? [paragraph(say('systems.nothingFails'))] : []),
        ...(unknown > 0 ? [paragraph(say('systems.open', { count: unknown }))] : []),
      ],
      failing > 0 ? 100 : 0,
    ),
    ...failingChecks(input.systems, edition),
  ];
}
