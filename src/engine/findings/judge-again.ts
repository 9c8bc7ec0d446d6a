import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Status, Verdict } from '../../shared/model/finding.ts';
import { type Judged, judge, readsOf } from '../checks/judge.ts';
import { readPlan } from '../snapshot/plan.ts';
import { storeSource } from '../snapshot/store-source.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { type Claim, countedClaims } from './exclusive.ts';
import { emptySummary, type Summary } from './judge-snapshot.ts';
import type { Rules } from './rules.ts';
import { ColumnsBuilder, type Verdicts, verdictsOf } from './verdicts.ts';

/** Verdicts between two breaths, in which the engine answers other calls. */
const STEP = 10_000;

/** A verdict and the row of its resource; -1: a place that the file has no row for. */
export type Taken = Judged & { resource: number };

/** Judges a snapshot by other rules in memory: gives each verdict to `take` and writes nothing. */
export async function judgeAgain(
  db: Db<EngagementSchema>,
  snapshot: number,
  rules: Rules,
  signal: AbortSignal,
  take: (verdict: Taken) => void,
): Promise<{ summary: Summary }> {
  const place = db.prepare<{ id: number }>(
    'SELECT r.id FROM resource r JOIN account a ON a.id = r.account_id JOIN resource_type t ON t.id = r.type_id WHERE r.arn = ? AND t.name = ? AND a.aws_id = ? AND r.region = ?',
  );
  const reads = new Set(rules.checks.flatMap((check) => [...readsOf(check)]));
  const source = storeSource(db, snapshot, readPlan(reads));
  const summary = emptySummary(rules.checks);
  const claims: Claim[] = [];
  let done = 0;
  for (const judged of judge({ source, ...rules })) {
    const { check, subject, row, verdict } = judged;
    summary[check.id]!.counts[verdict.status]++;
    const resource = row ?? place.get(subject.arn, subject.type, subject.account, subject.region)?.id ?? -1;
    take({ ...judged, resource });
    const { saving } = verdict;
    if (saving && verdict.status === 'fail')
      claims.push({ resource, check: check.id, monthly: saving.monthly, kind: saving.kind });
    if (++done % STEP === 0) {
      await nextTurn();
      signal.throwIfAborted();
    }
  }
  const counted = countedClaims(claims);
  for (const claim of claims)
    summary[claim.check]![counted.has(claim) ? 'counted' : 'advisory'] += claim.monthly;
  return { summary };
}

/**
 * A judgement that stays in memory. Text and evidence are kept of the verdicts that `keep` asks for; the others are
 * numbers alone.
 */
export async function judgementInMemory(
  db: Db<EngagementSchema>,
  snapshot: number,
  rules: Rules,
  signal: AbortSignal,
  keep: (check: string, resource: number, status: Status) => boolean,
): Promise<{ verdicts: Verdicts; summary: Summary }> {
  const chunks: { check: string; columns: ColumnsBuilder }[] = [];
  const unwritten = new Map<number, NonNullable<ReturnType<NonNullable<Verdicts['unwritten']>['get']>>>();
  let here: { check: string; columns: ColumnsBuilder } | undefined;
  const claims: (Claim & { number: number })[] = [];
  let number = 0;
  const { summary } = await judgeAgain(
    db,
    snapshot,
    rules,
    signal,
    ({ check, resource, verdict, touched }) => {
      if (here?.check !== check.id) {
        here = { check: check.id, columns: new ColumnsBuilder() };
        chunks.push(here);
      }
      here.columns.add(resource, NO_TEXT, verdict, verdict.severity ?? check.severity);
      if (keep(check.id, resource, verdict.status))
        unwritten.set(number, { ...textOf(verdict), reads: touched });
      const { saving } = verdict;
      if (saving && verdict.status === 'fail')
        claims.push({ resource, check: check.id, monthly: saving.monthly, kind: saving.kind, number });
      number++;
    },
  );
  const verdicts = verdictsOf(
    -1,
    chunks.map(({ check, columns }) => ({ check, columns: columns.build() })),
  );
  for (const claim of countedClaims(claims)) verdicts.counted[claim.number] = 1;
  return { verdicts: { ...verdicts, unwritten }, summary };
}

const NO_TEXT = { content: -1, digest: 0 };

const textOf = ({ reason, parameters, seen, saving, missing }: Verdict) => ({
  reason,
  ...(parameters && { parameters }),
  ...(seen && { seen }),
  ...(saving && { saving }),
  ...(missing && { missing }),
});
