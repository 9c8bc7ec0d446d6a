import { type Severity, type Status, severities, statuses } from '../../shared/model/finding.ts';
import type { ResourceIdentity } from '../../shared/model/resource.ts';
import type { Check } from '../checks/check.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import type { StoredVerdict } from './judge-snapshot.ts';
import { findingReference } from './reference.ts';

/** A finding as it is stored, without words. */
export interface Finding {
  id: number;
  ref: string;
  check: Check;
  status: Status;
  severity: Severity;
  subKey: string;
  resource: ResourceIdentity;
  verdict: StoredVerdict;
  /** True when the saving enters the totals. */
  counted: boolean;
}

interface Row {
  id: number;
  status: number;
  severity: number;
  counted: number;
  sub_key: string;
  check_id: string;
  account: string;
  region: string;
  type: string;
  arn: string;
  name: string;
  body: string;
}

const COLUMNS = `f.id, v.status, v.severity, v.counted, f.sub_key, rule.check_id, a.aws_id AS account, r.region,
  t.name AS type, r.arn, r.name, c.body`;
const JOINS = `FROM verdict v
  JOIN finding f ON f.id = v.finding_id
  JOIN rule ON rule.id = f.rule_id
  JOIN resource r ON r.id = f.resource_id
  JOIN account a ON a.id = r.account_id
  JOIN resource_type t ON t.id = r.type_id
  JOIN content c ON c.id = v.content_id`;

/** Findings of a judgement by id, in the order of the ids given. */
export function findingsById(
  db: Db<EngagementSchema>,
  judgement: number,
  ids: readonly number[],
  checks: ReadonlyMap<string, Check>,
): Finding[] {
  const one = db.prepare<Row>(`SELECT ${COLUMNS} ${JOINS} WHERE v.judgement_id = ? AND v.finding_id = ?`);
  return ids.flatMap((id) => {
    const row = one.get(judgement, id);
    return row ? asFinding(row, checks) : [];
  });
}

/** All findings of the given statuses, for reports and exports. */
export function findingsOf(
  db: Db<EngagementSchema>,
  judgement: number,
  wanted: readonly Status[],
  checks: ReadonlyMap<string, Check>,
): Finding[] {
  const codes = wanted.map((status) => statuses.indexOf(status)).join(',');
  return db
    .prepare<Row>(
      `SELECT ${COLUMNS} ${JOINS} WHERE v.judgement_id = ? AND v.status IN (${codes}) ORDER BY f.id`,
    )
    .all(judgement)
    .flatMap((row) => asFinding(row, checks));
}

/** Number of the finding with that reference; it is a hash, so all are tried. */
export function findByReference(
  db: Db<EngagementSchema>,
  judgement: number,
  ref: string,
): number | undefined {
  const rows = db.iterate(
    db.q
      .selectFrom('verdict')
      .innerJoin('finding', 'finding.id', 'verdict.finding_id')
      .innerJoin('rule', 'rule.id', 'finding.rule_id')
      .innerJoin('resource', 'resource.id', 'finding.resource_id')
      .innerJoin('resource_type', 'resource_type.id', 'resource.type_id')
      .select([
        'finding.id',
        'rule.check_id',
        'resource_type.name as type',
        'resource.arn',
        'finding.sub_key',
      ])
      .where('judgement_id', '=', judgement),
  );
  for (const row of rows)
    if (findingReference(row.check_id, row.type, row.arn, row.sub_key) === ref) return row.id;
  return undefined;
}

/** Empty for a check that this version does not have any more. */
function asFinding(row: Row, checks: ReadonlyMap<string, Check>): Finding[] {
  const check = checks.get(row.check_id);
  if (!check) return [];
  return [
    {
      id: row.id,
      ref: findingReference(row.check_id, row.type, row.arn, row.sub_key),
      check,
      status: statuses[row.status]!,
      severity: severities[row.severity]!,
      subKey: row.sub_key,
      resource: { account: row.account, region: row.region, type: row.type, arn: row.arn, name: row.name },
      verdict: JSON.parse(row.body) as StoredVerdict,
      counted: row.counted === 1,
    },
  ];
}
