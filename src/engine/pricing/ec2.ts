import type Big from 'big.js';
import { HOURS_PER_MONTH, type PriceBook } from './price-book.ts';

/** What the hour of an instance is priced by. */
export interface InstanceShape {
  type: string;
  /** PlatformDetails of the SDK. */
  platform: string | undefined;
  tenancy: string | undefined;
  /** `spot`, `scheduled` and the like; undefined on demand. */
  lifecycle: string | undefined;
}

/**
 * Hours of an on-demand instance a month. Undefined for what the price pack does not speak of: licences in the
 * price, dedicated hosts, spot.
 */
export function instanceMonth(prices: PriceBook, region: string, instance: InstanceShape): Big | undefined {
  const { type, platform, tenancy, lifecycle } = instance;
  if (platform !== 'Linux/UNIX' || tenancy !== 'default' || lifecycle) return undefined;
  return prices.price(region, `ec2.linux.${type}.hour`)?.times(HOURS_PER_MONTH);
}
