import type { Standing } from '../../shared/model/milestone.ts';
import { openBySeverity } from '../decisions/decided.ts';
import { openSavings } from '../decisions/savings.ts';
import { summaryOf } from '../findings/summary.ts';
import type { Session } from '../session.ts';
import type { Judged, SnapshotInfo } from '../snapshot/list.ts';

/** What the findings of a judged snapshot come to. */
export function standingOf(session: Session, info: SnapshotInfo, judged: Judged): Standing {
  const { judgement } = judged;
  const { scores, savings } = summaryOf(session.db, judgement, session.checks);
  const { rules } = session.db.get(
    session.db.q.selectFrom('judgement').select('rules').where('id', '=', judgement),
  )!;
  const decided = session.decided(judged);
  return {
    snapshot: info.id,
    startedAt: info.startedAt,
    rules,
    scores,
    savings: openSavings(savings, decided),
    open: openBySeverity(decided),
    reads: info.reads,
    resources: info.resources,
  };
}
