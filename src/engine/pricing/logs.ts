import type Big from 'big.js';
import type { PriceBook } from './price-book.ts';

const GIB = 1024 ** 3;

/**
 * What a retention of so many days would free a month, once it has taken effect and if the group was filled evenly.
 * At most: whether storedBytes is before or after compression, AWS does not say. Undefined without price.
 */
export function retentionSaving(
  prices: PriceBook,
  region: string,
  group: { logClass: string; storedBytes: number; ageDays: number; keepDays: number },
): Big | undefined {
  const kept = group.ageDays > 0 ? Math.min(1, group.keepDays / group.ageDays) : 1;
  return prices
    .price(region, `logs.${group.logClass.toLowerCase()}.storage.gb-month`)
    ?.times((group.storedBytes / GIB) * (1 - kept));
}
