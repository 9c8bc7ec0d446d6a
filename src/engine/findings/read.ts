import {
  listedStatuses,
  type Severity,
  type Status,
  severities,
  statuses,
} from '../../shared/model/finding.ts';
import type { ResourceIdentity } from '../../shared/model/resource.ts';
import type { Check } from '../checks/check.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import { findingReference, tailOfReference } from './reference.ts';
import type { StoredVerdict, Verdicts } from './verdicts.ts';

/** A finding as it is stored, without words. */
export interface Finding {
  /** Its number in the judgement. */
  id: number;
  ref: string;
  check: Check;
  status: Status;
  severity: Severity;
  subKey: string;
  resource: ResourceIdentity;
  verdict: Omit<StoredVerdict, 'reads'> & { reads: readonly string[] };
  /** True when the saving enters the totals. */
  counted: boolean;
}

/** Findings by number, in the order given; those of checks that this version does not have any more are left out. */
export function findingsByNumber(
  db: Db<EngagementSchema>,
  verdicts: Verdicts,
  numbers: Iterable<number>,
  checks: ReadonlyMap<string, Check>,
): Finding[] {
  const resource = resourceReader(db);
  const body = db.prepare<{ body: string }>('SELECT body FROM content WHERE id = ?');
  const lists = new Map<number, readonly string[]>();
  const reads = (row: number): readonly string[] => {
    const known = lists.get(row) ?? (JSON.parse(body.get(row)!.body) as string[]);
    lists.set(row, known);
    return known;
  };
  const written = (row: number): Finding['verdict'] => {
    const stored = JSON.parse(body.get(row)!.body) as StoredVerdict;
    return { ...stored, reads: reads(stored.reads) };
  };
  const findings: Finding[] = [];
  for (const number of numbers) {
    const check = checks.get(verdicts.checks[verdicts.rule[number]!] ?? '');
    if (!check) continue;
    const identity = resource(verdicts.resource[number]!);
    const subKey = verdicts.subKey(number);
    findings.push({
      id: number,
      ref: findingReference(check.id, identity.type, identity.arn, subKey),
      check,
      status: statuses[verdicts.status[number]!]!,
      severity: severities[verdicts.severity[number]!]!,
      subKey,
      resource: identity,
      verdict: verdicts.unwritten?.get(number) ?? written(verdicts.content[number]!),
      counted: verdicts.counted[number] === 1,
    });
  }
  return findings;
}

/** Numbers of the findings with one of the statuses, in the order of judgement. */
export function* numbersOf(
  verdicts: Verdicts,
  wanted: readonly Status[] = listedStatuses,
): Generator<number> {
  const codes = new Set(wanted.map((status) => statuses.indexOf(status)));
  for (let number = 0; number < verdicts.size; number++)
    if (codes.has(verdicts.status[number]!)) yield number;
}

/** Number of the finding with that reference; it is a hash, so all are tried that may have it. */
export function findByReference(
  db: Db<EngagementSchema>,
  verdicts: Verdicts,
  ref: string,
): number | undefined {
  const resource = resourceReader(db);
  const tail = tailOfReference(ref);
  for (let number = 0; number < verdicts.size; number++) {
    if (verdicts.tail && verdicts.tail[number] !== tail) continue;
    const { type, arn } = resource(verdicts.resource[number]!);
    if (
      findingReference(verdicts.checks[verdicts.rule[number]!]!, type, arn, verdicts.subKey(number)) === ref
    )
      return number;
  }
  return undefined;
}

/** Remembers the resources it has read: many findings are of one. */
export function resourceReader(db: Db<EngagementSchema>): (id: number) => ResourceIdentity {
  const read = db.prepare<ResourceIdentity>(
    `SELECT account.aws_id AS account, resource.region, resource_type.name AS type, resource.arn, resource.name
     FROM resource
     JOIN account ON account.id = resource.account_id
     JOIN resource_type ON resource_type.id = resource.type_id
     WHERE resource.id = ?`,
  );
  const known = new Map<number, ResourceIdentity>();
  return (id) => {
    let resource = known.get(id);
    if (!resource) {
      resource = read.get(id)!;
      known.set(id, resource);
    }
    return resource;
  };
}
