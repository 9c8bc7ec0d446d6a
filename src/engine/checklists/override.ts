import type { Level } from '../../shared/model/checklist.ts';
import type { Answer } from '../../shared/model/records/answer.ts';

/** An answer that is another than the scan proposes. */
export interface Override {
  /** What the scan proposed: when the answer was given or, where it proposed nothing then, now. */
  proposed: Level;
  /** Whether somebody wrote why: as the reason, or in the note. */
  reasoned: boolean;
}

/**
 * Whether an answer of this level overrides the scan. One that is what the scan proposes now needs no reason, whatever
 * it proposed before; one that a later scan left behind is a difference, and no override.
 */
export function overrideOf(
  answer: Pick<Answer, 'proposed' | 'reason' | 'note'> | null,
  level: Level | null,
  now: Level | null,
): Override | null {
  const proposed = answer?.proposed?.level ?? now;
  if (!answer || level === null || proposed === null || level === proposed || level === now) return null;
  return { proposed, reasoned: answer.reason.trim() !== '' || answer.note.trim() !== '' };
}
