import type { Effort } from './effort.ts';

/** ISO 4217. List prices of AWS are in USD. */
export type Currency = 'USD';

/** Money as an integer of millionths of the currency, so that sums are exact. */
export type Micros = number;

/**
 * `counted`: evidence is complete and the amount enters the totals;
 * `advisory`: the amount is shown but rests on something that was not read, or is exclusive with a counted one.
 */
export const savingKinds = ['counted', 'advisory'] as const;
export type SavingKind = (typeof savingKinds)[number];

/** Kinds of action: per resource only the largest saving is counted. */
export const savingActions = ['delete', 'stop', 'migrate', 'rightsize', 'configure'] as const;

export interface Saving {
  /** Per month of 730 hours, at list price, before discounts. */
  monthly: Micros;
  currency: Currency;
  kind: SavingKind;
  /** Why an advisory saving is not counted: a key in the texts. */
  advisory?: 'commitments-not-read' | 'exclusive' | 'upper-bound' | 'usage-not-read';
  /** What the amount is made of, such as `1000 GiB gp2 at 0.10`. Units as in the price pack. */
  basis: string;
  /** Date of the price pack, YYYY-MM-DD. */
  priceDate: string;
  effort: Effort;
  restart: boolean;
  confidence: 'high' | 'medium' | 'low';
  /** Which kind of action it is: per resource only the largest is counted. */
  action: (typeof savingActions)[number];
}

const MICRO = 1_000_000;

export const toMicros = (amount: number): Micros => Math.round(amount * MICRO);
export const fromMicros = (micros: Micros): number => micros / MICRO;

/** Formats for people; rounds once, here. */
export function formatMoney(
  micros: Micros,
  currency: Currency,
  locale: string,
  options: { digits?: number } = {},
): string {
  return formatter(locale, currency, options.digits ?? 2).format(fromMicros(micros));
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Making one takes a hundred times as long as using it. */
function formatter(locale: string, currency: Currency, digits: number): Intl.NumberFormat {
  const key = `${locale}|${currency}|${digits}`;
  let known = formatters.get(key);
  if (!known) {
    known = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    formatters.set(key, known);
  }
  return known;
}
