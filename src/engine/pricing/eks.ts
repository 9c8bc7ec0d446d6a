import type Big from 'big.js';
import { HOURS_PER_MONTH, type PriceBook } from './price-book.ts';

export interface Surcharge {
  /** Price of a cluster-hour in standard and in extended support. */
  standard: Big;
  extended: Big;
  /** What a cluster in extended support costs more, a month. */
  monthly: Big;
}

/** Surcharge of EKS extended support on the control plane: (0.60 − 0.10) × 730 in us-east-1. */
export function extendedSupportSurcharge(prices: PriceBook, region: string): Surcharge | undefined {
  const standard = prices.price(region, 'eks.standard.cluster-hour');
  const extended = prices.price(region, 'eks.extended.cluster-hour');
  if (!standard || !extended) return undefined;
  return { standard, extended, monthly: extended.minus(standard).times(HOURS_PER_MONTH) };
}
