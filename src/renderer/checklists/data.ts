import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { patching } from '../data/query.ts';
import { useWhich } from '../data/snapshot.ts';
import type { Answer, Args } from '../data/types.ts';
import { fieldbook } from '../fieldbook.ts';
import { tellProblem } from '../parts/notify.tsx';
import type { ChecklistsSearch } from './search.ts';

export type ItemsData = Answer<'checklists', 'items'>;
export type ItemData = ItemsData['items'][number];
export type ListData = Answer<'checklists', 'list'>;
type Reply = Pick<Answer<'checklists', 'answer'>, 'items' | 'progress'>;
export type Given = Omit<Args<'checklists', 'answer'>, 'item' | 'snapshot'>;
export type BulkSet = Args<'checklists', 'bulk'>['set'];

/** Answers questions and draws only what the engine says has changed. Problems are told; then the promise gives undefined. */
export function useAnswering() {
  const client = useQueryClient();
  const { snapshot } = useWhich();
  return useMemo(() => {
    const which = snapshot === undefined ? {} : { snapshot };
    const patch = ({ items, progress }: Reply) => {
      const states = new Map(items.map((state) => [state.item, state]));
      client.setQueriesData<ItemsData>({ queryKey: ['checklists', 'items'] }, (old) =>
        old?.items.some(({ item }) => states.has(item.id))
          ? {
              ...old,
              items: old.items.map((one) => {
                const state = states.get(one.item.id);
                return state ? { ...one, state } : one;
              }),
            }
          : old,
      );
      client.setQueriesData<ListData>({ queryKey: ['checklists', 'list'] }, (old) => {
        if (!old) return old;
        const checklists = old.checklists.map((one) => ({
          ...one,
          ...progress.find(({ checklist }) => checklist === one.checklist),
        }));
        const sum = (key: 'answered' | 'unreasoned') =>
          checklists.reduce((total, one) => total + one[key], 0);
        return { ...old, checklists, answered: sum('answered'), unreasoned: sum('unreasoned') };
      });
    };
    const send = <T extends Reply>(change: () => Promise<T>): Promise<T | undefined> =>
      patching(['checklists.items', 'checklists.list'], change, patch).catch((error: unknown) => {
        tellProblem(error);
        return undefined;
      });
    return {
      answer: (item: string, given: Given) =>
        send(() => fieldbook.checklists.answer({ ...which, item, ...given })),
      bulk: (items: string[], set: BulkSet) =>
        send(() => fieldbook.checklists.bulk({ ...which, items, set })),
    };
  }, [client, snapshot]);
}
export type Answering = ReturnType<typeof useAnswering>;

/** Whether the page shows an item under what was asked for. */
export function fits({ state }: ItemData, show: ChecklistsSearch['show']): boolean {
  switch (show) {
    case undefined:
      return true;
    case 'open':
      return isOpen(state);
    case 'proposed':
      return state.proposal?.level != null;
    case 'differs':
      return state.differs !== null;
    case 'unreasoned':
      return isUnreasoned(state);
    case 'not-applicable':
      return state.answer?.notApplicable != null;
    case 'changed':
      return state.answer?.changedSince != null;
  }
}

/** Still to be asked. */
export const isOpen = ({ answer, level, blocked }: ItemData['state']): boolean =>
  level === null && !answer?.notApplicable && (blocked === null || blocked.why === 'open');

/** Answered otherwise than the scan proposes, and nobody wrote why. */
export const isUnreasoned = ({ override }: ItemData['state']): boolean => override?.reasoned === false;
