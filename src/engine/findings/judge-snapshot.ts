import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Severity, type Status, statuses } from '../../shared/model/finding.ts';
import type { Place, ResourceIdentity } from '../../shared/model/resource.ts';
import { uuidv7 } from '../../shared/uuid.ts';
import type { Check } from '../checks/check.ts';
import { type Judged, judge, readsOf } from '../checks/judge.ts';
import { judgementOf } from '../snapshot/list.ts';
import { readPlan } from '../snapshot/plan.ts';
import { storeSource } from '../snapshot/store-source.ts';
import { dictionary } from '../store/content.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { countedClaims } from './exclusive.ts';
import { rulesToKeep } from './kept-rules.ts';
import { resourceReader } from './read.ts';
import { type Rules, rulesDigest } from './rules.ts';
import { type PlacedClaim, takeOver } from './take-over.ts';
import { VerdictTexts } from './texts.ts';
import { type Chunk, ColumnsBuilder, loadChunks, verdictsOf, writeVerdicts } from './verdicts.ts';

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
 * @param otherwise whether a check may say something else than in the judgement that there is; what the others said is
 * taken over. Left out: nothing is, as after the snapshot itself has changed.
 */
export async function judgeSnapshot(
  db: Db<EngagementSchema>,
  snapshot: number,
  rules: Rules,
  signal: AbortSignal,
  onProgress: (verdicts: number) => void = () => {},
  otherwise: (check: Check) => boolean = () => true,
): Promise<number> {
  const last = judgementOf(db, snapshot);
  const before = last ? loadChunks(db, last.id) : [];
  const checks = last ? rules.checks.filter(otherwise) : rules.checks;
  const reads = new Set(checks.flatMap((check) => [...readsOf(check)]));
  const source = storeSource(db, snapshot, readPlan(reads));
  const texts = new VerdictTexts(db, last && verdictsOf(last.id, before));
  const verdicts = new VerdictCollector(db, checks, texts);
  const judging = judge({ source, ...rules, checks });
  for (let done = false; !done; ) {
    done = db.transaction(() => verdicts.take(judging, STEP));
    onProgress(verdicts.size);
    await nextTurn();
    signal.throwIfAborted();
  }
  const anew = new Set(checks.map(({ id }) => id));
  const stays = new Set(rules.checks.flatMap(({ id }) => (anew.has(id) ? [] : [id])));
  const { chunks, summary } = settle(
    verdicts.finish(),
    stays.size === 0
      ? { chunks: [], claims: [], summary: {} }
      : { ...takeOver(db, before, stays), summary: JSON.parse(last!.summary!) as Summary },
    rules.checks,
  );
  if (stays.size > 0) inOrder(db, chunks, source.places(), rules.checks);
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

/** The chunk that verdicts go into. */
interface Here {
  check: Check;
  place: Place;
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

  #add({ check, place, subject, row, verdict, touched }: Judged): void {
    const resource = row ?? this.#placeRow(subject);
    const here = this.#here;
    if (here?.check !== check || here.place !== place || here.region !== subject.region)
      this.#begin(check, place, subject.region, resource);
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

  #begin(check: Check, place: Place, region: string, resource: number): void {
    const columns = new ColumnsBuilder();
    this.#chunks.push({ check: check.id, columns });
    this.#here = { check, place, region, columns, counts: this.#summary[check.id]!.counts };
    this.#texts.begin(check.id, resource);
  }

  finish(): Said {
    const chunks = this.#chunks.map(({ check, columns }) => ({ check, columns: columns.build() }));
    return { chunks, claims: this.#claims, summary: this.#summary };
  }
}

/** What checks said, before it is known which savings are counted. */
interface Said {
  chunks: Chunk[];
  claims: PlacedClaim[];
  summary: Summary;
}

/** Puts together what was judged anew and what was taken over, and counts savings over both. */
function settle(anew: Said, taken: Said, checks: readonly Check[]): { chunks: Chunk[]; summary: Summary } {
  const chunks = [...anew.chunks, ...taken.chunks];
  const claims = [
    ...anew.claims,
    ...taken.claims.map((claim) => ({ ...claim, chunk: claim.chunk + anew.chunks.length })),
  ];
  const summary = Object.fromEntries(
    checks.map(({ id }) => [id, anew.summary[id] ?? { ...taken.summary[id]!, counted: 0, advisory: 0 }]),
  );
  const counted = countedClaims(claims);
  for (const claim of claims) {
    const sum = summary[claim.check]!;
    if (counted.has(claim)) {
      chunks[claim.chunk]!.columns.counted![claim.position] = 1;
      sum.counted += claim.monthly;
    } else sum.advisory += claim.monthly;
  }
  return { chunks, summary };
}

/** Sorts chunks as a whole judging gives them: place by place, and there check by check. */
function inOrder(
  db: Db<EngagementSchema>,
  chunks: Chunk[],
  places: Iterable<Place>,
  checks: readonly Check[],
): void {
  const placeOf = new Map(Array.from(places, ({ account, region }, at) => [`${account} ${region}`, at]));
  const checkOf = new Map(checks.map((check, at) => [check.id, { at, check }]));
  const resource = resourceReader(db);
  const ranks = new Map(
    chunks.map((chunk) => {
      const { account, region, type } = resource(chunk.columns.resource[0]!);
      const { at, check } = checkOf.get(chunk.check)!;
      // What is listed globally, such as buckets, is judged there wherever it is.
      const regional = check.on.some((listing) => listing.type === type && listing.scope === 'region');
      return [chunk, placeOf.get(`${account} ${regional ? region : 'global'}`)! * checks.length + at];
    }),
  );
  chunks.sort((a, b) => ranks.get(a)! - ranks.get(b)!);
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
