import type { JudgementSummary } from '../findings/summary.ts';
import { type Decided, moneyAside } from './decided.ts';

type Savings = JudgementSummary['savings'];

/** Savings that are still to be had: what was accepted or called false is in no total, and stands apart. */
export function openSavings<S extends Savings>(savings: S, { aside }: Decided): S & { aside: number } {
  const sum = (key: 'counted' | 'advisory') =>
    [...aside.values()].reduce((total, one) => total + one[key], 0);
  return {
    ...savings,
    counted: savings.counted - sum('counted'),
    advisory: savings.advisory - sum('advisory'),
    aside: moneyAside(aside),
  };
}
