import type { Bill } from '../../shared/model/bill.ts';
import type { SavingKind, savingActions } from '../../shared/model/money.ts';
import { countedClaims } from '../findings/exclusive.ts';

/** A saving that was named before and whose finding is over since: not by other rules, and not for want of a look. */
export interface SavedChange {
  /** Number of the difference in the comparison. */
  difference: number;
  check: string;
  /** Row of the resource. */
  resource: number;
  account: string;
  /** Second part of the type, such as `EC2`. */
  service: string;
  /** The resource is gone, or is still there and was changed. */
  how: 'gone' | 'changed';
  action: (typeof savingActions)[number];
  kind: SavingKind;
  /** Micros a month by the prices of the earlier judgement, and by those of the later one. */
  was: number;
  is: number;
  /** Names of the properties that the finding rested on. */
  seen: readonly string[];
}

export interface SavingsInput {
  changes: readonly SavedChange[];
  /** YYYY-MM-DD of the two price lists. */
  priceDate: { was: string; is: string };
  bill: Bill;
}

export interface SavedSum {
  findings: number;
  was: number;
  is: number;
}

export interface RealisedSavings {
  priceDate: { was: string; is: string };
  /** Of each resource the largest of what was realised on it, as savings to be had are counted too. */
  total: SavedSum;
  /** Realised as well, and in no sum: exclusive with a larger one, or resting on what was not read. */
  advisory: SavedSum;
  byCheck: (SavedSum & { value: string })[];
  byAccount: (SavedSum & { value: string })[];
  byService: (SavedSum & { value: string })[];
  /** Largest first; `counted` when it enters the sums. */
  changes: (SavedChange & { counted: boolean })[];
  /** Stands beside the list prices and is never mixed with them. */
  bill: Bill;
}

/** What changes since an earlier snapshot save, a month at list prices, by what their findings had named. */
export function realisedSavings({ changes, priceDate, bill }: SavingsInput): RealisedSavings {
  const claims = changes.map((change) => ({ ...change, monthly: change.was }));
  const counted = countedClaims(claims);
  const all = claims
    .map(({ monthly, ...change }, at) => ({ ...change, counted: counted.has(claims[at]!) }))
    .sort((a, b) => b.was - a.was || a.difference - b.difference);
  const summed = all.filter((one) => one.counted);
  const by = (key: 'check' | 'account' | 'service') =>
    [...Map.groupBy(summed, (one) => one[key])]
      .map(([value, group]) => ({ value, ...sumOf(group) }))
      .sort((a, b) => b.was - a.was || (a.value < b.value ? -1 : 1));
  return {
    priceDate,
    total: sumOf(summed),
    advisory: sumOf(all.filter((one) => !one.counted)),
    byCheck: by('check'),
    byAccount: by('account'),
    byService: by('service'),
    changes: all,
    bill,
  };
}

const sumOf = (changes: readonly SavedChange[]): SavedSum => ({
  findings: changes.length,
  was: changes.reduce((sum, one) => sum + one.was, 0),
  is: changes.reduce((sum, one) => sum + one.is, 0),
});
