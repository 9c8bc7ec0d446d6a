import type Big from 'big.js';
import { HOURS_PER_MONTH, type PriceBook } from './price-book.ts';

/** Reads and writes, of whichever unit. */
export interface Throughput {
  read: number;
  write: number;
}

/** A month of provisioned capacity units, Standard table class. */
export function provisionedCost(
  prices: PriceBook,
  region: string,
  { read, write }: Throughput,
): Big | undefined {
  const reads = prices.price(region, 'dynamodb.rcu.hour')?.times(read);
  const writes = prices.price(region, 'dynamodb.wcu.hour')?.times(write);
  return reads && writes && reads.plus(writes).times(HOURS_PER_MONTH);
}

/** Request units at on-demand price. A unit that was consumed of provisioned capacity would be one request unit. */
export function onDemandCost(
  prices: PriceBook,
  region: string,
  { read, write }: Throughput,
): Big | undefined {
  const reads = prices.price(region, 'dynamodb.rru.million')?.times(read);
  const writes = prices.price(region, 'dynamodb.wru.million')?.times(write);
  return reads && writes && reads.plus(writes).times('0.000001');
}

/** Units of so many days as those of a month of 730 hours. */
export const perMonth = (units: number, days: number): number => (units * HOURS_PER_MONTH) / (days * 24);
