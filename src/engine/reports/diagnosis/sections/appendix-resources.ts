import type { ResourceIdentity } from '../../../../shared/model/resource.ts';
import { chapterIds, chapterTitle } from '../../common/sections/chapter.ts';
import { regionName } from '../../common/words.ts';
import { heightOf, withRoom } from '../../layout/keep.ts';
import { mono, monoLines } from '../../layout/mono.ts';
import type { Node } from '../../layout/nodes.ts';
import { type Row, roomFor, table, widthsOf } from '../../layout/table.ts';
import { size } from '../../layout/theme.ts';
import { cell, lead, quiet, subheading } from '../../layout/type.ts';
import type { Edition } from '../edition.ts';

const identifierSize = 6.2;

/** Every resource that was read, by type. */
export function appendixResources(edition: Edition): Node[] {
  const { input, say } = edition;
  const types = new Map<string, ResourceIdentity[]>();
  for (const resource of input.resources) {
    const of = types.get(resource.type);
    if (of) of.push(resource);
    else types.set(resource.type, [resource]);
  }
  return [
    chapterTitle(say('appendix.resources'), chapterIds.resources, edition),
    lead(
      input.resources.length === 0
        ? say('appendix.noResources')
        : say('appendix.resourcesLead', {
            resources: say('count.resources', { count: input.resources.length }),
            types: say('count.types', { count: types.size }),
          }),
    ),
    ...[...types].flatMap(([type, resources]) => ofType(type, resources, edition)),
  ];
}

function ofType(type: string, resources: readonly ResourceIdentity[], edition: Edition): Node[] {
  const { say, theme, number } = edition;
  const columns = [
    { width: 96, head: say('appendix.name') },
    { width: '*' as const, head: say('appendix.arn') },
    { width: 66, head: say('appendix.account') },
    { width: 49, head: say('appendix.region') },
  ];
  const [nameWidth, arnWidth] = widthsOf(columns, undefined, 8) as [number, number, number, number];
  const rows = resources.map(
    (resource): Row => ({
      cells: [
        cell(resource.name || '–', { fontSize: size.small }),
        mono(resource.arn, arnWidth, identifierSize),
        quiet(edition.accountName(resource.account), theme),
        quiet(regionName(resource.region, edition), theme),
      ],
      height: Math.max(
        heightOf(resource.name, nameWidth, size.small),
        monoLines(resource.arn, arnWidth, identifierSize).length * 9,
      ),
    }),
  );
  return [
    ...withRoom(
      [
        subheading(
          [type, { text: `  ${number(resources.length)}`, bold: false, color: theme.secondary }],
          theme,
        ),
      ],
      roomFor(rows),
    ),
    table(columns, rows, theme, { padding: 2.6, gap: 8 }),
  ];
}
