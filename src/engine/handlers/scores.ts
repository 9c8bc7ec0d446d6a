import type { DomainHandlers, EngineContext } from '../context.ts';
import { summaryOf } from '../findings/summary.ts';

export const scoresHandlers = (context: EngineContext): DomainHandlers<'scores'> => ({
  get({ snapshot }) {
    const session = context.session();
    const { scores, savings, summary } = summaryOf(
      session.db,
      session.snapshot(snapshot).judgement,
      session.checks,
    );
    return {
      scores,
      savings,
      checks: Object.entries(summary).flatMap(([id, { counts, counted, advisory }]) => {
        const check = session.checks.get(id);
        return check ? [{ id, aspect: check.aspect, counts, counted, advisory }] : [];
      }),
    };
  },
});
