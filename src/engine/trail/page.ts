import type { PropertyChange } from '../../shared/model/comparison.ts';
import type { JsonValue } from '../../shared/model/json.ts';
import type { Session } from '../session.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import type { Texts } from '../texts.ts';
import { documentChanges } from './changes.ts';
import { kindName, sentences, type Told } from './sentences.ts';

export interface TrailQuery {
  kind?: string | undefined;
  person?: string | undefined;
  /** `YYYY-MM-DD`, UTC. */
  day?: string | undefined;
}

export interface TrailEntry {
  step: string;
  at: string;
  who: string;
  what: string;
  kind: string;
  sentence: string;
  records: number;
  /** Of the first record. */
  changes: PropertyChange[];
  undoable: boolean;
}

interface StepRow {
  step: string;
  at: string;
  who: string;
  what: string;
  kind: string;
  before: string | null;
  after: string | null;
  undoes: string | null;
  records: number;
}

/** Steps newest first, each with the first of its changes. SQLite takes the other columns from the row of the minimum. */
const STEPS = `SELECT step, min(id), at, who, what, kind, before, after, undoes, count(*) AS records FROM journal`;

/** The audit trail: what was done, newest first, in the words of a language. */
export function trailPage(
  session: Session,
  query: TrailQuery,
  window: { offset: number; limit: number },
  texts: Texts,
): { total: number; entries: TrailEntry[] } {
  const { db } = session;
  const { where, values } = asked(query);
  const { total } = db
    .prepare<{ total: number }>(`SELECT count(DISTINCT step) AS total FROM journal ${where}`)
    .get(...values)!;
  const rows = db
    .prepare<StepRow>(`${STEPS} ${where} GROUP BY step ORDER BY min(id) DESC LIMIT ? OFFSET ?`)
    .all(...values, window.limit, window.offset);
  const say = sentences(session, texts);
  const undoable = undoableIn(session);
  return {
    total,
    entries: rows.map((row) => ({
      step: row.step,
      at: row.at,
      who: row.who,
      what: row.what,
      kind: row.kind,
      sentence: say(told(row, db)),
      records: row.records,
      changes: documentChanges(parsed(row.before), parsed(row.after)),
      undoable: row.undoes === null && undoable(row.step),
    })),
  };
}

/** Whole steps, so that one that changed several kinds is told as the same whatever is asked for. */
function asked({ kind, person, day }: TrailQuery): { where: string; values: string[] } {
  const tests = [
    ['kind = ?', kind],
    ['who = ?', person],
    ['substr(at, 1, 10) = ?', day],
  ].filter((test): test is [string, string] => test[1] !== undefined);
  return {
    where:
      tests.length > 0
        ? `WHERE step IN (SELECT step FROM journal WHERE ${tests.map(([test]) => test).join(' AND ')})`
        : '',
    values: tests.map(([, value]) => value),
  };
}

/** All that `trailPage` can be asked for. */
export function trailFacets(session: Session, texts: Texts) {
  const counts = (column: 'kind' | 'who') =>
    session.db
      .prepare<{ value: string; count: number }>(
        `SELECT ${column} AS value, count(DISTINCT step) AS count FROM journal GROUP BY ${column} ORDER BY count DESC, value`,
      )
      .all();
  return {
    kinds: counts('kind').map((one) => ({ ...one, label: kindName(one.value, texts) })),
    people: counts('who'),
  };
}

function told(row: StepRow, db: Db<EngagementSchema>): Told {
  const { step, who, what, kind, records } = row;
  return {
    step,
    who,
    what,
    kind,
    records,
    document: parsed(row.after ?? row.before),
    before: parsed(row.before),
    removed: row.after === null,
    undone: undone(row, db),
  };
}

/** A step as a sentence needs it. */
export const toldStep = (db: Db<EngagementSchema>, step: string): Told =>
  told(db.prepare<StepRow>(`${STEPS} WHERE step = ? GROUP BY step`).get(step)!, db);

/** The action that a step took back, or did again: at the end of the chain of undoing and doing again. */
function undone({ undoes }: StepRow, db: Db<EngagementSchema>): Told | undefined {
  const of = db.prepare<StepRow>(`${STEPS} WHERE step = ? GROUP BY step`);
  for (let step = undoes; step !== null; ) {
    const row: StepRow | undefined = of.get(step);
    if (!row) return undefined;
    if (row.undoes === null) return told(row, db);
    step = row.undoes;
  }
  return undefined;
}

/** Whether everything that a step wrote is still as it left it, so that it can be taken back. */
function undoableIn({ db, store }: Session): (step: string) => boolean {
  if (store.readonly) return () => false;
  const moved = db.prepare<{ n: number }>(
    `SELECT count(*) AS n FROM journal j LEFT JOIN record r ON r.kind = j.kind AND r.id = j.record
     WHERE j.step = ? AND r.document IS NOT j.after
       AND j.id = (SELECT max(id) FROM journal WHERE step = j.step AND kind = j.kind AND record = j.record)`,
  );
  return (step) => moved.get(step)!.n === 0;
}

const parsed = (document: string | null): JsonValue | null =>
  document === null ? null : (JSON.parse(document) as JsonValue);
