import type { FieldbookError } from '../../shared/contract/errors.ts';
import type { Phase } from '../../shared/model/engagement.ts';
import type { Milestone } from '../../shared/model/milestone.ts';
import { uuidv7 } from '../../shared/uuid.ts';
import { cannot } from '../cannot.ts';
import type { Session } from '../session.ts';
import { listSnapshots } from '../snapshot/list.ts';
import { freeze } from './milestones.ts';
import { standingOf } from './standing.ts';

interface Closing {
  phase: string;
  /** Left out: the newest judged snapshot. */
  snapshot: string | undefined;
  note: string;
  now: Date;
}

/** Closes a phase and freezes what it came to. The phases before it must be closed, since each rests on the one before. */
export function closePhase(session: Session, { phase: id, snapshot, note, now }: Closing): Milestone {
  const { engagement } = session;
  const at = engagement.phases.findIndex((one) => one.id === id);
  const phase = engagement.phases[at];
  if (!phase) throw unknownPhase(id);
  if (phase.closedAt !== null) throw cannot('bad-input', 'phases.closed');
  if (engagement.phases.slice(0, at).some((one) => one.closedAt === null))
    throw cannot('bad-input', 'phases.before');
  const infos = listSnapshots(session.db, session.auxiliaryTypes);
  const judged =
    snapshot !== undefined || infos.some((one) => one.judged) ? session.snapshot(snapshot) : null;
  const closed: Phase = { ...phase, closedAt: now.toISOString() };
  const milestone: Milestone = {
    id: uuidv7(now.getTime()),
    phase: closed,
    closedAt: now.toISOString(),
    closedBy: session.person,
    note,
    standing: judged ? standingOf(session, infos.find((one) => one.id === judged.uuid)!, judged) : null,
    records: countRecords(session),
    reports: reportsSoFar(session),
  };
  session.db.transaction(() => {
    session.saveEngagement({ ...engagement, phases: engagement.phases.with(at, closed) });
    freeze(session.db, milestone, judged && { snapshot: judged.id, judgement: judged.judgement });
  });
  return milestone;
}

/** Keeps phases that were edited; those that are closed must be the first, and the same as before. */
export function savePhases(session: Session, phases: readonly Phase[]): void {
  const { engagement } = session;
  const closed = engagement.phases.filter((phase) => phase.closedAt !== null);
  const untouched = closed.every((phase, at) => JSON.stringify(phases[at]) === JSON.stringify(phase));
  if (!untouched || phases.slice(closed.length).some((phase) => phase.closedAt !== null))
    throw cannot('bad-input', 'phases.frozen');
  const wrong = phases.find(({ from, to }) => from && to && to < from);
  if (wrong) throw cannot('bad-input', 'phases.dates');
  session.saveEngagement({ ...engagement, phases: [...phases] });
}

/** Documents of people by kind. */
export const countRecords = (session: Session): Record<string, number> =>
  Object.fromEntries(
    session.db
      .all(
        session.db.q
          .selectFrom('record')
          .select(({ fn }) => ['kind', fn.countAll<number>().as('n')])
          .groupBy('kind'),
      )
      .map(({ kind, n }) => [kind, n]),
  );

export const reportsSoFar = (session: Session): Milestone['reports'] =>
  session.db
    .all(session.db.q.selectFrom('report').selectAll().orderBy('made_at'))
    .map(({ uuid, kind, language, made_at, file, pages, sha256 }) => ({
      id: uuid,
      kind,
      language,
      madeAt: made_at,
      file,
      pages,
      sha256,
    }));

export const unknownPhase = (id: string): FieldbookError => cannot('bad-input', 'phases.unknown', { id });
