import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Status, statuses, type Verdict } from '../../shared/model/finding.ts';
import type { SavingKind } from '../../shared/model/money.ts';
import type { Check } from '../checks/check.ts';
import { judge, readsOf } from '../checks/judge.ts';
import type { Judged } from '../snapshot/list.ts';
import { readPlan } from '../snapshot/plan.ts';
import { storeSource } from '../snapshot/store-source.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { type Claim, countedClaims } from './exclusive.ts';
import { emptySummary, type Summary } from './judge-snapshot.ts';
import type { Rules } from './rules.ts';
import { kindReader } from './take-over.ts';
import { type Chunk, ColumnsBuilder, chunksOf, type Verdicts, verdictsOf } from './verdicts.ts';

/** Verdicts between two breaths, in which the engine answers other calls. */
const STEP = 10_000;

export interface JudgeAgainInput {
  /** The judgement that there is, with its summary. */
  judged: Judged & { verdicts: Verdicts; summary: Summary };
  rules: Rules;
  /** Whether a check may judge otherwise by these rules; the verdicts of the others are taken over. */
  otherwise: (check: Check) => boolean;
  signal: AbortSignal;
  /** Whether somebody may look at a verdict: then its text and evidence are kept; of the others, numbers alone. */
  keep?: (check: string, resource: number, status: Status) => boolean;
}

/** A snapshot as it would be judged by other rules; nothing is written. */
export async function judgementInMemory(
  db: Db<EngagementSchema>,
  { judged, rules, otherwise, ...how }: JudgeAgainInput,
): Promise<{ verdicts: Verdicts; summary: Summary }> {
  const anew = await judgeAnew(db, judged.id, { ...rules, checks: rules.checks.filter(otherwise) }, how);
  const taken = new Set(rules.checks.filter((check) => !otherwise(check)).map((check) => check.id));
  // First in the list, so that the numbers of what was judged anew are those of the whole.
  const verdicts: Verdicts = {
    ...verdictsOf(-1, [...anew.chunks, ...chunksOf(judged.verdicts).filter(({ check }) => taken.has(check))]),
    unwritten: anew.unwritten,
  };
  const summary: Summary = {
    ...anew.summary,
    ...Object.fromEntries(
      [...taken].map((check) => [check, { ...judged.summary[check]!, counted: 0, advisory: 0 }]),
    ),
  };
  const kindOf = kindReader(db, judged.verdicts, taken);
  const claims: (Claim & { number: number })[] = [];
  for (let number = 0; number < verdicts.size; number++) {
    const monthly = verdicts.saving[number]!;
    if (monthly === 0 || verdicts.status[number] !== FAIL) continue;
    const resource = verdicts.resource[number]!;
    const kind = anew.kinds.get(number) ?? kindOf(verdicts, number);
    claims.push({ number, resource, check: verdicts.checks[verdicts.rule[number]!]!, monthly, kind });
  }
  const counted = countedClaims(claims);
  for (const claim of claims) {
    verdicts.counted[claim.number] = counted.has(claim) ? 1 : 0;
    summary[claim.check]![counted.has(claim) ? 'counted' : 'advisory'] += claim.monthly;
  }
  return { verdicts, summary };
}

/** Judges by checks from nothing. `kinds` are those of the savings, by the number of the verdict. */
async function judgeAnew(
  db: Db<EngagementSchema>,
  snapshot: number,
  rules: Rules,
  { signal, keep = () => false }: Pick<JudgeAgainInput, 'signal' | 'keep'>,
) {
  const place = db.prepare<{ id: number }>(
    'SELECT r.id FROM resource r JOIN account a ON a.id = r.account_id JOIN resource_type t ON t.id = r.type_id WHERE r.arn = ? AND t.name = ? AND a.aws_id = ? AND r.region = ?',
  );
  const reads = new Set(rules.checks.flatMap((check) => [...readsOf(check)]));
  const source = storeSource(db, snapshot, readPlan(reads));
  const summary = emptySummary(rules.checks);
  const chunks: { check: string; columns: ColumnsBuilder }[] = [];
  const unwritten = new Map<number, NonNullable<ReturnType<NonNullable<Verdicts['unwritten']>['get']>>>();
  const kinds = new Map<number, SavingKind>();
  let number = 0;
  for (const { check, subject, row, verdict, touched } of judge({ source, ...rules })) {
    summary[check.id]!.counts[verdict.status]++;
    // -1: a place that the file has no row for.
    const resource = row ?? place.get(subject.arn, subject.type, subject.account, subject.region)?.id ?? -1;
    if (chunks.at(-1)?.check !== check.id) chunks.push({ check: check.id, columns: new ColumnsBuilder() });
    chunks.at(-1)!.columns.add(resource, NO_TEXT, verdict, verdict.severity ?? check.severity);
    if (keep(check.id, resource, verdict.status))
      unwritten.set(number, { ...textOf(verdict), reads: touched });
    if (verdict.saving) kinds.set(number, verdict.saving.kind);
    if (++number % STEP === 0) {
      await nextTurn();
      signal.throwIfAborted();
    }
  }
  return {
    chunks: chunks.map(({ check, columns }): Chunk => ({ check, columns: columns.build() })),
    summary,
    unwritten,
    kinds,
  };
}

const FAIL = statuses.indexOf('fail');
const NO_TEXT = { content: -1, digest: 0 };

const textOf = ({ reason, parameters, seen, saving, missing }: Verdict) => ({
  reason,
  ...(parameters && { parameters }),
  ...(seen && { seen }),
  ...(saving && { saving }),
  ...(missing && { missing }),
});
