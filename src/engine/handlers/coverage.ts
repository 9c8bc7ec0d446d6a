import type { DomainHandlers, EngineContext } from '../context.ts';
import { checksNeeding } from '../findings/gaps.ts';
import { coverageOf } from '../snapshot/coverage.ts';

export const coverageHandlers = (context: EngineContext): DomainHandlers<'coverage'> => ({
  get({ snapshot }) {
    const session = context.session();
    const { gaps, ...coverage } = coverageOf(session.db, session.snapshot(snapshot).id);
    const needing = checksNeeding([...session.checks.values()]);
    return { ...coverage, gaps: gaps.map((gap) => ({ ...gap, checks: needing(gap.read) })) };
  },
});
