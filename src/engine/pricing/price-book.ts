import Big from 'big.js';
import { z } from 'zod';
import type { Currency } from '../../shared/model/money.ts';

/** Hours that a month has in every figure: 365 × 24 ÷ 12, as Cost Optimization Hub counts. */
export const HOURS_PER_MONTH = 730;

const pricesSchema = z.record(z.string(), z.string().regex(/^\d+(\.\d+)?$/));

/** A dated set of list prices: decimal strings by item, per region; see resources/prices/aws.json. */
export const pricePackSchema = z.object({
  asOf: z.iso.date(),
  currency: z.literal('USD'),
  disclaimer: z.string(),
  anywhere: pricesSchema,
  regions: z.record(z.string(), pricesSchema),
  sources: z.record(z.string(), z.string()),
});
export type PricePack = z.infer<typeof pricePackSchema>;

export interface PriceBook {
  asOf: string;
  currency: Currency;
  /** Unit price of an item in a region, or undefined when no source is known: then no amount is named. */
  price(region: string, item: string): Big | undefined;
}

export function priceBook(pack: PricePack): PriceBook {
  const parsed = new Map<string, Big>();
  return {
    asOf: pack.asOf,
    currency: pack.currency,
    price(region, item) {
      const value = pack.regions[region]?.[item] ?? pack.anywhere[item];
      if (value === undefined) return undefined;
      let price = parsed.get(value);
      if (!price) {
        price = new Big(value);
        parsed.set(value, price);
      }
      return price;
    },
  };
}
