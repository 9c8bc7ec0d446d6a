import { FieldbookError } from '../../shared/contract/errors.ts';
import type { ChecklistItem, Level } from '../../shared/model/checklist.ts';
import { type Answer, type ApplicabilityReason, answerRecord } from '../../shared/model/records/answer.ts';
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
    if (kind !== item.kind)
      throw refused(item, `is answered by ${words[item.kind]}, and not by ${words[kind]}`);
    if (kind === 'choice' && item.kind === 'choice' && given.choice !== null)
      if (!item.choices.some(({ id }) => id === given.choice))
        throw refused(item, `has no choice '${given.choice}'`);
    return { [kind]: given[kind] };
  }
  return undefined;
}

const words = { level: 'a level', choice: 'one of its choices', number: 'a figure' };

const refused = (item: ChecklistItem, why: string) =>
  new FieldbookError('bad-input', `'${item.id}' ${why}.`, 'Nothing was changed; answer it in its own way.');

/** What the scan proposes, in the item's own way. */
function accepted(book: Book, item: ChecklistItem): Partial<Answer> {
  const level = book.proposal(item)?.level ?? null;
  const value = level === null ? undefined : asValue(item, level);
  if (!value)
    throw new FieldbookError(
      'bad-input',
      `The snapshot proposes nothing for '${item.id}'.`,
      'Answer it yourself, or choose a snapshot in which its checks could speak.',
    );
  return value;
}

/** A level as this item is answered; undefined when it cannot be said so, as by a figure. */
export function asValue(item: ChecklistItem, level: Level): Partial<Answer> | undefined {
  if (item.kind === 'level') return { level };
  if (item.kind === 'number') return undefined;
  const fitting = item.choices.filter((choice) => choice.level === level);
  return fitting.length === 1 ? { choice: fitting[0]!.id } : undefined;
}
