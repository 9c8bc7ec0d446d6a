import type { securityGroups } from '../../collectors/ec2.ts';
import type { Body } from '../../collectors/read.ts';
import { type InternetFamily, internetFamily } from './internet.ts';

/** An inbound rule of a security group that lets in the internet. */
export interface OpenRule {
  /** `tcp`, `udp`, `icmp`, a number, or `-1` for all. */
  protocol: string;
  from: number;
  to: number;
  cidr: string;
  family: InternetFamily;
  /** Tells the rule apart from the group's others, the same in every scan. */
  subKey: string;
}

const LAST_PORT = 65_535;
/** Protocols whose FromPort and ToPort are ports; those of ICMP are types and codes. */
const portProtocols = new Set(['tcp', 'udp', '6', '17']);

/**
 * Rules that name the internet as their source. Prefix lists and other groups are sources of their own and not
 * looked into.
 */
export function openRules(group: Body<typeof securityGroups>): OpenRule[] {
  return (group.IpPermissions ?? []).flatMap((permission) => {
    const { IpProtocol: protocol = '-1', FromPort, ToPort, IpRanges = [], Ipv6Ranges = [] } = permission;
    const ported = portProtocols.has(protocol);
    const from = ported ? (FromPort ?? 0) : 0;
    const to = ported ? (ToPort ?? LAST_PORT) : LAST_PORT;
    return [...IpRanges.map(({ CidrIp }) => CidrIp), ...Ipv6Ranges.map(({ CidrIpv6 }) => CidrIpv6)].flatMap(
      (cidr) => {
        const family = internetFamily(cidr);
        const what = protocol === '-1' ? 'all' : ported ? `${protocol}/${from}-${to}` : protocol;
        return cidr && family ? [{ protocol, from, to, cidr, family, subKey: `${what}/${cidr}` }] : [];
      },
    );
  });
}

const numbers: Record<string, string> = { tcp: '6', udp: '17' };

/** Whether a rule lets a protocol through to a port. */
export const allows = (rule: OpenRule, protocol: 'tcp' | 'udp', port: number): boolean =>
  rule.protocol === '-1' ||
  ((rule.protocol === protocol || rule.protocol === numbers[protocol]) &&
    rule.from <= port &&
    port <= rule.to);

/** Whether a rule lets through everything, or every port of TCP or UDP. */
export const allowsAll = (rule: OpenRule): boolean =>
  rule.protocol === '-1' || (portProtocols.has(rule.protocol) && rule.from <= 1 && rule.to === LAST_PORT);
