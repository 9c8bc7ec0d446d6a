import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TagPolicy } from '../../shared/model/engagement.ts';
import { type Status, statuses } from '../../shared/model/finding.ts';
import type { ResourceIdentity } from '../../shared/model/resource.ts';
import { uuidv7 } from '../../shared/uuid.ts';
import type { Check } from '../checks/check.ts';
import { type Judged, judge, readsOf } from '../checks/judge.ts';
import type { PriceBook } from '../pricing/price-book.ts';
import { judgementOf } from '../snapshot/list.ts';
import { readPlan } from '../snapshot/plan.ts';
import { dictionary } from '../store/content.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { type Claim, countedClaims } from './exclusive.ts';
import { scannedSource } from './scanned-source.ts';
import { VerdictTexts } from './texts.ts';
import { type Chunk, ColumnsBuilder, loadVerdicts, type StoredVerdict, writeVerdicts } from './verdicts.ts';

export interface Rules {
  checks: readonly Check[];
  prices: PriceBook;
  tagPolicy: TagPolicy;
  parameters: Record<string, unknown>;
}

/** How the verdicts of a judgement fell, per check id. Money in micros a month. */
export type Summary = Record<
  string,
  { version: number; counts: Record<Status, number>; counted: number; advisory: number }
>;

/** Verdicts between two breaths, in which the engine answers other calls. */
const STEP = 10_000;

/**
 * Judges a snapshot and keeps the verdicts, which replace those of an earlier judgement all at once: a judgement that
 * was broken off leaves nothing. Gives the judgement's number.
 */
export async function judgeSnapshot(
  db: Db<EngagementSchema>,
  snapshot: number,
  rules: Rules,
  signal: AbortSignal,
  onProgress: (verdicts: number) => void = () => {},
): Promise<number> {
  const reads = new Set(rules.checks.flatMap((check) => [...readsOf(check)]));
  const source = scannedSource(db, snapshot, readPlan(reads));
  const last = judgementOf(db, snapshot);
  const texts = new VerdictTexts(db, last && loadVerdicts(db, last.id));
  const verdicts = new VerdictCollector(db, rules.checks, texts);
  const judging = judge({ source, ...rules });
  for (let done = false; !done; ) {
    done = db.transaction(() => verdicts.take(judging, STEP));
    onProgress(verdicts.size);
    await nextTurn();
    signal.throwIfAborted();
  }
  const { chunks, summary } = verdicts.finish();
  return db.transaction(() => {
    db.run(db.q.deleteFrom('judgement').where('snapshot_id', '=', snapshot));
    const judgement = Number(
      db.run(
        db.q.insertInto('judgement').values({
          uuid: uuidv7(),
          snapshot_id: snapshot,
          rules: rulesDigest(rules),
          price_date: rules.prices.asOf,
          judged_at: new Date().toISOString(),
          summary: JSON.stringify(summary),
        }),
      ).lastInsertRowid,
    );
    writeVerdicts(db, judgement, chunks, dictionary(db, 'rule'));
    return judgement;
  });
}

/** Names the rules: two judgements with one digest differ in nothing but what was read. */
export function rulesDigest({ checks, prices, tagPolicy, parameters }: Rules): string {
  const versions = checks.map((check) => `${check.id}@${check.version}`).sort();
  return createHash('sha256')
    .update(JSON.stringify([versions, prices.asOf, tagPolicy, parameters]))
    .digest('hex')
    .slice(0, 12);
}

interface PlacedClaim extends Claim {
  chunk: number;
  position: number;
}

/** Turns verdicts into columns; their texts go into the file as they come. */
class VerdictCollector {
  readonly #texts: VerdictTexts;
  readonly #placeRow;
  readonly #summary: Summary;
  readonly #chunks: { check: string; columns: ColumnsBuilder }[] = [];
  readonly #claims: PlacedClaim[] = [];
  #size = 0;
  #here = '';

  constructor(db: Db<EngagementSchema>, checks: readonly Check[], texts: VerdictTexts) {
    this.#texts = texts;
    this.#placeRow = placeRows(db);
    const none = () => Object.fromEntries(statuses.map((status) => [status, 0])) as Record<Status, number>;
    this.#summary = Object.fromEntries(
      checks.map(({ id, version }) => [id, { version, counts: none(), counted: 0, advisory: 0 }]),
    );
  }

  get size(): number {
    return this.#size;
  }

  /** Takes up to so many verdicts; true when there are no more. */
  take(judging: Iterator<Judged>, most: number): boolean {
    for (let i = 0; i < most; i++) {
      const next = judging.next();
      if (next.done) return true;
      this.#add(next.value);
    }
    return false;
  }

  #add({ check, subject, row, verdict, touched }: Judged): void {
    const here = `${check.id}|${subject.account}|${subject.region}`;
    const fresh = here !== this.#here;
    if (fresh) {
      this.#here = here;
      this.#chunks.push({ check: check.id, columns: new ColumnsBuilder() });
    }
    const { reason, parameters, seen, saving, missing } = verdict;
    const stored: StoredVerdict = {
      reason,
      parameters,
      seen,
      saving,
      missing,
      reads: this.#texts.reads(touched),
    } as StoredVerdict;
    const resource = row ?? this.#placeRow(subject);
    if (fresh) this.#texts.begin(check.id, resource);
    const chunk = this.#chunks.length - 1;
    const position = this.#chunks[chunk]!.columns.add(
      resource,
      this.#texts.put(check.id, resource, JSON.stringify(stored)),
      verdict,
      verdict.severity ?? check.severity,
    );
    this.#summary[check.id]!.counts[verdict.status]++;
    if (saving && verdict.status === 'fail')
      this.#claims.push({
        resource,
        check: check.id,
        monthly: saving.monthly,
        kind: saving.kind,
        chunk,
        position,
      });
    this.#size++;
  }

  finish(): { chunks: Chunk[]; summary: Summary } {
    const chunks = this.#chunks.map(({ check, columns }) => ({ check, columns: columns.build() }));
    const counted = countedClaims(this.#claims);
    for (const claim of this.#claims) {
      const sum = this.#summary[claim.check]!;
      if (counted.has(claim)) {
        chunks[claim.chunk]!.columns.counted![claim.position] = 1;
        sum.counted += claim.monthly;
      } else sum.advisory += claim.monthly;
    }
    return { chunks, summary: this.#summary };
  }
}

/** Rows that stand for places whose resources could not be listed. */
function placeRows(db: Db<EngagementSchema>): (subject: ResourceIdentity) => number {
  const typeId = dictionary(db, 'resource_type');
  const find = db.prepare<{ id: number }>(
    'SELECT r.id FROM resource r JOIN account a ON a.id = r.account_id WHERE r.arn = ? AND r.type_id = ? AND a.aws_id = ? AND r.region = ?',
  );
  const insert = db.prepare(
    'INSERT INTO resource (account_id, region, type_id, arn, name) SELECT id, ?, ?, ?, ? FROM account WHERE aws_id = ?',
  );
  return ({ account, region, type, arn, name }) => {
    const id = typeId(type);
    return (
      find.get(arn, id, account, region)?.id ??
      Number(insert.run(region, id, arn, name, account).lastInsertRowid)
    );
  };
}
