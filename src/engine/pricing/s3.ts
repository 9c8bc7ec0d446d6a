import type Big from 'big.js';
import type { PriceBook } from './price-book.ts';

const GIB = 1024 ** 3;

/** Bytes of CloudWatch as the GiB that S3 bills. */
export const toGib = (bytes: number): number => bytes / GIB;

/** A month of Standard storage at the price of the first 50 TB, which is the highest. */
export const standardStorageCost = (prices: PriceBook, region: string, bytes: number): Big | undefined =>
  prices.price(region, 's3.standard.gb-month')?.times(toGib(bytes));
