import type { FindingChange } from '../shared/model/comparison.ts';
import { compareFindings, countChanges } from './compare/findings.ts';
import { rereadIn } from './compare/reread.ts';
import { resourceReader } from './findings/read.ts';
import { summaryOf } from './findings/summary.ts';
import type { Session } from './session.ts';
import { judgementOf, type SnapshotInfo } from './snapshot/list.ts';
import type { Visit } from './store/workspace.ts';

export interface Since {
  at: string;
  snapshots: number;
  reports: number;
  findings: Record<FindingChange, number> | null;
}

/** What happened to an engagement after a visit. */
export function sinceVisit(
  session: Session,
  snapshots: readonly SnapshotInfo[],
  visit: Visit,
  changes: ReturnType<typeof changesOnce>,
): Since {
  const reports = session.db.get(
    session.db.q
      .selectFrom('report')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('made_at', '>', visit.at),
  )!.n;
  const judged = snapshots.filter((one) => one.judged);
  const seen = judged.find((one) => one.id === visit.snapshot);
  const [newest] = judged;
  return {
    at: visit.at,
    snapshots: seen ? judged.indexOf(seen) : judged.length,
    reports,
    findings: newest && seen && newest !== seen ? changes(seen.id, newest.id) : null,
  };
}

/** Compares two snapshots; the same two as they were judged then are compared once. */
export function changesOnce(session: Session) {
  let known: { key: string; counts: Record<FindingChange, number> } | undefined;
  return (earlier: string, later: string): Record<FindingChange, number> => {
    const key = [session.snapshot(earlier), session.snapshot(later)]
      .map(({ id }) => judgementOf(session.db, id)!.uuid)
      .join(' ');
    if (known?.key !== key) known = { key, counts: changesBetween(session, earlier, later) };
    return known.counts;
  };
}

function changesBetween(session: Session, earlier: string, later: string): Record<FindingChange, number> {
  const before = session.snapshot(earlier);
  const after = session.snapshot(later);
  return countChanges(
    compareFindings({
      before: session.verdicts(before.judgement),
      after: session.verdicts(after.judgement),
      judged: new Set(Object.keys(summaryOf(session.db, after.judgement, session.checks).summary)),
      reread: rereadIn(session.db, after.id, session.plan),
      resource: resourceReader(session.db),
    }),
  );
}
