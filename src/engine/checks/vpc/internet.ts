export type InternetFamily = 'IPv4' | 'IPv6';

/**
 * The address family of which a CIDR block is the internet, or undefined for a block that is smaller. Half of a
 * family counts as all of it: 0.0.0.0/1 with 128.0.0.0/1 is a known way around a search for 0.0.0.0/0, and
 * 2000::/3 is all of IPv6 that is routed.
 */
export function internetFamily(cidr: string | undefined): InternetFamily | undefined {
  const [address, prefix] = (cidr ?? '').split('/');
  if (!address || !prefix) return undefined;
  if (address.includes(':')) return Number(prefix) <= 3 ? 'IPv6' : undefined;
  return Number(prefix) <= 1 ? 'IPv4' : undefined;
}
