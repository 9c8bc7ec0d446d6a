import { actionsOf } from '../../src/engine/recommendations/actions.ts';
import { adopted } from '../../src/engine/recommendations/change.ts';
import { library } from '../../src/engine/recommendations/library.ts';
import { failingByCheck } from '../../src/engine/recommendations/tally.ts';
import type { Session } from '../../src/engine/session.ts';
import { times } from './measure.ts';

/** Findings of a large estate into ranked actions, a third of which were adopted before. */
export async function rankFindings(
  session: Session,
): Promise<{ taken: number[]; findings: number; actions: number }> {
  const { verdicts } = session.board(session.snapshot(undefined));
  const shipped = library();
  const records = shipped.all.filter((_, at) => at % 3 === 0).map((entry) => adopted(entry, null));
  let findings = 0;
  let actions = 0;
  const taken = await times(5, () => {
    const failing = failingByCheck(verdicts);
    findings = Array.from(failing.values()).reduce((sum, { total }) => sum + total, 0);
    actions = actionsOf({ library: shipped, records, failing, calling: new Map(), systems: [] }).length;
  });
  return { taken, findings, actions };
}
