import { type FindingChange, findingChanges } from '../../shared/model/comparison.ts';
import { statuses } from '../../shared/model/finding.ts';
import type { Check } from '../checks/check.ts';
import type { Listing } from '../collectors/read.ts';
import type { ReadPlan } from '../snapshot/plan.ts';
import { storeSource } from '../snapshot/store-source.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';

export interface FindingDifference {
  finding: number;
  change: FindingChange;
  /** Place in the list of severities, 0 the worst; of the later judgement where there is one. */
  severity: number;
}

interface Row {
  finding_id: number;
  resource_id: number;
  check_id: string;
  account: string;
  region: string;
  type: string;
  before: number | null;
  after: number | null;
  severity: number;
}

const FAIL = statuses.indexOf('fail');
const PASS = statuses.indexOf('pass');
const UNKNOWN = statuses.indexOf('unknown');
const NOT_APPLICABLE = statuses.indexOf('not-applicable');

/** What became of every finding that fails in one of two judgements. */
export function compareFindings(
  db: Db<EngagementSchema>,
  before: { judgement: number; snapshot: number },
  after: { judgement: number; snapshot: number },
  checks: readonly Check[],
  plan: ReadPlan,
): FindingDifference[] {
  const later = storeSource(db, after.snapshot, plan);
  const judged = new Set(checks.map((check) => check.id));
  const siblings = db.prepare<{ status: number }>(
    `SELECT v.status FROM finding f JOIN finding g ON g.rule_id = f.rule_id AND g.resource_id = f.resource_id
     JOIN verdict v ON v.finding_id = g.id AND v.judgement_id = ? WHERE f.id = ?`,
  );
  const listingsOf = Map.groupBy(plan.listings, (listing) => listing.type);

  /** The finding is not in the later judgement: its rule of the resource is gone, the resource is, or nobody looked. */
  const absent = (row: Row): FindingChange => {
    if (!judged.has(row.check_id)) return 'not-rechecked';
    const others = siblings.all(after.judgement, row.finding_id).map((one) => one.status);
    if (others.length > 0) return others.includes(UNKNOWN) ? 'not-rechecked' : 'resolved';
    const listings = listingsOf.get(row.type);
    if (!listings) return 'not-rechecked';
    const region = listings[0]!.scope === 'region' ? row.region : 'global';
    for (const listing of listings)
      for (let one: Listing | undefined = listing; one; one = one.under)
        if (later.listingFailure(one.id, { account: row.account, region })) return 'not-rechecked';
    const scanned = later.places().some((place) => place.account === row.account && place.region === region);
    return scanned ? 'no-longer-applicable' : 'not-rechecked';
  };

  return rowsOf(db, before.judgement, after.judgement).map((row) => ({
    finding: row.finding_id,
    change: changeOf(row, absent),
    severity: row.severity,
  }));
}

function changeOf(row: Row, absent: (row: Row) => FindingChange): FindingChange {
  if (row.after === FAIL) {
    if (row.before === FAIL) return 'persisting';
    return row.before === PASS ? 'regressed' : 'new';
  }
  switch (row.after) {
    case null:
      return absent(row);
    case PASS:
      return 'resolved';
    case NOT_APPLICABLE:
      return 'no-longer-applicable';
    default:
      return 'not-rechecked';
  }
}

/** Findings that fail before or after; a full join would read the hundred thousands that pass in both. */
const rowsOf = (db: Db<EngagementSchema>, before: number, after: number): Row[] =>
  db
    .prepare<Row>(
      `WITH pair AS (
         SELECT x.finding_id, x.status AS before, y.status AS after, coalesce(y.severity, x.severity) AS severity
         FROM verdict x LEFT JOIN verdict y ON y.judgement_id = @after AND y.finding_id = x.finding_id
         WHERE x.judgement_id = @before AND x.status = ${FAIL}
         UNION ALL
         SELECT y.finding_id, x.status, y.status, y.severity
         FROM verdict y LEFT JOIN verdict x ON x.judgement_id = @before AND x.finding_id = y.finding_id
         WHERE y.judgement_id = @after AND y.status = ${FAIL} AND (x.status IS NULL OR x.status <> ${FAIL})
       )
       SELECT pair.finding_id, f.resource_id, rule.check_id, a.aws_id AS account, r.region, t.name AS type, pair.before, pair.after, pair.severity
       FROM pair
       JOIN finding f ON f.id = pair.finding_id
       JOIN rule ON rule.id = f.rule_id
       JOIN resource r ON r.id = f.resource_id
       JOIN account a ON a.id = r.account_id
       JOIN resource_type t ON t.id = r.type_id`,
    )
    .all({ before, after });

export function countChanges(differences: readonly FindingDifference[]): Record<FindingChange, number> {
  const counts = Object.fromEntries(findingChanges.map((change) => [change, 0])) as Record<
    FindingChange,
    number
  >;
  for (const { change } of differences) counts[change]++;
  return counts;
}
