import { FieldbookError } from '../../shared/contract/errors.ts';
import { frozenSnapshot } from '../phases/milestones.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema, SnapshotState } from '../store/schema.ts';
import { type Judged, judgementOf } from './list.ts';

type Engagement = Db<EngagementSchema>;
type Scanned = Judged | (Omit<Judged, 'judgement'> & { judgement: null });
interface Row {
  id: number;
  uuid: string;
  state: SnapshotState;
}

/** The snapshot with that id, or the one that a milestone froze, as judged then; without an id, the newest that was judged. */
export function chooseJudged(db: Engagement, uuid: string | undefined): Judged {
  const chosen = chooseScanned(db, uuid);
  if (chosen.judgement !== null) return chosen;
  throw stateOf(db, chosen.id) === 'cancelled'
    ? new FieldbookError(
        'nothing-scanned',
        'The scan was ended before it was finished, so nothing was judged.',
        "Scan again: 'fieldbook scan'.",
      )
    : new FieldbookError(
        'nothing-scanned',
        'The scan is not finished, so nothing was judged yet.',
        "Go on with it: 'fieldbook resume'.",
      );
}

/** The same, of what needs no judgement: a snapshot that is under way or paused will do when none has been judged. */
export function chooseScanned(db: Engagement, uuid: string | undefined): Scanned {
  const frozen = uuid === undefined ? undefined : frozenSnapshot(db, uuid);
  if (frozen) return frozen;
  const candidates = candidatesFor(db, uuid);
  const [{ id, uuid: newest }] = candidates;
  return firstJudged(db, candidates) ?? { id, uuid: newest, judgement: null };
}

/** The snapshot with that id if it is there and has been judged. */
export const judgedSnapshot = (db: Engagement, uuid: string): Judged | undefined =>
  firstJudged(
    db,
    standing(db).filter((row) => row.uuid === uuid),
  );

/** Undefined before anything was judged. */
export const newestJudged = (db: Engagement): Judged | undefined => firstJudged(db, standing(db));

/** The newest judged snapshot that is older than another. */
export const judgedBefore = (db: Engagement, snapshot: number): Judged | undefined =>
  firstJudged(
    db,
    standing(db).filter(({ id }) => id < snapshot),
  );

/** Snapshots that were not deleted, newest first. */
const standing = (db: Engagement): Row[] =>
  db.all(
    db.q
      .selectFrom('snapshot')
      .select(['id', 'uuid', 'state'])
      .where('deleted_at', 'is', null)
      .orderBy('id', 'desc'),
  );

function firstJudged(db: Engagement, rows: readonly Row[]): Judged | undefined {
  for (const { id, uuid } of rows) {
    const judgement = judgementOf(db, id);
    if (judgement) return { id, uuid, judgement: judgement.id };
  }
  return undefined;
}

/** The snapshot with that id or end of an id, or all of them. */
function candidatesFor(db: Engagement, uuid: string | undefined): [Row, ...Row[]] {
  const rows = standing(db);
  const [first, ...others] =
    uuid === undefined ? rows : rows.filter((row) => row.uuid === uuid || row.uuid.endsWith(uuid));
  if (uuid !== undefined && (!first || others.length > 0))
    throw new FieldbookError(
      'snapshot-unknown',
      first ? `More than one snapshot ends in ${uuid}.` : `There is no snapshot ${uuid}.`,
      `Choose one of: ${rows.map((row) => row.uuid).join(', ') || 'none yet'}.`,
    );
  if (!first)
    throw new FieldbookError(
      'nothing-scanned',
      'This engagement has no snapshot yet.',
      "Scan an account first: 'fieldbook scan'.",
    );
  return [first, ...others];
}

const stateOf = (db: Engagement, id: number): SnapshotState =>
  db.get(db.q.selectFrom('snapshot').select('state').where('id', '=', id))!.state;
