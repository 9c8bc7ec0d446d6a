import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TagPolicy } from '../../shared/model/engagement.ts';
import { type Status, severities, statuses, type Verdict } from '../../shared/model/finding.ts';
import { uuidv7 } from '../../shared/uuid.ts';
import type { Check } from '../checks/check.ts';
import { type Judged, judge, readsOf } from '../checks/judge.ts';
import type { PriceBook } from '../pricing/price-book.ts';
import { readPlan } from '../snapshot/plan.ts';
import { storeSource } from '../snapshot/store-source.ts';
import { contentStore, dictionary } from '../store/content.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { exclusiveSavings } from './exclusive.ts';

export interface Rules {
  checks: readonly Check[];
  prices: PriceBook;
  tagPolicy: TagPolicy;
  parameters: Record<string, unknown>;
}

/** How the verdicts of a judgement fell, per check id. */
export type Summary = Record<
  string,
  { version: number; counts: Record<Status, number>; counted: number; advisory: number }
>;

const CHUNK = 2000;

/**
 * Judges a snapshot and keeps the verdicts. They are written chunk by chunk under a judgement that counts only
 * once its summary is there, so the engine answers in between and a half-done judgement is never shown.
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
  const judgement = begin(db, snapshot, rules);
  const summary: Summary = Object.fromEntries(
    rules.checks.map((check) => [
      check.id,
      {
        version: check.version,
        counts: Object.fromEntries(statuses.map((status) => [status, 0])) as Record<Status, number>,
        counted: 0,
        advisory: 0,
      },
    ]),
  );
  const write = verdictWriter(db, judgement);
  let chunk: Judged[] = [];
  let written = 0;
  const flush = () => {
    db.transaction(() => {
      for (const judged of chunk) write(judged);
    });
    written += chunk.length;
    chunk = [];
    onProgress(written);
  };
  try {
    for (const judged of judge({ source, ...rules })) {
      summary[judged.check.id]!.counts[judged.verdict.status]++;
      chunk.push(judged);
      if (chunk.length < CHUNK) continue;
      flush();
      await nextTurn();
      signal.throwIfAborted();
    }
    flush();
    db.transaction(() => {
      for (const { check, counted, advisory } of exclusiveSavings(db, judgement))
        Object.assign(summary[check]!, { counted, advisory });
      db.run(
        db.q
          .updateTable('judgement')
          .set({ summary: JSON.stringify(summary) })
          .where('id', '=', judgement),
      );
      // A judgement says what the newest rules say of a snapshot; the one before it has served.
      db.run(db.q.deleteFrom('judgement').where('snapshot_id', '=', snapshot).where('id', '!=', judgement));
    });
  } catch (error) {
    db.run(db.q.deleteFrom('judgement').where('id', '=', judgement));
    throw error;
  }
  return judgement;
}

/** Names the rules: two judgements with one digest differ in nothing but what was read. */
export function rulesDigest({ checks, prices, tagPolicy, parameters }: Rules): string {
  const versions = checks.map((check) => `${check.id}@${check.version}`).sort();
  return createHash('sha256')
    .update(JSON.stringify([versions, prices.asOf, tagPolicy, parameters]))
    .digest('hex')
    .slice(0, 12);
}

function begin(db: Db<EngagementSchema>, snapshot: number, rules: Rules): number {
  // What a killed judgement left behind.
  db.run(db.q.deleteFrom('judgement').where('summary', 'is', null));
  return Number(
    db.run(
      db.q.insertInto('judgement').values({
        uuid: uuidv7(),
        snapshot_id: snapshot,
        rules: rulesDigest(rules),
        price_date: rules.prices.asOf,
        judged_at: new Date().toISOString(),
        summary: null,
      }),
    ).lastInsertRowid,
  );
}

/** What of a verdict is text and evidence; equal ones are stored once. */
export type StoredVerdict = Pick<Verdict, 'reason' | 'parameters' | 'seen' | 'saving' | 'missing'> & {
  reads: readonly string[];
};

function verdictWriter(db: Db<EngagementSchema>, judgement: number): (judged: Judged) => void {
  const content = contentStore(db);
  const ruleId = dictionary(db, 'rule');
  const typeId = dictionary(db, 'resource_type');
  const findResource = db.prepare<{ id: number }>(
    'SELECT r.id FROM resource r JOIN account a ON a.id = r.account_id WHERE r.arn = ? AND r.type_id = ? AND a.aws_id = ? AND r.region = ?',
  );
  const insertPlace = db.prepare(
    'INSERT INTO resource (account_id, region, type_id, arn, name) SELECT id, ?, ?, ?, ? FROM account WHERE aws_id = ?',
  );
  const findFinding = db.prepare<{ id: number }>(
    'SELECT id FROM finding WHERE rule_id = ? AND resource_id = ? AND sub_key = ?',
  );
  const insertFinding = db.prepare('INSERT INTO finding (rule_id, resource_id, sub_key) VALUES (?, ?, ?)');
  const insertVerdict = db.prepare(
    'INSERT INTO verdict (judgement_id, finding_id, status, severity, content_id, saving, counted) VALUES (?, ?, ?, ?, ?, ?, 0)',
  );
  // All checks of a resource come one place after the other, so its id is looked up again and again.
  let place = '';
  let ids = new Map<string, number>();

  return ({ check, subject, verdict, touched }) => {
    const here = `${subject.account}|${subject.region}`;
    if (here !== place) {
      place = here;
      ids = new Map();
    }
    const key = `${subject.type}|${subject.arn}`;
    let resource = ids.get(key);
    if (resource === undefined) {
      const type = typeId(subject.type);
      resource =
        findResource.get(subject.arn, type, subject.account, subject.region)?.id ??
        Number(
          insertPlace.run(subject.region, type, subject.arn, subject.name, subject.account).lastInsertRowid,
        );
      ids.set(key, resource);
    }
    const rule = ruleId(check.id);
    const subKey = verdict.subKey ?? '';
    const finding =
      findFinding.get(rule, resource, subKey)?.id ??
      Number(insertFinding.run(rule, resource, subKey).lastInsertRowid);
    const { reason, parameters, seen, saving, missing } = verdict;
    const stored: StoredVerdict = {
      reason,
      parameters,
      seen,
      saving,
      missing,
      reads: touched,
    } as StoredVerdict;
    insertVerdict.run(
      judgement,
      finding,
      statuses.indexOf(verdict.status),
      severities.indexOf(verdict.severity ?? check.severity),
      content.put(JSON.stringify(stored)),
      saving?.monthly ?? null,
    );
  };
}
