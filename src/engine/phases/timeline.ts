import type { z } from 'zod';
import type { Contract } from '../../shared/contract/index.ts';
import type { Session } from '../session.ts';
import { listSnapshots } from '../snapshot/list.ts';
import { milestones } from './milestones.ts';
import { standingOf } from './standing.ts';

type Event = z.input<Contract['phases']['timeline']['result']>['events'][number];

/** Snapshots that were judged, phases, milestones and reports, oldest first. */
export function timelineOf(session: Session): Event[] {
  const { db, engagement } = session;
  const snapshots = listSnapshots(db, session.auxiliaryTypes)
    .filter((info) => info.judged)
    .map((info): Event => {
      const standing = standingOf(session, info, session.snapshot(info.id));
      return { kind: 'snapshot', at: info.startedAt, standing };
    });
  const reports = db.all(db.q.selectFrom('report').select(['uuid', 'kind', 'language', 'made_at'])).map(
    ({ uuid, kind, language, made_at }): Event => ({
      kind: 'report',
      at: made_at,
      id: uuid,
      report: kind,
      language,
    }),
  );
  const phases = engagement.phases.flatMap(({ id, from, to }): Event[] => [
    ...(from ? [{ kind: 'phase' as const, at: from, phase: id, edge: 'begins' as const }] : []),
    ...(to ? [{ kind: 'phase' as const, at: to, phase: id, edge: 'ends' as const }] : []),
  ]);
  const closed = milestones(db).map(
    (milestone): Event => ({ kind: 'milestone', at: milestone.closedAt, milestone }),
  );
  return [...snapshots, ...reports, ...phases, ...closed].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
  );
}
