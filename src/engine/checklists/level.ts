import { type ChecklistItem, type Level, levelOfNumber } from '../../shared/model/checklist.ts';
import type { Answer } from '../../shared/model/records/answer.ts';

type Given = Pick<Answer, 'level' | 'choice' | 'number'>;

/** The level that an answer comes to, by the kind of its question; null: not answered, or by a choice that is gone. */
export function levelOf(item: ChecklistItem, answer: Given | undefined): Level | null {
  if (!answer) return null;
  switch (item.kind) {
    case 'level':
      return answer.level;
    case 'choice':
      return item.choices.find(({ id }) => id === answer.choice)?.level ?? null;
    case 'number':
      return answer.number === null ? null : levelOfNumber(item, answer.number);
  }
}
