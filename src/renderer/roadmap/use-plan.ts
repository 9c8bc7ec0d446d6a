import { useWhich } from '../data/snapshot.ts';
import type { Answer, Args } from '../data/types.ts';
import { fieldbook } from '../fieldbook.ts';
import { change } from '../recommendations/change.ts';
import { useWords } from '../words.ts';

export type Roadmap = Answer<'roadmap', 'get'>;
export type RoadmapItem = Roadmap['items'][number];
export type PlanChange = Omit<Args<'roadmap', 'plan'>, 'id' | 'snapshot'>;

/** Changes the plan of an action. True when it was done. */
export function usePlan(): (id: string, plan: PlanChange) => Promise<boolean> {
  const { t } = useWords();
  const which = useWhich();
  return (id, plan) =>
    // A step before the last cannot be taken back by itself.
    change(() => fieldbook.roadmap.plan({ ...which, id, ...plan }), t('roadmap.told.planned'), `plan ${id}`);
}
