import type { ClosingGap, Standing } from '../../shared/model/milestone.ts';
import { Book } from '../checklists/book.ts';
import { partsOf } from '../checklists/maturity.ts';
import type { Session } from '../session.ts';
import { listSnapshots } from '../snapshot/list.ts';
import { countRecords, reportsSoFar, unknownPhase } from './close.ts';
import { milestones } from './milestones.ts';
import { standingOf } from './standing.ts';

export interface Closing {
  standing: Standing | null;
  records: Record<string, number>;
  reports: ReturnType<typeof reportsSoFar>;
  missing: ClosingGap[];
}

/** What closing a phase would freeze as things are, and what a careful consultant would do before. */
export function closingOf(session: Session, phase: string): Closing {
  if (!session.engagement.phases.some(({ id }) => id === phase)) throw unknownPhase(phase);
  const standing = standingNow(session);
  const infos = listSnapshots(session.db, session.auxiliaryTypes);
  const reports = reportsSoFar(session);
  const closedBefore = milestones(session.db).at(-1)?.closedAt ?? '';
  const paused = infos.filter(({ state }) => state === 'paused' || state === 'running').length;
  const book = new Book(session, session.engagement.language);
  const unanswered = partsOf(session.records.all('answer'), book.checklists).filter(
    ({ state }) => state === 'open',
  ).length;
  const unreasoned = book.unreasoned().length;
  const missing: ClosingGap[] = [
    ...(standing ? [] : [{ kind: 'no-snapshot' as const, count: 1 }]),
    ...(paused > 0 ? [{ kind: 'scan-under-way' as const, count: paused }] : []),
    ...(standing && standing.reads.failed > 0
      ? [{ kind: 'coverage-gaps' as const, count: standing.reads.failed }]
      : []),
    ...(unanswered > 0 ? [{ kind: 'unanswered' as const, count: unanswered }] : []),
    ...(unreasoned > 0 ? [{ kind: 'unreasoned' as const, count: unreasoned }] : []),
    ...(reports.some(({ madeAt }) => madeAt > closedBefore)
      ? []
      : [{ kind: 'no-report' as const, count: 1 }]),
  ];
  return { standing, records: countRecords(session), reports, missing };
}

/** What the newest judged snapshot comes to; null when nothing was judged. */
export function standingNow(session: Session): Standing | null {
  const infos = listSnapshots(session.db, session.auxiliaryTypes);
  if (!infos.some(({ judged }) => judged)) return null;
  const judged = session.snapshot(undefined);
  return standingOf(session, infos.find(({ id }) => id === judged.uuid)!, judged);
}
