import { inWords } from '../../../inventory/words.ts';
import { chapterBelow, chapterIds } from '../../common/sections/chapter.ts';
import { heightOf, withRoom } from '../../layout/keep.ts';
import type { Node } from '../../layout/nodes.ts';
import { type Row, roomFor, table, widthsOf } from '../../layout/table.ts';
import { size } from '../../layout/theme.ts';
import { cell, figures, heading, lead, paragraph, quiet, remark } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';
import type { SystemsProgress } from '../input.ts';
import { change, difference } from './gained.ts';
import { stateMark } from './summary.ts';

/** What became of the systems outside AWS and of their own checks. */
export function systems(edition: Edition): Node[] {
  const { input, say } = edition;
  const { systems: progress } = input;
  if (!progress) return [];
  return [
    ...chapterBelow(say('systems.title'), chapterIds.systems, edition),
    lead(say(progress.before ? 'systems.lead' : 'systems.leadNow')),
    checks(progress, edition),
    ...(progress.after.unknown > 0
      ? [remark(say('systems.open', { count: progress.after.unknown }), edition.theme)]
      : []),
    ...(progress.before ? [...changes(progress, edition), ...verdicts(progress, edition)] : []),
  ];
}

/** How many there are and how their checks fall, then and now. */
function checks({ before, after }: SystemsProgress, edition: Edition): Node {
  const { say, number, theme } = edition;
  const row = (name: string, count: keyof typeof after, by: typeof change | typeof difference): Node[] => [
    cell(name),
    ...(before ? [figures(number(before[count]))] : []),
    figures(number(after[count]), { bold: true }),
    ...(before ? [by(before[count], after[count], edition)] : []),
  ];
  return table(
    [
      { width: '*' },
      ...(before ? [{ width: 60, head: say('then'), align: 'right' as const }] : []),
      { width: 60, head: say('now'), align: 'right' },
      ...(before ? [{ width: 60, head: say('gained.change'), align: 'right' as const }] : []),
    ],
    [
      row(say('systems.counts.systems'), 'systems', plainly),
      row(say('systems.counts.pass'), 'pass', change),
      row(say('systems.counts.fail'), 'fail', difference),
      row(say('systems.counts.unknown'), 'unknown', plainly),
    ],
    theme,
    { padding: 3.4 },
  );
}

/** By how much a figure rose or fell that is neither good nor bad. */
const plainly = (was: number, is: number, { say, number, theme }: Edition): Node =>
  figures(was === is ? '=' : say(is > was ? 'up' : 'down', { by: number(Math.abs(is - was)) }), {
    color: theme.secondary,
  });

function changes({ changes }: SystemsProgress, { say, theme, texts }: Edition): Node[] {
  const columns = [
    { width: '*' as const, head: say('systems.system') },
    { width: 130, head: say('systems.what') },
    { width: 200, head: say('systems.fields') },
  ];
  const [nameWidth, , fieldsWidth] = widthsOf(columns) as [number, number, number];
  const rows = changes.map(({ change, name, kind, fields }): Row => {
    const said = fields.map((field) => texts.t(`pages.inventory.columns.${field}`)).join(', ');
    return {
      cells: [
        { stack: [cell(name, { bold: true }), quiet(say(`systems.kinds.${kind ?? 'notSaid'}`), theme)] },
        cell(say(`systems.changes.${change}`)),
        cell(said || '–', said ? {} : { color: theme.secondary }),
      ],
      height: Math.max(heightOf(name, nameWidth, size.table) + 12, heightOf(said, fieldsWidth, size.table)),
    };
  });
  return [
    ...withRoom(
      [
        heading(say('systems.changed'), theme),
        ...(rows.length === 0 ? [paragraph(say('systems.unchanged'))] : []),
      ],
      rows.length === 0 ? 0 : roomFor(rows),
    ),
    ...(rows.length === 0 ? [] : [table(columns, rows, theme, { padding: 3.6 })]),
  ];
}

function verdicts({ verdicts }: SystemsProgress, edition: Edition): Node[] {
  const { say, theme, texts } = edition;
  const columns = [
    { width: 112, head: say('summary.state') },
    { width: 130, head: say('systems.system') },
    { width: '*' as const, head: say('systems.check') },
  ];
  const [, nameWidth, checkWidth] = widthsOf(columns) as [number, number, number];
  const rows = verdicts.map(({ change, name, verdict }): Row => {
    const { title, reason } = inWords(verdict, texts);
    return {
      cells: [
        cell([stateMark(change, edition), ` ${say(`states.${change}`)}`]),
        cell(name, { bold: true }),
        { stack: [cell(title), quiet(reason, theme)] },
      ],
      height: Math.max(
        heightOf(name, nameWidth, size.table),
        heightOf(title, checkWidth, size.table) + heightOf(reason, checkWidth, size.small),
      ),
    };
  });
  return [
    ...withRoom(
      [
        heading(say('systems.verdicts'), theme),
        ...(rows.length === 0 ? [paragraph(say('systems.sameVerdicts'))] : []),
      ],
      rows.length === 0 ? 0 : roomFor(rows),
    ),
    ...(rows.length === 0
      ? []
      : [table(columns, rows, theme, { padding: 3.6 }), remark(say('systems.verdictsNote'), theme)]),
  ];
}
