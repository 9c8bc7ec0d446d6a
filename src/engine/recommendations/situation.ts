import { FieldbookError } from '../../shared/contract/errors.ts';
import type { RecommendationRecord } from '../../shared/model/records/recommendation.ts';
import { cannot } from '../cannot.ts';
import { partsOf } from '../checklists/maturity.ts';
import type { Summary } from '../findings/judge-snapshot.ts';
import { summaryOf } from '../findings/summary.ts';
import type { Session } from '../session.ts';
import type { Judged } from '../snapshot/list.ts';
import type { Texts } from '../texts.ts';
import { type Action, actionsOf, isDone } from './actions.ts';
import { callingItems } from './answers.ts';
import { isOfEntry, refuseMerged } from './entries.ts';
import { library } from './library.ts';
import { failingSystems } from './systems.ts';
import { type Failing, failingByCheck } from './tally.ts';
import { type Changes, changesSince, type Progress, progressOf } from './track.ts';
import { type UnreadPlaces, unreadPlaces } from './unread.ts';

/** All actions over a judged snapshot, and what the snapshot says of each. */
export interface Situation {
  /** Null before the first judgement. */
  judged: Judged | null;
  summary: Summary;
  failing: ReadonlyMap<string, Failing>;
  actions: readonly Action[];
  unreadPlaces: UnreadPlaces;
  /** What became of the findings of an adopted action since it was taken or, done, since it was closed. */
  progress(action: Action): { changes: Changes; progress: Progress } | null;
}

export function situationOf(session: Session, snapshot: string | undefined): Situation {
  const judged = judgedOrNot(session, snapshot);
  const failing: ReadonlyMap<string, Failing> = judged ? openByCheck(session, judged) : new Map();
  const actions = actionsOf({
    library: library(),
    records: session.documents('recommendation', judged ?? {}),
    failing,
    calling: callingItems(
      partsOf(session.documents('answer', judged ?? {}), session.documents('checklist', judged ?? {})),
    ),
    systems: failingSystems(
      session.documents('system', judged ?? {}),
      judged ? session.dayOf(judged) : session.today,
    ),
  });
  return {
    judged,
    failing,
    summary: judged ? summaryOf(session.db, judged.judgement, session.checks).summary : {},
    actions,
    unreadPlaces: judged ? unreadPlaces(session.db, session.decided(judged).verdicts) : () => new Set(),
    progress(action) {
      const { record } = action;
      if (!judged || !record || action.state !== 'adopted') return null;
      const closed = isDone(action);
      const since = closed ? (record.plan.closed?.snapshot ?? record.since) : record.since;
      const changes = changesSince(session, since, record.checks, judged);
      return changes && { changes, progress: progressOf(changes, closed) };
    },
  };
}

/** What fails and nobody has accepted or called false: advice on the rest would argue with what was decided. */
function openByCheck(session: Session, judged: Judged): ReadonlyMap<string, Failing> {
  const { open, verdicts } = session.decided(judged);
  return failingByCheck(verdicts, (finding) => open[finding] === 0);
}

/** Before the first scan answers and systems outside of AWS alone can call for something. */
function judgedOrNot(session: Session, snapshot: string | undefined): Judged | null {
  try {
    return session.snapshot(snapshot);
  } catch (error) {
    if (snapshot === undefined && error instanceof FieldbookError && error.code === 'nothing-scanned')
      return null;
    throw error;
  }
}

/** The action of that id: of the record or, adopted or not, of its entry. */
export function findAction({ actions }: Situation, id: string, texts: Texts): Action {
  const action =
    actions.find((one) => one.id === id) ??
    actions.find(({ record }) => record !== null && isOfEntry(record, id));
  if (action) return action;
  refuseMerged(
    actions.flatMap(({ record }) => record ?? []),
    id,
    texts,
  );
  throw unknown(id);
}

/** What the consultant has taken, written or turned down under that id. */
export function recordOf({ records }: Session, id: string, texts: Texts): RecommendationRecord {
  const record = records.get('recommendation', id);
  if (record) return record;
  refuseMerged(records.all('recommendation'), id, texts);
  throw unknown(id);
}

const unknown = (id: string): FieldbookError =>
  cannot('recommendation-unknown', 'recommendations.unknown', { id });
