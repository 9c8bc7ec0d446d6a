import type { ChecklistItem } from '../../shared/model/checklist.ts';
import type { Answer } from '../../shared/model/records/answer.ts';
import { levelOf } from './level.ts';

/** Why an item is not worth asking yet. */
export interface Blocked {
  /** The item that it depends on. */
  item: string;
  atLeast: number;
  /** `open`: that one is not answered; `below`: it is, by less; `not-applicable`: it does not apply, so neither does this. */
  why: 'open' | 'below' | 'not-applicable';
}

/**
 * The first dependency that is not met. Items of checklists that were not adopted cannot be asked and hold nothing up.
 */
export function blockedBy(
  item: ChecklistItem,
  items: ReadonlyMap<string, ChecklistItem>,
  answerOf: (id: string) => Answer | undefined,
): Blocked | null {
  for (const { item: id, atLeast } of item.dependsOn) {
    const other = items.get(id);
    if (!other) continue;
    const answer = answerOf(id);
    if (answer?.notApplicable) return { item: id, atLeast, why: 'not-applicable' };
    const level = levelOf(other, answer);
    if (level === null) return { item: id, atLeast, why: 'open' };
    if (level < atLeast) return { item: id, atLeast, why: 'below' };
  }
  return null;
}
