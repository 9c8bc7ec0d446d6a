import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ask } from './query.ts';
import type { Answer } from './types.ts';

export type Snapshot = Answer<'scan', 'list'>['snapshots'][number];

/** Argument of every call about a snapshot: the chosen one, or nothing for the newest that has been judged. */
export function useWhich(): { snapshot?: string } {
  // Of the address only this: whatever else changes there is no matter of those who ask.
  const snapshot = useSearch({ strict: false, select: (search) => search.snapshot });
  return useMemo(() => (snapshot === undefined ? {} : { snapshot }), [snapshot]);
}

/** All snapshots, newest first, and the one that the pages show; undefined while they are on their way. */
export function useSnapshots(): { all: Snapshot[]; shown: Snapshot | undefined } | undefined {
  const { snapshot } = useWhich();
  const { data } = useQuery(ask('scan', 'list', {}));
  const milestone = useMilestones()?.find(({ id }) => id === snapshot);
  if (!data) return undefined;
  const wanted = milestone?.standing?.snapshot ?? snapshot;
  const shown = wanted
    ? data.snapshots.find((one) => one.id === wanted)
    : data.snapshots.find((one) => one.judged);
  return { all: data.snapshots, shown };
}

export type Milestone = NonNullable<Answer<'phases', 'list'>['phases'][number]['milestone']>;

/** Closed phases as they were, in their order; undefined while they are on their way. */
export function useMilestones(): Milestone[] | undefined {
  const { data } = useQuery(ask('phases', 'list', {}));
  return data?.phases.flatMap(({ milestone }) => milestone ?? []);
}

/** The closed phase that the pages show as it was; undefined when they show now. */
export function useAsItWas(): Milestone | undefined {
  const { snapshot } = useWhich();
  return useMilestones()?.find(({ id }) => id === snapshot);
}

/** Whether the address asks for a snapshot or a closed phase that this engagement does not hold; false until that is known. */
export function useIsUnknown(): boolean {
  const { snapshot } = useWhich();
  const snapshots = useSnapshots();
  const milestones = useMilestones();
  if (snapshot === undefined || !snapshots || !milestones) return false;
  return ![...snapshots.all, ...milestones].some(({ id }) => id === snapshot);
}
