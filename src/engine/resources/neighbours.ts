import type { RelationName } from '../../shared/model/relation.ts';
import type { ListedResource, ResourceBoard } from './board.ts';
import type { Link } from './links.ts';

export interface NeighbourGroup {
  as: RelationName;
  /** `out`: the resource names these; `in`: these name it. */
  direction: 'out' | 'in';
  type: string;
  /** Of them all; `resources` are the first ones by name. */
  total: number;
  resources: ListedResource[];
}

/** What a resource is connected with: what it names first, each kind of neighbour by itself. */
export async function neighboursOf(
  board: ResourceBoard,
  number: number,
  limit: number,
): Promise<NeighbourGroup[]> {
  const { links } = await board.survey();
  return [
    ...groups(board, links.out(number), 'out', ({ to }) => to, limit),
    ...groups(board, links.in(number), 'in', ({ from }) => from, limit),
  ];
}

function groups(
  board: ResourceBoard,
  links: readonly Link[],
  direction: 'out' | 'in',
  other: (link: Link) => number,
  limit: number,
): NeighbourGroup[] {
  const byKind = Map.groupBy(links, (link) => `${link.as}|${board.type(other(link))}`);
  return [...byKind.values()].map((some) => ({
    as: some[0]!.as,
    direction,
    type: board.type(other(some[0]!)),
    total: some.length,
    resources: board
      .byName(some.map(other))
      .slice(0, limit)
      .map((one) => board.resource(one)),
  }));
}
