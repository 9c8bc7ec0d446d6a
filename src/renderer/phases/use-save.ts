import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Phase } from '../../shared/model/engagement.ts';
import { ask } from '../data/query.ts';
import type { Answer } from '../data/types.ts';
import { fieldbook } from '../fieldbook.ts';
import { tellProblem } from '../parts/notify.tsx';

export type PhaseRow = Answer<'phases', 'list'>['phases'][number];
export type Now = Answer<'phases', 'list'>['now'];

/** Changes the list of phases; gives true when it was saved. */
export type SavePhases = (change: (phases: Phase[]) => Phase[]) => Promise<boolean>;

const withoutMilestone = ({ milestone: _, ...phase }: PhaseRow): Phase => phase;

/** Saves the list of phases, one change after the other. */
export function useSavePhases(): { save: SavePhases; saving: 'idle' | 'saving' | 'saved' } {
  const client = useQueryClient();
  const [saving, setSaving] = useState<'idle' | 'saving' | 'saved'>('idle');
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const save = useCallback<SavePhases>(
    (change) => {
      const work = queue.current.then(async () => {
        setSaving('saving');
        const { queryKey } = ask('phases', 'list', {});
        try {
          const known = await client.ensureQueryData(ask('phases', 'list', {}));
          const saved = await fieldbook.phases.save({
            phases: change(known.phases.map(withoutMilestone)),
          });
          client.setQueryData(queryKey, saved);
          setSaving('saved');
          return true;
        } catch (error) {
          setSaving('idle');
          tellProblem(error);
          return false;
        }
      });
      queue.current = work;
      return work;
    },
    [client],
  );
  return { save, saving };
}
