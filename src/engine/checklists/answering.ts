import type { ChecklistItem, Level } from '../../shared/model/checklist.ts';
import { type Answer, type ApplicabilityReason, answerRecord } from '../../shared/model/records/answer.ts';
import { cannot } from '../cannot.ts';
import type { Book } from './book.ts';

/** What of an answer is set; what is left out stays. */
export interface Given {
  level?: Level | null | undefined;
  choice?: string | null | undefined;
  number?: number | null | undefined;
  note?: string | undefined;
  notApplicable?: ApplicabilityReason | null | undefined;
  reason?: string | undefined;
  accept?: true | undefined;
}

/** The answer as it becomes. A value makes the question apply, and it is then an answer to the question as it is now. */
export function answered(
  book: Book,
  item: ChecklistItem,
  given: Given,
  by: { who: string; at: string },
): Answer {
  const was = book.answer(item.id);
  const value = given.accept ? accepted(book, item) : valueGiven(item, given);
  const proposal = book.proposal(item)?.level ?? null;
  const { snapshot } = book;
  return answerRecord.parse({
    ...was,
    id: item.id,
    ...(given.note !== undefined && { note: given.note }),
    ...(given.reason !== undefined && { reason: given.reason }),
    ...(given.notApplicable !== undefined && { notApplicable: given.notApplicable, changedSince: null }),
    ...(value && {
      ...value,
      notApplicable: null,
      changedSince: null,
      source: given.accept ? 'scan' : 'person',
      proposed: proposal === null || snapshot === null ? null : { snapshot, level: proposal },
      ...(given.accept && { reason: '' }),
    }),
    ...by,
  });
}

function valueGiven(item: ChecklistItem, given: Given): Partial<Answer> | undefined {
  for (const kind of ['level', 'choice', 'number'] as const) {
    if (given[kind] === undefined) continue;
    if (kind !== item.kind) throw cannot('bad-input', otherwise[item.kind], { id: item.id });
    if (
      item.kind === 'choice' &&
      typeof given.choice === 'string' &&
      !item.choices.some(({ id }) => id === given.choice)
    )
      throw cannot('bad-input', 'checklists.choiceUnknown', { id: item.id, choice: given.choice });
    return { [kind]: given[kind] };
  }
  return undefined;
}

const otherwise = {
  level: 'checklists.byLevel',
  choice: 'checklists.byChoice',
  number: 'checklists.byNumber',
} as const;

/** What the scan proposes, in the item's own way. */
function accepted(book: Book, item: ChecklistItem): Partial<Answer> {
  const level = book.proposal(item)?.level ?? null;
  const value = level === null ? undefined : asValue(item, level);
  if (!value) throw cannot('bad-input', 'checklists.noProposal', { id: item.id });
  return value;
}

/** A level as this item is answered; undefined when it cannot be said so, as by a figure. */
export function asValue(item: ChecklistItem, level: Level): Partial<Answer> | undefined {
  if (item.kind === 'level') return { level };
  if (item.kind === 'number') return undefined;
  const fitting = item.choices.filter((choice) => choice.level === level);
  return fitting.length === 1 ? { choice: fitting[0]!.id } : undefined;
}
