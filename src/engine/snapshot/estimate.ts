import { rateOf } from '../aws/limiter.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import type { ScannedAccount } from './accounts.ts';
import { type ReadPlan, regionsOf } from './plan.ts';

/** Calls that draw on one rate limit. */
export interface Lane {
  family: string;
  calls: number;
}

/** Seconds that one answer takes, by what scans of AWS have shown. */
const ANSWER = 0.25;
const AT_ONCE = 24;

/**
 * Seconds of a scan at the normal pace: as long as its busiest rate limit takes, or as the answers take with so many
 * under way at once, whichever is longer. Pages and retries are in the calls where the last scan is known.
 */
export function secondsOf(lanes: readonly Lane[]): number {
  const answers = (callsIn(lanes) * ANSWER) / AT_ONCE;
  const limits = lanes.map(({ family, calls }) => {
    const { start, burst } = rateOf(family);
    return Math.max(0, calls - burst) / start;
  });
  return Math.ceil(Math.max(answers, ...limits));
}

export const callsIn = (lanes: readonly Lane[]): number => lanes.reduce((sum, { calls }) => sum + calls, 0);

/** The calls that a scan begins with: each listing once, in every place that it is asked in. */
export function firstCalls(
  plan: ReadPlan,
  accounts: readonly Pick<ScannedAccount, 'account' | 'management' | 'regions'>[],
): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const listing of plan.listings.filter((one) => !one.under))
    for (const { account, management, regions } of accounts) {
      if (listing.scope === 'organization' && !management) continue;
      for (const region of regionsOf(listing, regions)) {
        const key = `${account}|${region}|${listing.family}`;
        const lane = lanes.get(key) ?? { family: listing.family, calls: 0 };
        lane.calls++;
        lanes.set(key, lane);
      }
    }
  return [...lanes.values()];
}

/** Calls of the newest whole scan of exactly these accounts, by rate limit; undefined when there is none. */
export function lastCalls(db: Db<EngagementSchema>, accounts: ReadonlySet<string>): Lane[] | undefined {
  const snapshots = db.all(
    db.q
      .selectFrom('snapshot')
      .select('id')
      .where('state', '=', 'complete')
      .where('deleted_at', 'is', null)
      .orderBy('id', 'desc')
      .limit(5),
  );
  for (const { id } of snapshots) {
    const entered = db.all(
      db.q
        .selectFrom('snapshot_account')
        .innerJoin('account', 'account.id', 'snapshot_account.account_id')
        .select('account.aws_id')
        .where('snapshot_id', '=', id)
        .where('refused', 'is', null),
    );
    if (entered.length !== accounts.size || !entered.every(({ aws_id }) => accounts.has(aws_id))) continue;
    const calls = db.all(
      db.q
        .selectFrom('call_log')
        .innerJoin('operation', 'operation.id', 'call_log.operation_id')
        .select(['account_id', 'region', 'operation.name', ({ fn }) => fn.countAll<number>().as('n')])
        .where('snapshot_id', '=', id)
        .groupBy(['account_id', 'region', 'operation_id']),
    );
    const familyOf = ({ name }: { name: string }) => name.split(':')[0]!;
    return [...Map.groupBy(calls, (one) => `${one.account_id}|${one.region}|${familyOf(one)}`).values()].map(
      (own) => ({ family: familyOf(own[0]!), calls: own.reduce((sum, { n }) => sum + n, 0) }),
    );
  }
  return undefined;
}
