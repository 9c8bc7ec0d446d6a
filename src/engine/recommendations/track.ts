import type { FindingChange } from '../../shared/model/comparison.ts';
import { compareFindings } from '../compare/findings.ts';
import { rereadIn } from '../compare/reread.ts';
import { resourceReader } from '../findings/read.ts';
import { summaryOf } from '../findings/summary.ts';
import type { Verdicts } from '../findings/verdicts.ts';
import type { Session } from '../session.ts';
import { judgedSnapshot } from '../snapshot/choose.ts';
import type { Judged } from '../snapshot/list.ts';

/** What became of the findings of an action, by how each ended. */
export type Changes = Readonly<Record<FindingChange, number>>;

type ByCheck = ReadonlyMap<string, Changes>;

/** Kept as long as the verdicts of the later snapshot are, which a new judgement replaces. */
const known = new WeakMap<Verdicts, Map<number, ByCheck>>();

/** What became of the findings of each check between two judged snapshots. */
function changesByCheck(session: Session, before: Judged, after: Judged): ByCheck {
  const { verdicts } = session.board(after);
  const kept = known.get(verdicts) ?? new Map<number, ByCheck>();
  known.set(verdicts, kept);
  let byCheck = kept.get(before.judgement);
  if (!byCheck) {
    const counts = new Map<string, Record<FindingChange, number>>();
    const sides = { before: session.verdicts(before.judgement), after: verdicts };
    const differences = compareFindings({
      ...sides,
      judged: new Set(Object.keys(summaryOf(session.db, after.judgement, session.checks).summary)),
      reread: rereadIn(session.db, after.id, session.plan),
      resource: resourceReader(session.db),
    });
    for (const { change, in: side, finding } of differences) {
      const check = sides[side].checks[sides[side].rule[finding]!]!;
      const of = counts.get(check) ?? none();
      of[change]++;
      counts.set(check, of);
    }
    byCheck = counts;
    kept.set(before.judgement, byCheck);
  }
  return byCheck;
}

const none = (): Record<FindingChange, number> => ({
  new: 0,
  resolved: 0,
  persisting: 0,
  regressed: 0,
  'no-longer-applicable': 0,
  'not-rechecked': 0,
});

/** What became of the findings of some checks since a snapshot; null when it is not older, or is gone. */
export function changesSince(
  session: Session,
  since: string | null,
  checks: readonly string[],
  now: Judged,
): Changes | null {
  if (since === null || since === now.uuid || checks.length === 0) return null;
  const before = judgedSnapshot(session.db, since);
  if (!before || before.id >= now.id) return null;
  const byCheck = changesByCheck(session, before, now);
  const sum = none();
  for (const check of new Set(checks)) {
    const of = byCheck.get(check);
    if (of) for (const change of Object.keys(sum) as FindingChange[]) sum[change] += of[change];
  }
  return sum;
}

/**
 * `resolved`: everything that it was for was read again with success, and passes or is gone; `regressed`: something
 * that had passed, or was gone when the action was closed, fails again.
 */
export type Progress = 'resolved' | 'regressed' | 'open';

export function progressOf(changes: Changes, closed: boolean): Progress {
  const failing = changes.persisting + changes.new + changes.regressed;
  if (changes.regressed > 0 || (closed && changes.new > 0)) return 'regressed';
  const over = changes.resolved + changes['no-longer-applicable'];
  return failing === 0 && changes['not-rechecked'] === 0 && over > 0 ? 'resolved' : 'open';
}
