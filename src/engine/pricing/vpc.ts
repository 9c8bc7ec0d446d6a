import type Big from 'big.js';
import { HOURS_PER_MONTH, type PriceBook } from './price-book.ts';

/** Partitions of their own price list: what is known of 'anywhere' is known of the commercial regions alone. */
const ownPrices = /^(cn|us-gov|us-iso)/;

/** A public IPv4 address a month, in use or not, since February 2024; the same in all commercial regions. */
export const publicIpv4Month = (prices: PriceBook, region: string): Big | undefined =>
  ownPrices.test(region) ? undefined : prices.price(region, 'vpc.public-ipv4.hour')?.times(HOURS_PER_MONTH);

/** Hours of a NAT gateway in one zone with its public addresses a month, without traffic. */
export function natGatewayMonth(prices: PriceBook, region: string, publicAddresses: number): Big | undefined {
  const hours = prices.price(region, 'vpc.nat-gateway.hour')?.times(HOURS_PER_MONTH);
  const address = publicIpv4Month(prices, region);
  return hours && address && hours.plus(address.times(publicAddresses));
}
