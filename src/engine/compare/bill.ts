import type { Bill } from '../../shared/model/bill.ts';
import { toMicros } from '../../shared/model/money.ts';
import { monthlyCost } from '../collectors/cost-explorer.ts';
import type { Body } from '../collectors/read.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';

/** What the bill says between two snapshots, by their row ids. */
export const billOf = (db: Db<EngagementSchema>, before: number, after: number): Bill =>
  billBetween(monthsIn(db, before), monthsIn(db, after));

/** The bill of the accounts that both sides asked about, the same months of each. */
export function billBetween(then: Months, now: Months): Bill {
  const both = [...then].flatMap(([account, was]) => {
    const is = now.get(account);
    return is ? [{ was, is }] : [];
  });
  if (both.length === 0) return { gap: 'not-read' };
  const billed = both.filter(({ was, is }) => was.currency === 'USD' && is.currency === 'USD');
  const [first] = billed;
  if (!first) return { gap: 'other-currency' };
  const months = { before: first.was.month, after: first.is.month };
  // That says nothing of what was changed between them.
  if (months.before === months.after) return { gap: 'same-month' };
  // A scan that was resumed in another month asked some accounts about a later one.
  const counted = billed.filter(({ was, is }) => was.month === months.before && is.month === months.after);
  const sum = (side: 'was' | 'is') => counted.reduce((total, one) => total + one[side].cost, 0);
  return { gap: null, before: sum('was'), after: sum('is'), months, accounts: counted.length };
}

/** By the number of the account, the month that it was asked about: YYYY-MM, and its cost in micros of the currency. */
type Months = ReadonlyMap<string, { month: string; currency: string; cost: number }>;

function monthsIn(db: Db<EngagementSchema>, snapshot: number): Months {
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
      return Amount !== undefined && Unit !== undefined
        ? [[account, { month, currency: Unit, cost: toMicros(Number(Amount)) }] as const]
        : [];
    }),
  );
}
