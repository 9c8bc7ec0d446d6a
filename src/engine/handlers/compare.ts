import { FieldbookError } from '../../shared/contract/errors.ts';
import { findingChanges, type ResourceChange, resourceChanges } from '../../shared/model/comparison.ts';
import { compareFindings, countChanges } from '../compare/findings.ts';
import { rereadIn } from '../compare/reread.ts';
import { compareResources } from '../compare/resources.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { findingsByNumber, resourceReader } from '../findings/read.ts';
import { summaryOf } from '../findings/summary.ts';
import type { Session } from '../session.ts';
import { listSnapshots } from '../snapshot/list.ts';
import { toFinding } from './finding-view.ts';

/** Most changed findings and resources that travel at once; the counts are of all. */
const MOST = 2000;

export const compareHandlers = (context: EngineContext): DomainHandlers<'compare'> => ({
  snapshots({ before: earlier, after: later }) {
    const session = context.session();
    const { before, after } = pair(session, earlier, later);
    const infos = listSnapshots(session.db, session.auxiliaryTypes);
    const info = (uuid: string) => infos.find((one) => one.id === uuid)!;
    const verdicts = { before: session.verdicts(before.judgement), after: session.verdicts(after.judgement) };
    const was = summaryOf(session.db, before.judgement, session.checks);
    const is = summaryOf(session.db, after.judgement, session.checks);
    const reread = rereadIn(session.db, after.id, session.plan);
    const findings = compareFindings({
      ...verdicts,
      judged: new Set(Object.keys(is.summary)),
      reread,
      resource: resourceReader(session.db),
    });
    const resources = compareResources(session.db, before.id, after.id, session.plan, reread);
    const texts = context.texts();
    const counts = Object.fromEntries(resourceChanges.map((change) => [change, 0])) as Record<
      ResourceChange,
      number
    >;
    for (const { change } of resources) counts[change]++;
    const changed = findings
      .filter(({ change }) => change !== 'persisting')
      .sort(
        (a, b) =>
          a.severity - b.severity || findingChanges.indexOf(a.change) - findingChanges.indexOf(b.change),
      )
      .slice(0, MOST)
      .flatMap(({ change, finding, in: which }) =>
        findingsByNumber(session.db, verdicts[which], [finding], session.checks).map((found) => ({
          change,
          finding: toFinding(found, texts),
        })),
      );
    return {
      before: info(before.uuid),
      after: info(after.uuid),
      scores: { before: was.scores, after: is.scores },
      savings: { before: was.savings, after: is.savings },
      findings: countChanges(findings),
      changed,
      resources: counts,
      differences: resources.slice(0, MOST),
    };
  },
});

/** The two snapshots; left out: the two newest that were judged. */
function pair(session: Session, before: string | undefined, after: string | undefined) {
  const later = session.snapshot(after);
  if (before !== undefined) return { before: session.snapshot(before), after: later };
  const rows = listSnapshots(session.db, session.auxiliaryTypes).filter((one) => one.judged);
  const earlier = rows[rows.findIndex((one) => one.id === later.uuid) + 1];
  if (!earlier)
    throw new FieldbookError(
      'nothing-scanned',
      'There is no earlier snapshot to compare with.',
      "Scan again after something has changed: 'fieldbook scan'.",
    );
  return { before: session.snapshot(earlier.id), after: later };
}
