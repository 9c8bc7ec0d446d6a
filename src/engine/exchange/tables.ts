import { fromMicros } from '../../shared/model/money.ts';
import type { ResourceFilter, ResourceSort } from '../../shared/model/resource-query.ts';
import { stateAt } from '../decisions/decided.ts';
import { checksNeeding } from '../findings/gaps.ts';
import { type Finding, findingsByNumber, numbersOf } from '../findings/read.ts';
import { reasonOf, titleOf } from '../findings/words.ts';
import type { ResourceBoard } from '../resources/board.ts';
import type { Session } from '../session.ts';
import { coverageOf, type Gap } from '../snapshot/coverage.ts';
import type { Judged } from '../snapshot/list.ts';
import type { Texts } from '../texts.ts';
import { type TrailEntry, trailPage } from '../trail/page.ts';

export type TableRow = Record<string, string | number | null>;

/** What goes into a file. Money is a decimal number of its currency a month. */
export interface Table {
  /** Names of the columns in their order; also those of a table without rows. */
  columns: readonly string[];
  rows: Iterable<TableRow>;
}

/** A table of things by what each cell says of one; made row by row, as it is written. */
function table<T>(things: Iterable<T>, cells: Record<string, (thing: T) => TableRow[string]>): Table {
  const columns = Object.entries(cells);
  function* rows(): Generator<TableRow> {
    for (const thing of things) yield Object.fromEntries(columns.map(([name, cell]) => [name, cell(thing)]));
  }
  return { columns: Object.keys(cells), rows: rows() };
}

/** Findings by number, or all that ask for somebody's attention. */
export function findingTable(
  session: Session,
  snapshot: Judged,
  texts: Texts,
  numbers?: Iterable<number>,
): Table {
  const verdicts = session.verdicts(snapshot.judgement);
  const wanted = numbers ?? numbersOf(verdicts);
  const accountName = accountNames(session);
  const decided = session.decided(snapshot);
  return table<Finding>(findingsByNumber(session.db, verdicts, wanted, session.checks), {
    reference: ({ ref }) => ref,
    status: ({ status }) => status,
    severity: ({ severity }) => severity,
    aspect: ({ check }) => check.aspect,
    check: ({ check }) => check.id,
    title: ({ check }) => titleOf(check.id, texts),
    reason: (finding) => reasonOf(finding, texts),
    account: ({ resource }) => resource.account,
    account_name: ({ resource }) => accountName(resource.account),
    region: ({ resource }) => resource.region,
    type: ({ resource }) => resource.type,
    name: ({ resource }) => resource.name,
    arn: ({ resource }) => resource.arn,
    detail: ({ subKey }) => subKey,
    saving_monthly: ({ verdict }) => (verdict.saving ? fromMicros(verdict.saving.monthly) : null),
    currency: ({ verdict }) => verdict.saving?.currency ?? null,
    saving_counted: ({ verdict, counted }) => (verdict.saving ? (counted ? 'yes' : 'no') : null),
    price_date: ({ verdict }) => verdict.saving?.priceDate ?? null,
    effort: ({ check }) => check.effort,
    decision: ({ id }) => stateAt(decided, id),
    decision_reason: ({ id }) => decided.decisionOf(id)?.reason ?? null,
    decision_owner: ({ id }) => decided.decisionOf(id)?.owner ?? null,
    decision_expires: ({ id }) => decided.decisionOf(id)?.expires ?? null,
    references: ({ check }) => check.references.join(' '),
  });
}

/** Resources that a filter lets through, or all of them, with their tags. */
export async function resourceTable(
  session: Session,
  board: ResourceBoard,
  chosen: { filter: ResourceFilter; sort: ResourceSort } = {
    filter: {},
    sort: { by: 'type', direction: 'asc' },
  },
): Promise<Table> {
  const accountName = accountNames(session);
  const { tags } = await board.survey();
  const numbers = await board.find(chosen.filter, chosen.sort);
  const rows = function* () {
    for (const number of numbers) yield { ...board.resource(number), tags: tags.get(number) };
  };
  return table(rows(), {
    account: ({ account }) => account,
    account_name: ({ account }) => accountName(account),
    region: ({ region }) => region,
    type: ({ type }) => type,
    name: ({ name }) => name,
    arn: ({ arn }) => arn,
    failing_findings: ({ failing }) => failing,
    // Empty: it carries none. Null: nobody read them.
    tags: ({ tags }) => (tags ? JSON.stringify(tags) : null),
  });
}

export function coverageTable(session: Session, snapshot: number): Table {
  const needing = checksNeeding([...session.checks.values()]);
  return table<Gap>(coverageOf(session.db, snapshot).gaps, {
    account: (gap) => gap.account,
    account_name: (gap) => gap.accountName,
    regions: (gap) => gap.regions.join(' '),
    read: (gap) => gap.read,
    outcome: (gap) => gap.outcome,
    denied_by: (gap) => gap.denial,
    permission: (gap) => gap.permission,
    reads: (gap) => gap.reads,
    message: (gap) => gap.message,
    checks: (gap) => needing(gap.read).join(' '),
  });
}

const callsOf = (session: Session, snapshot: number) =>
  session.db.q
    .selectFrom('call_log')
    .innerJoin('account', 'account.id', 'call_log.account_id')
    .innerJoin('operation', 'operation.id', 'call_log.operation_id')
    .select(['at', 'account.aws_id', 'region', 'operation.name', 'outcome', 'attempt', 'ms'])
    .where('snapshot_id', '=', snapshot)
    .orderBy('call_log.id');

/** Every call that was made, for the client's own files. */
export function callTable(session: Session, snapshot: number): Table {
  return table(session.db.iterate(callsOf(session, snapshot)), {
    at: (call) => new Date(call.at).toISOString(),
    account: (call) => call.aws_id,
    region: (call) => call.region,
    operation: (call) => call.name,
    outcome: (call) => call.outcome,
    attempt: (call) => call.attempt,
    ms: (call) => call.ms,
  });
}

/** Some of the calls, for a page that shows them. */
export function callPage(session: Session, snapshot: number, offset: number, limit: number) {
  const { db } = session;
  const counted = db.get(
    db.q
      .selectFrom('call_log')
      .select(({ fn }) => fn.countAll<number>().as('calls'))
      .where('snapshot_id', '=', snapshot),
  );
  return {
    total: counted?.calls ?? 0,
    calls: db
      .all(callsOf(session, snapshot).offset(offset).limit(limit))
      .map(({ at, aws_id: account, name: operation, ...call }) => ({
        ...call,
        account,
        operation,
        at: new Date(at).toISOString(),
      })),
  };
}

/** The audit trail, newest first, a step a row. */
export function trailTable(session: Session, texts: Texts): Table {
  function* entries(): Generator<TrailEntry> {
    const limit = 500;
    for (let offset = 0; ; offset += limit) {
      const page = trailPage(session, {}, { offset, limit }, texts);
      yield* page.entries;
      if (offset + limit >= page.total) return;
    }
  }
  return table<TrailEntry>(entries(), {
    at: ({ at }) => at,
    who: ({ who }) => who,
    what: ({ what }) => what,
    kind: ({ kind }) => kind,
    sentence: ({ sentence }) => sentence,
    records: ({ records }) => records,
    changes: ({ changes }) => JSON.stringify(changes),
    step: ({ step }) => step,
  });
}

function accountNames(session: Session): (id: string) => string {
  const rows = session.db.all(session.db.q.selectFrom('account').select(['aws_id', 'name']));
  const names = new Map(rows.map(({ aws_id, name }) => [aws_id, name]));
  return (id) => names.get(id) ?? id;
}
