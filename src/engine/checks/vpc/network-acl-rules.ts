import { networkAcls } from '../../collectors/ec2.ts';
import type { Body } from '../../collectors/read.ts';
import type { Estate } from '../estate.ts';
import { type InternetFamily, internetFamily } from './internet.ts';
import type { KeyOf } from './keys.ts';

type Acl = Body<typeof networkAcls>;
type Entry = NonNullable<Acl['Entries']>[number];

const TCP = '6';
const ALL = '-1';

const coversPort = (entry: Entry, port: number): boolean =>
  entry.Protocol === ALL ||
  (entry.Protocol === TCP &&
    (!entry.PortRange || ((entry.PortRange.From ?? 0) <= port && port <= (entry.PortRange.To ?? 65_535))));

const inOrder = (a: Entry, b: Entry) => (a.RuleNumber ?? 0) - (b.RuleNumber ?? 0);

/**
 * Whether an ACL lets some address of the internet reach a TCP port. Entries count in the order of their numbers
 * and the first that fits decides; one that denies a part of the internet leaves the rest of it open.
 */
export function aclLetsIn(entries: readonly Entry[], port: number, family: InternetFamily): boolean {
  for (const entry of entries.filter((one) => !one.Egress && coversPort(one, port)).sort(inOrder)) {
    const cidr = family === 'IPv4' ? entry.CidrBlock : entry.Ipv6CidrBlock;
    if (internetFamily(cidr) !== family) continue;
    if (entry.RuleAction === 'allow') return true;
    if (cidr?.endsWith('/0')) return false;
  }
  return false;
}

const bySubnet: KeyOf<typeof networkAcls> = ({ body }) =>
  body.Associations?.flatMap(({ SubnetId }) => SubnetId ?? []);

/** The ACL of a subnet; every subnet has just one. */
export const aclOf = (estate: Estate, subnet: string): { body: Acl } | undefined =>
  estate.index(networkAcls, bySubnet).get(subnet)?.[0];
