import type Big from 'big.js';
import { HOURS_PER_MONTH, type PriceBook } from './price-book.ts';
import { publicIpv4Month } from './vpc.ts';

/** Hours of a load balancer with the public addresses that go with it a month, without capacity units. */
export function loadBalancerMonth(
  prices: PriceBook,
  region: string,
  type: string,
  publicAddresses: number,
): Big | undefined {
  const hours = prices.price(region, `elb.${type}.hour`)?.times(HOURS_PER_MONTH);
  if (publicAddresses === 0) return hours;
  const address = publicIpv4Month(prices, region);
  return hours && address && hours.plus(address.times(publicAddresses));
}
