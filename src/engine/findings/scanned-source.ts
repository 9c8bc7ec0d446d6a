import type { ReadFailure } from '../../shared/model/outcome.ts';
import type { ReadPlan } from '../snapshot/plan.ts';
import { type StoreSource, storeSource } from '../snapshot/store-source.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';

/**
 * A snapshot as those see it who judge and compare it: a listing that its scan did not plan was not read, and is not
 * empty. So a check that is newer than the scan, or was not chosen for it, says `unknown` and does not guess.
 */
export function scannedSource(db: Db<EngagementSchema>, snapshot: number, plan: ReadPlan): StoreSource {
  const source = storeSource(db, snapshot, plan);
  const row = db.get(db.q.selectFrom('snapshot').select('plan').where('id', '=', snapshot))!;
  const planned = new Set((JSON.parse(row.plan) as { reads: string[] }).reads);
  return {
    ...source,
    listingFailure: (read, place) =>
      planned.has(read) ? source.listingFailure(read, place) : notPlanned(read),
  };
}

const notPlanned = (read: string): ReadFailure => ({
  outcome: 'skipped',
  code: 'NotPlanned',
  message: `${read} was not part of this scan.`,
});
