import type { Kinds, Site, Tags } from '../world.ts';
import { tagList } from '../world.ts';
import { named } from './tags.ts';

/** Who may come in: protocol, ports and from where; a name without a slash is a security group of the site. */
export interface Rule {
  protocol: 'tcp' | 'udp' | 'icmp' | '-1';
  ports?: [number, number];
  from: string[];
  note?: string;
}

export const tcp = (ports: number | [number, number], from: string | string[], note?: string): Rule => ({
  protocol: 'tcp',
  ports: typeof ports === 'number' ? [ports, ports] : ports,
  from: [from].flat(),
  ...(note && { note }),
});

export const everything = (from: string | string[], note?: string): Rule => ({
  protocol: '-1',
  from: [from].flat(),
  ...(note && { note }),
});

export const INTERNET = ['0.0.0.0/0'];
export const INTERNET_V6 = ['::/0'];

/** What a group lets out unless somebody says otherwise. */
const anywhere = {
  IpProtocol: '-1',
  IpRanges: [{ CidrIp: '0.0.0.0/0' }],
  Ipv6Ranges: [],
  PrefixListIds: [],
  UserIdGroupPairs: [],
};

interface GroupSpec {
  name: string;
  vpc: string;
  description?: string;
  ingress: Rule[];
  egress?: Rule[];
  tags?: Tags;
}

export function securityGroup(site: Site, spec: GroupSpec): Kinds['security-group'] {
  const id = site.id('sg', spec.name);
  const permission = (rule: Rule) => ({
    IpProtocol: rule.protocol,
    ...(rule.ports && { FromPort: rule.ports[0], ToPort: rule.ports[1] }),
    IpRanges: rule.from
      .filter((from) => from.includes('.'))
      .map((CidrIp) => ({ CidrIp, ...(rule.note && { Description: rule.note }) })),
    Ipv6Ranges: rule.from
      .filter((from) => from.includes(':'))
      .map((CidrIpv6) => ({ CidrIpv6, ...(rule.note && { Description: rule.note }) })),
    PrefixListIds: [],
    UserIdGroupPairs: rule.from
      .filter((from) => !/[.:]/.test(from))
      .map((group) => ({
        GroupId: group === spec.name ? id : site.get('security-group', group).body.GroupId,
        UserId: site.account.id,
        ...(rule.note && { Description: rule.note }),
      })),
  });
  const tags = spec.tags ? named(spec.name, spec.tags) : {};
  return site.add('security-group', {
    name: spec.name,
    arn: site.arn('ec2', `security-group/${id}`),
    tags,
    body: {
      GroupId: id,
      GroupName: spec.name,
      Description: spec.description ?? spec.name,
      VpcId: site.get('vpc', spec.vpc).body.VpcId,
      OwnerId: site.account.id,
      IpPermissions: spec.ingress.map(permission),
      IpPermissionsEgress: spec.egress?.map(permission) ?? [anywhere],
      Tags: tagList(tags),
    },
  });
}

/** The group that a VPC comes with: open to itself, until it is emptied. */
export function defaultSecurityGroup(site: Site, vpc: string, vpcId: string, open: boolean): void {
  const id = site.id('sg', vpc, 'default');
  site.add('security-group', {
    name: `${vpc}/default`,
    arn: site.arn('ec2', `security-group/${id}`),
    tags: {},
    body: {
      GroupId: id,
      GroupName: 'default',
      Description: 'default VPC security group',
      VpcId: vpcId,
      OwnerId: site.account.id,
      IpPermissions: open
        ? [
            {
              IpProtocol: '-1',
              IpRanges: [],
              Ipv6Ranges: [],
              PrefixListIds: [],
              UserIdGroupPairs: [{ GroupId: id, UserId: site.account.id }],
            },
          ]
        : [],
      IpPermissionsEgress: open ? [anywhere] : [],
      Tags: [],
    },
  });
}
