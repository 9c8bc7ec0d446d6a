import { cannot } from '../cannot.ts';
import type { Session } from '../session.ts';
import { judgedBefore } from '../snapshot/choose.ts';
import type { Judged } from '../snapshot/list.ts';

/** The earlier side of a comparison: a snapshot or milestone; left out, the judged snapshot before the later one. */
export function earlierOf(session: Session, before: string | undefined, later: Judged): Judged {
  if (before !== undefined) return session.snapshot(before);
  const earlier = judgedBefore(session.db, later.id);
  if (earlier) return earlier;
  throw cannot('nothing-scanned', 'compare.noEarlier');
}
