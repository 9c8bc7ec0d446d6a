import { toMicros } from '../../shared/model/money.ts';
import { monthlyCost } from '../collectors/cost-explorer.ts';
import type { Body } from '../collectors/read.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';
import type { Bill } from './savings.ts';

/**
 * What Cost Explorer said of the month before each of two scans, of the accounts that both asked about. Null where
 * nobody asked, and where both scans saw the same month: that says nothing of what was changed between them.
 */
export function billOf(db: Db<EngagementSchema>, before: number, after: number): Bill | null {
  const [then, now] = [monthsIn(db, before), monthsIn(db, after)];
  const accounts = [...then.keys()].filter((account) => now.has(account));
  const [first] = accounts;
  if (first === undefined) return null;
  const months = { before: then.get(first)!.month, after: now.get(first)!.month };
  if (months.before === months.after) return null;
  const sum = (of: typeof then) => accounts.reduce((total, account) => total + of.get(account)!.cost, 0);
  return { before: sum(then), after: sum(now), months, accounts: accounts.length };
}

/** Month and cost of each account, in micros; what is not billed in US dollars is left out. */
function monthsIn(
  db: Db<EngagementSchema>,
  snapshot: number,
): ReadonlyMap<string, { month: string; cost: number }> {
  const rows = db
    .prepare<{ account: string; month: string; body: string }>(
      `SELECT a.aws_id AS account, r.name AS month, c.body
       FROM snapshot_resource s
       JOIN read d ON d.id = s.read_id
       JOIN resource r ON r.id = s.resource_id
       JOIN account a ON a.id = r.account_id
       JOIN content c ON c.id = s.content_id
       WHERE s.snapshot_id = ? AND d.name = ?`,
    )
    .all(snapshot, monthlyCost.id);
  return new Map(
    rows.flatMap(({ account, month, body }) => {
      const { Total } = JSON.parse(body) as Body<typeof monthlyCost>;
      const { Amount, Unit } = Total?.UnblendedCost ?? {};
      return Amount !== undefined && Unit === 'USD'
        ? [[account, { month, cost: toMicros(Number(Amount)) }] as const]
        : [];
    }),
  );
}
