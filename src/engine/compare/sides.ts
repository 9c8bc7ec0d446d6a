import { FieldbookError } from '../../shared/contract/errors.ts';
import type { Session } from '../session.ts';
import { judgedBefore } from '../snapshot/choose.ts';
import type { Judged } from '../snapshot/list.ts';

/** The earlier side of a comparison: a snapshot or milestone; left out, the judged snapshot before the later one. */
export function earlierOf(session: Session, before: string | undefined, later: Judged): Judged {
  if (before !== undefined) return session.snapshot(before);
  const earlier = judgedBefore(session.db, later.id);
  if (earlier) return earlier;
  throw new FieldbookError(
    'nothing-scanned',
    'There is no earlier snapshot to compare with.',
    "Scan again after something has changed: 'fieldbook scan'.",
  );
}
