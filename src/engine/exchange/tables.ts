import { fromMicros } from '../../shared/model/money.ts';
import { checksNeeding } from '../findings/gaps.ts';
import { type Finding, findingsByNumber, numbersOf } from '../findings/read.ts';
import { reasonOf, titleOf } from '../findings/words.ts';
import type { Session } from '../session.ts';
import { coverageOf, type Gap } from '../snapshot/coverage.ts';
import { resourcePage } from '../snapshot/resources.ts';
import type { Texts } from '../texts.ts';

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

/** Findings that ask for somebody's attention. */
export function findingTable(session: Session, snapshot: { judgement: number }, texts: Texts): Table {
  const verdicts = session.verdicts(snapshot.judgement);
  const accountName = accountNames(session);
  return table<Finding>(findingsByNumber(session.db, verdicts, numbersOf(verdicts), session.checks), {
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
    references: ({ check }) => check.references.join(' '),
  });
}

export function resourceTable(session: Session, snapshot: number): Table {
  const accountName = accountNames(session);
  return table(allResources(session, snapshot), {
    account: ({ account }) => account,
    account_name: ({ account }) => accountName(account),
    region: ({ region }) => region,
    type: ({ type }) => type,
    name: ({ name }) => name,
    arn: ({ arn }) => arn,
  });
}

function* allResources(session: Session, snapshot: number) {
  const limit = 1000;
  for (let offset = 0; ; offset += limit) {
    const { total, resources } = resourcePage(session.db, snapshot, session.plan, {}, { offset, limit });
    yield* resources;
    if (offset + limit >= total) return;
  }
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

/** Every call that was made, for the client's own files. */
export function callTable(session: Session, snapshot: number): Table {
  const calls = session.db.iterate(
    session.db.q
      .selectFrom('call_log')
      .innerJoin('account', 'account.id', 'call_log.account_id')
      .innerJoin('operation', 'operation.id', 'call_log.operation_id')
      .select(['at', 'account.aws_id', 'region', 'operation.name', 'outcome', 'attempt', 'ms'])
      .where('snapshot_id', '=', snapshot)
      .orderBy('call_log.id'),
  );
  return table(calls, {
    at: (call) => new Date(call.at).toISOString(),
    account: (call) => call.aws_id,
    region: (call) => call.region,
    operation: (call) => call.name,
    outcome: (call) => call.outcome,
    attempt: (call) => call.attempt,
    ms: (call) => call.ms,
  });
}

function accountNames(session: Session): (id: string) => string {
  const rows = session.db.all(session.db.q.selectFrom('account').select(['aws_id', 'name']));
  const names = new Map(rows.map(({ aws_id, name }) => [aws_id, name]));
  return (id) => names.get(id) ?? id;
}
