import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Severity, type Status, statuses } from '../../shared/model/finding.ts';
import type { ResourceIdentity } from '../../shared/model/resource.ts';
import { uuidv7 } from '../../shared/uuid.ts';
import type { Check } from '../checks/check.ts';
import { type Judged, judge, readsOf } from '../checks/judge.ts';
import { judgementOf } from '../snapshot/list.ts';
import { readPlan } from '../snapshot/plan.ts';
import { storeSource } from '../snapshot/store-source.ts';
import { dictionary } from '../store/content.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { type Claim, countedClaims } from './exclusive.ts';
import { rulesToKeep } from './kept-rules.ts';
import { type Rules, rulesDigest } from './rules.ts';
import { VerdictTexts } from './texts.ts';
import { type Chunk, ColumnsBuilder, loadVerdicts, writeVerdicts } from './verdicts.ts';

/** How the verdicts of a judgement fell, per check id. Money in micros a month. */
export type Summary = Record<
  string,
  {
    version: number;
    /** What it weighed in the scores; judgements of the first version have none, and weigh by the check's own. */
    severity?: Severity;
    counts: Record<Status, number>;
    counted: number;
    advisory: number;
  }
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
  const source = storeSource(db, snapshot, readPlan(reads));
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
    // What a closed phase rests on stays.
    db.run(
      db.q
        .deleteFrom('judgement')
        .where('snapshot_id', '=', snapshot)
        .where('id', 'not in', (kept) =>
          kept
            .selectFrom('milestone')
            .select('judgement_id')
            .where('judgement_id', 'is not', null)
            .$castTo<{ judgement_id: number }>(),
        ),
    );
    const judgement = Number(
      db.run(
        db.q.insertInto('judgement').values({
          uuid: uuidv7(),
          snapshot_id: snapshot,
          rules: rulesDigest(rules),
          price_date: rules.prices.asOf,
          judged_at: new Date().toISOString(),
          summary: JSON.stringify(summary),
          kept_rules: JSON.stringify(rulesToKeep(rules)),
        }),
      ).lastInsertRowid,
    );
    writeVerdicts(db, judgement, chunks, dictionary(db, 'rule'));
    return judgement;
  });
}

/** Each check with no verdicts yet. */
export const emptySummary = (checks: readonly Check[]): Summary =>
  Object.fromEntries(
    checks.map(({ id, version, severity }) => [
      id,
      {
        version,
        severity,
        counts: Object.fromEntries(statuses.map((status) => [status, 0])) as Record<Status, number>,
        counted: 0,
        advisory: 0,
      },
    ]),
  );

interface PlacedClaim extends Claim {
  chunk: number;
  position: number;
}

/** The chunk that verdicts go into. */
interface Here {
  check: Check;
  account: string;
  region: string;
  columns: ColumnsBuilder;
  counts: Record<Status, number>;
}

/** Turns verdicts into columns; their texts go into the file as they come. */
class VerdictCollector {
  readonly #texts: VerdictTexts;
  readonly #placeRow;
  readonly #summary: Summary;
  readonly #chunks: { check: string; columns: ColumnsBuilder }[] = [];
  readonly #claims: PlacedClaim[] = [];
  #size = 0;
  #here: Here | undefined;

  constructor(db: Db<EngagementSchema>, checks: readonly Check[], texts: VerdictTexts) {
    this.#texts = texts;
    this.#placeRow = placeRows(db);
    this.#summary = emptySummary(checks);
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
    const resource = row ?? this.#placeRow(subject);
    const here = this.#here;
    if (here?.check !== check || here.region !== subject.region || here.account !== subject.account)
      this.#begin(check, subject, resource);
    const { columns, counts } = this.#here!;
    const { saving } = verdict;
    const position = columns.add(
      resource,
      this.#texts.put(check.id, subject, resource, verdict, touched),
      verdict,
      verdict.severity ?? check.severity,
    );
    counts[verdict.status]++;
    if (saving && verdict.status === 'fail')
      this.#claims.push({
        resource,
        check: check.id,
        monthly: saving.monthly,
        kind: saving.kind,
        chunk: this.#chunks.length - 1,
        position,
      });
    this.#size++;
  }

  #begin(check: Check, { account, region }: ResourceIdentity, resource: number): void {
    const columns = new ColumnsBuilder();
    this.#chunks.push({ check: check.id, columns });
    this.#here = { check, account, region, columns, counts: this.#summary[check.id]!.counts };
    this.#texts.begin(check.id, resource);
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
