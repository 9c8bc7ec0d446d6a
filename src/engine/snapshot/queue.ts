import type { JsonValue } from '../../shared/model/json.ts';
import type { ReadFailure } from '../../shared/model/outcome.ts';
import type { Found } from '../collectors/read.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { ownFailure } from './own-failure.ts';
import type { Task } from './writer.ts';

/** What the ledger says of a read that is still in the queue. */
export const NOT_FINISHED: ReadFailure = ownFailure('skipped', 'ScanNotFinished');

/** Pending reads of a snapshot, oldest first, without those of accounts that wait for a sign-in. */
export function pendingTasks(
  db: Db<EngagementSchema>,
  snapshot: number,
  options: { limit: number; after: number; without: ReadonlySet<string> },
): Task[] {
  return db
    .all(
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
          'task.id',
          'task.account_id as accountId',
          'account.aws_id as account',
          'snapshot_account.partition',
          'task.region',
          'read.name as read',
          'task.subjects',
          'task.variant',
          'task.token',
          'task.page',
          'task.items',
        ])
        .where('task.snapshot_id', '=', snapshot)
        .where('task.state', '=', 'pending')
        .where('task.id', '>', options.after)
        .where('account.aws_id', 'not in', ['', ...options.without])
        .orderBy('task.id')
        .limit(options.limit),
    )
    .map((row) => ({
      ...row,
      subjects: row.subjects === null ? null : (JSON.parse(row.subjects) as number[]),
    }));
}

export interface TaskCounts {
  planned: number;
  done: number;
  failed: number;
}

export function countTasks(db: Db<EngagementSchema>, snapshot: number): TaskCounts {
  const rows = db.all(
    db.q
      .selectFrom('task')
      .select(['state', ({ fn }) => fn.countAll<number>().as('n')])
      .where('snapshot_id', '=', snapshot)
      .groupBy('state'),
  );
  const of = (state: string) => rows.find((row) => row.state === state)?.n ?? 0;
  return { planned: rows.reduce((sum, row) => sum + row.n, 0), done: of('done'), failed: of('failed') };
}

/** The resources that a task is about, with the bodies that its call is made from. */
export function subjectsOf(
  db: Db<EngagementSchema>,
  snapshot: number,
  task: Task,
  listing: string,
): (Found<unknown> & { id: number })[] {
  return (task.subjects ?? []).map((id) => {
    const row = db
      .prepare<{ arn: string; name: string; region: string; type: string; body: string }>(
        `SELECT resource.arn, resource.name, resource.region, resource_type.name AS type, content.body
         FROM resource
         JOIN resource_type ON resource_type.id = resource.type_id
         JOIN snapshot_resource sr ON sr.resource_id = resource.id AND sr.snapshot_id = ? AND sr.page = 0
         JOIN read ON read.id = sr.read_id AND read.name = ?
         JOIN content ON content.id = sr.content_id
         WHERE resource.id = ?`,
      )
      .get(snapshot, listing, id);
    if (!row) throw new Error(`Resource ${id} of task ${task.id} is not in snapshot ${snapshot}`);
    const { body, ...identity } = row;
    return {
      id,
      account: task.account,
      ...identity,
      body: JSON.parse(body) as JsonValue as Found<unknown>['body'],
    };
  });
}
