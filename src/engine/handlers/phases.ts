import { cannot } from '../cannot.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { closePhase, countRecords, savePhases } from '../phases/close.ts';
import { closingOf, standingNow } from '../phases/closing.ts';
import { frozenRecords, milestones } from '../phases/milestones.ts';
import { timelineOf } from '../phases/timeline.ts';

export const phasesHandlers = (context: EngineContext): DomainHandlers<'phases'> => {
  const list = () => {
    const session = context.session();
    const { db, engagement } = session;
    const known = milestones(db);
    return {
      phases: engagement.phases.map((phase) => ({
        ...phase,
        milestone: known.find((one) => one.phase.id === phase.id) ?? null,
      })),
      now: { standing: standingNow(session), records: countRecords(session) },
    };
  };
  const find = (id: string) => {
    const milestone = milestones(context.session().db).find((one) => one.id === id);
    if (!milestone) throw cannot('bad-input', 'phases.milestoneUnknown', { id });
    return milestone;
  };
  return {
    list,
    save({ phases }) {
      savePhases(context.session(), phases);
      context.emit('changed', { what: 'engagement' });
      return list();
    },
    closing: ({ phase }) => closingOf(context.session(), phase),
    close({ phase, snapshot, note }) {
      const session = context.session();
      const closing = { phase, snapshot, note, now: session.now() };
      const milestone = closePhase(session, closing);
      context.emit('changed', { what: 'engagement' });
      return milestone;
    },
    milestone: ({ id }) => find(id),
    records: ({ milestone, kind }) => ({
      documents: frozenRecords(context.session().db, find(milestone).id, kind),
    }),
    timeline: () => ({ events: timelineOf(context.session()) }),
  };
};
