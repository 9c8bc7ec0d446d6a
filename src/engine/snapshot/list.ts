import type { ReadFailure } from '../../shared/model/outcome.ts';
import type { Pause } from '../../shared/model/scan.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema, SnapshotState } from '../store/schema.ts';
import { type Texts, textsOf } from '../texts.ts';
import { failureWords } from './own-failure.ts';
import { countTasks } from './queue.ts';

export interface SnapshotInfo {
  id: string;
  state: SnapshotState;
  startedAt: string;
  finishedAt: string | null;
  accounts: { id: string; name: string; regions: string[]; refused: string | null }[];
  resources: number;
  reads: { planned: number; ok: number; failed: number };
  calls: number;
  pause: Pause | null;
  judged: boolean;
  note: string;
  bytes: number | null;
}

/** A snapshot that was judged: its number and id in the file, and the number of its judgement. */
export interface Judged {
  id: number;
  uuid: string;
  judgement: number;
  /** The milestone that it is looked at for, closed at that moment: then what people wrote is that of then. */
  milestone?: { id: string; at: string };
}

/** All snapshots, newest first. */
export function listSnapshots(
  db: Db<EngagementSchema>,
  auxiliaryTypes: readonly string[],
  texts: Texts = textsOf('en'),
): SnapshotInfo[] {
  const rows = db.all(
    db.q.selectFrom('snapshot').selectAll().where('deleted_at', 'is', null).orderBy('id', 'desc'),
  );
  return rows.map((row) => {
    const { planned, done, failed } = countTasks(db, row.id);
    return {
      id: row.uuid,
      state: row.state,
      startedAt: row.started_at,
      finishedAt: row.finished_at,
      accounts: accountsOf(db, row.id, texts),
      resources: countResources(db, row.id, auxiliaryTypes),
      reads: { planned, ok: done, failed },
      calls: countCalls(db, row.id),
      pause: row.paused ? (JSON.parse(row.paused) as Pause) : null,
      judged: judgementOf(db, row.id) !== undefined,
      note: row.note,
      bytes: row.bytes,
    };
  });
}

/** The judgement of a snapshot. */
export const judgementOf = (db: Db<EngagementSchema>, snapshot: number) =>
  db.get(db.q.selectFrom('judgement').selectAll().where('snapshot_id', '=', snapshot).orderBy('id', 'desc'));

function accountsOf(db: Db<EngagementSchema>, snapshot: number, texts: Texts): SnapshotInfo['accounts'] {
  return db
    .all(
      db.q
        .selectFrom('snapshot_account')
        .innerJoin('account', 'account.id', 'snapshot_account.account_id')
        .select(['account.aws_id', 'account.name', 'regions', 'refused'])
        .where('snapshot_id', '=', snapshot)
        .orderBy('account.aws_id'),
    )
    .map((row) => ({
      id: row.aws_id,
      name: row.name,
      regions: JSON.parse(row.regions) as string[],
      refused: row.refused ? failureWords(JSON.parse(row.refused) as ReadFailure, texts) : null,
    }));
}

const countResources = (
  db: Db<EngagementSchema>,
  snapshot: number,
  auxiliaryTypes: readonly string[],
): number =>
  db.get(
    db.q
      .selectFrom('snapshot_resource')
      .innerJoin('resource', 'resource.id', 'snapshot_resource.resource_id')
      .innerJoin('resource_type', 'resource_type.id', 'resource.type_id')
      .select(({ fn }) => fn.count<number>('resource_id').distinct().as('n'))
      .where('snapshot_id', '=', snapshot)
      .where('resource_type.name', 'not in', ['', ...auxiliaryTypes]),
  )!.n;

const countCalls = (db: Db<EngagementSchema>, snapshot: number): number =>
  db.get(
    db.q
      .selectFrom('call_log')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('snapshot_id', '=', snapshot),
  )!.n;
