import { type Denial, type Outcome, outcomes, type ReadFailure } from '../../shared/model/outcome.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { type Texts, textsOf } from '../texts.ts';
import { failureWords } from './own-failure.ts';
import { NOT_FINISHED } from './queue.ts';

/** Reads of one operation in one account that did not succeed for one reason. */
export interface Gap {
  account: string;
  accountName: string;
  regions: string[];
  read: string;
  outcome: Exclude<Outcome, 'ok'>;
  denial: Denial | null;
  permission: string | null;
  /** The service's own words, or Fieldbook's where it did not come to ask; the first of them. */
  message: string;
  reads: number;
}

export interface Coverage {
  reads: { planned: number; ok: number; failed: number };
  outcomes: { outcome: Outcome; reads: number }[];
  gaps: Gap[];
}

/** What a snapshot could read and what not, and why: nothing that was planned is left out. */
export function coverageOf(
  db: Db<EngagementSchema>,
  snapshot: number,
  texts: Texts = textsOf('en'),
): Coverage {
  const rows = db.all(
    db.q
      .selectFrom('task')
      .innerJoin('account', 'account.id', 'task.account_id')
      .innerJoin('read', 'read.id', 'task.read_id')
      .innerJoin('snapshot_account', (join) =>
        join
          .onRef('snapshot_account.account_id', '=', 'task.account_id')
          .onRef('snapshot_account.snapshot_id', '=', 'task.snapshot_id'),
      )
      .select([
        'account.aws_id',
        'account.name',
        'task.region',
        'read.name as read',
        'task.state',
        'task.failure',
        'snapshot_account.refused',
      ])
      .where('task.snapshot_id', '=', snapshot)
      .orderBy('task.id'),
  );
  const counts = new Map<Outcome, number>();
  const gaps = new Map<string, Gap & { places: Set<string> }>();
  for (const row of rows) {
    const failure = row.failure
      ? (JSON.parse(row.failure) as ReadFailure)
      : row.state === 'done'
        ? null
        : NOT_FINISHED;
    const outcome = failure?.outcome ?? 'ok';
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    if (!failure) continue;
    // An account that could not be entered is one gap, and not one for each of its reads.
    const read = row.refused ? ENTERING : row.read;
    const key = [row.aws_id, read, outcome, failure.denial, failure.code].join('|');
    const gap = gaps.get(key) ?? {
      account: row.aws_id,
      accountName: row.name,
      regions: [],
      read,
      outcome: failure.outcome,
      denial: failure.denial ?? null,
      permission: failure.permission ?? null,
      message: failureWords(failure, texts),
      reads: 0,
      places: new Set<string>(),
    };
    gap.reads++;
    gap.places.add(row.region);
    gaps.set(key, gap);
  }
  const planned = rows.length;
  const ok = counts.get('ok') ?? 0;
  return {
    reads: { planned, ok, failed: planned - ok },
    outcomes: outcomes.flatMap((outcome) =>
      counts.has(outcome) ? [{ outcome, reads: counts.get(outcome)! }] : [],
    ),
    gaps: [...gaps.values()]
      .map(({ places, ...gap }) => ({ ...gap, regions: [...places].sort() }))
      .sort((a, b) => b.reads - a.reads || (a.account + a.read < b.account + b.read ? -1 : 1)),
  };
}

/** What every read of an account rests on that is entered through a role. */
const ENTERING = 'sts:AssumeRole';
