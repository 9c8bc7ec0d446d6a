import { type Snapshot, useMilestones, useSnapshots } from '../data/snapshot.ts';
import { phaseName } from '../phases/name.ts';
import { useWords } from '../words.ts';

/** What can stand on a side of a comparison: a judged snapshot, or a closed phase as it was. */
export interface Side {
  /** Of the snapshot, or of the milestone. */
  id: string;
  kind: 'snapshot' | 'milestone';
  /** The snapshot that it is, or that it rests on. */
  snapshot: string;
  label: string;
  /** Snapshots newest first, then milestones in their order. */
  startedAt: string;
}

/** Undefined while they are on their way. */
export function useSides(): Side[] | undefined {
  const { t, moment } = useWords();
  const snapshots = useSnapshots();
  const milestones = useMilestones();
  if (!snapshots || !milestones) return undefined;
  const judged = snapshots.all.filter((one: Snapshot) => one.judged);
  return [
    ...judged.map(
      ({ id, startedAt }): Side => ({
        id,
        kind: 'snapshot',
        snapshot: id,
        label: moment(startedAt),
        startedAt,
      }),
    ),
    ...milestones.flatMap(({ id, phase, standing }): Side[] =>
      standing
        ? [
            {
              id,
              kind: 'milestone',
              snapshot: standing.snapshot,
              label: phaseName(phase, t),
              startedAt: standing.startedAt,
            },
          ]
        : [],
    ),
  ];
}

/**
 * The two sides that an address names; else the newest snapshot and the one before it, as the phase that was closed on it
 * last has kept it; or now and the newest milestone.
 */
export function chosenSides(
  sides: readonly Side[],
  search: { before?: string | undefined; after?: string | undefined },
): { before: Side; after: Side } {
  const after = sides.find(({ id }) => id === search.after) ?? sides[0]!;
  const older = sides.filter(({ kind }) => kind === 'snapshot');
  const before =
    sides.find(({ id }) => id === search.before) ??
    (after.kind === 'snapshot' ? asClosed(sides, older[older.indexOf(after) + 1]) : undefined) ??
    sides.filter((one) => one !== after).at(-1)!;
  return { before, after };
}

const asClosed = (sides: readonly Side[], snapshot: Side | undefined): Side | undefined =>
  snapshot && sides.findLast((one) => one.snapshot === snapshot.id);
