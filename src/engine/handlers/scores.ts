import type { DomainHandlers, EngineContext } from '../context.ts';
import { openSavings } from '../decisions/savings.ts';
import { summaryOf } from '../findings/summary.ts';

export const scoresHandlers = (context: EngineContext): DomainHandlers<'scores'> => ({
  get({ snapshot }) {
    const session = context.session();
    const judged = session.snapshot(snapshot);
    const { scores, savings, summary } = summaryOf(session.db, judged.judgement, session.checks);
    return {
      scores,
      savings: openSavings(savings, session.decided(judged)),
      checks: Object.entries(summary).flatMap(([id, { counts, counted, advisory }]) => {
        const check = session.checks.get(id);
        return check ? [{ id, aspect: check.aspect, counts, counted, advisory }] : [];
      }),
    };
  },
});
