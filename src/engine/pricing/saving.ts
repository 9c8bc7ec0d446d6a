import type Big from 'big.js';
import { type Micros, type Saving, toMicros } from '../../shared/model/money.ts';
import type { PriceBook } from './price-book.ts';

export type SavingTerms = Pick<Saving, 'basis' | 'effort' | 'restart' | 'confidence' | 'action' | 'advisory'>;

/** Micros of an exact amount, rounded once. */
export const micros = (amount: Big): Micros => toMicros(amount.round(6).toNumber());

/**
 * A monthly saving at list price. Undefined when a price is unknown or when nothing is gained: an amount that
 * rounds to nothing is no saving. With `advisory` set the amount is shown but never summed.
 */
export function saving(prices: PriceBook, monthly: Big | undefined, terms: SavingTerms): Saving | undefined {
  if (!monthly || monthly.lt('0.005')) return undefined;
  return {
    monthly: micros(monthly),
    currency: prices.currency,
    kind: terms.advisory ? 'advisory' : 'counted',
    priceDate: prices.asOf,
    ...terms,
  };
}
