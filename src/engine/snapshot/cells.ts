import type { FieldbookError } from '../../shared/contract/errors.ts';
import type { ReadFailure } from '../../shared/model/outcome.ts';
import { cannot } from '../cannot.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema, TaskState } from '../store/schema.ts';
import type { Texts } from '../texts.ts';
import { snapshotRow } from './history.ts';
import { failureWords } from './own-failure.ts';

export interface Cells {
  rows: { id: string; name: string; refused: string | null }[];
  services: string[];
  cells: Cell[];
}

interface Cell {
  row: string;
  service: string;
  planned: number;
  done: number;
  failed: number;
}

/** Service of a read, such as `ec2` of `ec2:DescribeVolumes`. */
export const serviceOf = (read: string): string => read.slice(0, read.indexOf(':'));

/**
 * What became of the reads of a snapshot, by service: a row for each account, or for each region of one account. The
 * numbers come from the queue itself, so they hold while a scan runs.
 */
export function cellsOf(
  db: Db<EngagementSchema>,
  uuid: string,
  account: string | undefined,
  texts: Texts,
): Cells {
  const { id } = snapshotRow(db, uuid);
  const accounts = db.all(
    db.q
      .selectFrom('snapshot_account')
      .innerJoin('account', 'account.id', 'snapshot_account.account_id')
      .select(['account.id as key', 'account.aws_id as id', 'account.name', 'refused'])
      .where('snapshot_id', '=', id)
      .orderBy('account.aws_id'),
  );
  const chosen = account === undefined ? undefined : accounts.find((one) => one.id === account);
  if (account !== undefined && !chosen) throw accountUnknown(account);
  const services = new Map(
    db.all(db.q.selectFrom('read').select(['id', 'name'])).map((read) => [read.id, serviceOf(read.name)]),
  );
  // Of one account by region; the index of tasks answers either without a look at the tasks.
  const counts = chosen
    ? db.all(
        db.q
          .selectFrom('task')
          .select(['region as row', 'read_id', 'state', ({ fn }) => fn.countAll<number>().as('n')])
          .where('snapshot_id', '=', id)
          .where('account_id', '=', chosen.key)
          .groupBy(['region', 'read_id', 'state']),
      )
    : db.all(
        db.q
          .selectFrom('task')
          .innerJoin('account', 'account.id', 'task.account_id')
          .select(['account.aws_id as row', 'read_id', 'state', ({ fn }) => fn.countAll<number>().as('n')])
          .where('snapshot_id', '=', id)
          .groupBy(['task.account_id', 'read_id', 'state']),
      );
  const cells = new Map<string, Cell>();
  for (const { row, read_id, state, n } of counts) {
    const service = services.get(read_id)!;
    const key = `${row} ${service}`;
    const cell = cells.get(key) ?? { row, service, planned: 0, done: 0, failed: 0 };
    cells.set(key, cell);
    cell.planned += n;
    if (state !== 'pending') cell[state] += n;
  }
  const rows = chosen
    ? [...new Set(counts.map(({ row }) => row))]
        .sort((a, b) => Number(b === 'global') - Number(a === 'global') || (a < b ? -1 : 1))
        .map((region) => ({ id: region, name: region, refused: null }))
    : accounts.map(({ id, name, refused }) => ({
        id,
        name,
        refused: refused && failureWords(JSON.parse(refused) as ReadFailure, texts),
      }));
  return {
    rows,
    services: [...new Set([...cells.values()].map(({ service }) => service))].sort(),
    cells: [...cells.values()],
  };
}

interface CellQuery {
  account: string;
  region?: string | undefined;
  service: string;
  offset: number;
  limit: number;
}

/** The single reads of a cell: those that failed first, then those that wait, then those that went well. */
export function readsOfCell(db: Db<EngagementSchema>, uuid: string, query: CellQuery, texts: Texts) {
  const { id } = snapshotRow(db, uuid);
  const account = db.get(db.q.selectFrom('account').select('id').where('aws_id', '=', query.account));
  if (!account) throw accountUnknown(query.account);
  const reads = db
    .all(db.q.selectFrom('read').selectAll())
    .filter((read) => serviceOf(read.name) === query.service);
  let tasks = db.q
    .selectFrom('task')
    .where('snapshot_id', '=', id)
    .where('account_id', '=', account.id)
    .where('read_id', 'in', [-1, ...reads.map((read) => read.id)]);
  if (query.region !== undefined) tasks = tasks.where('region', '=', query.region);
  const { total } = db.get(tasks.select(({ fn }) => fn.countAll<number>().as('total')))!;
  const names = new Map(reads.map((read) => [read.id, read.name]));
  const rows = db.all(
    tasks
      .select(['id', 'read_id', 'region', 'state', 'subjects', 'page', 'items', 'failure'])
      .orderBy(({ eb }) =>
        eb.case().when('state', '=', 'failed').then(0).when('state', '=', 'pending').then(1).else(2).end(),
      )
      .orderBy('id')
      .limit(query.limit)
      .offset(query.offset),
  );
  return {
    total,
    calls: rows.map((row) => {
      const failure = row.failure ? (JSON.parse(row.failure) as ReadFailure) : null;
      return {
        id: row.id,
        read: names.get(row.read_id)!,
        region: row.region,
        state: row.state as TaskState,
        subjects: row.subjects ? (JSON.parse(row.subjects) as number[]).length : null,
        pages: row.page,
        items: row.items,
        outcome: failure?.outcome ?? (row.state === 'done' ? ('ok' as const) : null),
        denial: failure?.denial ?? null,
        code: failure?.code ?? null,
        message: failure && failureWords(failure, texts),
        permission: failure?.permission ?? null,
      };
    }),
  };
}

const accountUnknown = (account: string): FieldbookError =>
  cannot('bad-input', 'scans.accountUnknown', { account });
