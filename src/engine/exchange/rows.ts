import { fromMicros } from '../../shared/model/money.ts';
import { checksNeeding } from '../findings/gaps.ts';
import { findingsByNumber, numbersOf } from '../findings/read.ts';
import { reasonOf, titleOf } from '../findings/words.ts';
import type { Session } from '../session.ts';
import { coverageOf } from '../snapshot/coverage.ts';
import { resourcePage } from '../snapshot/resources.ts';
import type { Texts } from '../texts.ts';

/** A row of a table: column names are those of the file. Money is a decimal number of its currency a month. */
export type TableRow = Record<string, string | number | null>;

export function* findingRows(
  session: Session,
  snapshot: { judgement: number },
  texts: Texts,
): Generator<TableRow> {
  const verdicts = session.verdicts(snapshot.judgement);
  for (const finding of findingsByNumber(session.db, verdicts, numbersOf(verdicts), session.checks)) {
    const { saving } = finding.verdict;
    yield {
      reference: finding.ref,
      status: finding.status,
      severity: finding.severity,
      aspect: finding.check.aspect,
      check: finding.check.id,
      title: titleOf(finding.check.id, texts),
      reason: reasonOf(finding, texts),
      account: finding.resource.account,
      region: finding.resource.region,
      type: finding.resource.type,
      name: finding.resource.name,
      arn: finding.resource.arn,
      detail: finding.subKey,
      saving_monthly: saving ? fromMicros(saving.monthly) : null,
      currency: saving?.currency ?? null,
      saving_counted: saving ? (finding.counted ? 'yes' : 'no') : null,
      price_date: saving?.priceDate ?? null,
      effort: finding.check.effort,
      references: finding.check.references.join(' '),
    };
  }
}

export function* resourceRows(session: Session, snapshot: number): Generator<TableRow> {
  const limit = 1000;
  for (let offset = 0; ; offset += limit) {
    const { total, resources } = resourcePage(session.db, snapshot, session.plan, {}, { offset, limit });
    for (const { account, region, type, name, arn } of resources) yield { account, region, type, name, arn };
    if (offset + limit >= total) return;
  }
}

export function* coverageRows(session: Session, snapshot: number): Generator<TableRow> {
  const needing = checksNeeding([...session.checks.values()]);
  for (const gap of coverageOf(session.db, snapshot).gaps)
    yield {
      account: gap.account,
      account_name: gap.accountName,
      regions: gap.regions.join(' '),
      read: gap.read,
      outcome: gap.outcome,
      denied_by: gap.denial,
      permission: gap.permission,
      reads: gap.reads,
      message: gap.message,
      checks: needing(gap.read).join(' '),
    };
}

/** Every call that was made, for the client's own files. */
export function* callRows(session: Session, snapshot: number): Generator<TableRow> {
  const rows = session.db.iterate(
    session.db.q
      .selectFrom('call_log')
      .innerJoin('account', 'account.id', 'call_log.account_id')
      .innerJoin('operation', 'operation.id', 'call_log.operation_id')
      .select([
        'at',
        'account.aws_id as account',
        'region',
        'operation.name as operation',
        'outcome',
        'attempt',
        'ms',
      ])
      .where('snapshot_id', '=', snapshot)
      .orderBy('call_log.id'),
  );
  for (const { at, ...row } of rows) yield { at: new Date(at).toISOString(), ...row };
}
