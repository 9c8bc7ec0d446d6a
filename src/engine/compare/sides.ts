import { FieldbookError } from '../../shared/contract/errors.ts';
import type { Session } from '../session.ts';
import type { Judged } from '../snapshot/list.ts';

/** The earlier side of a comparison: a snapshot or milestone; left out, the judged snapshot before the later one. */
export function earlierOf(session: Session, before: string | undefined, later: Judged): Judged {
  if (before !== undefined) return session.snapshot(before);
  const earlier = session.judgedBefore(later.id);
  if (!earlier)
    throw new FieldbookError(
      'nothing-scanned',
      'There is no earlier snapshot to compare with.',
      "Scan again after something has changed: 'fieldbook scan'.",
    );
  return session.snapshot(earlier);
}
