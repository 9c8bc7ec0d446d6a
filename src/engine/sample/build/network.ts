import { count } from '../metrics.ts';
import type { Kinds, Site, Tags } from '../world.ts';
import { tagList } from '../world.ts';
import { address, associate, networkInterface } from './addresses.ts';
import { asSent, gatewayEndpoint } from './endpoints.ts';
import { defaultSecurityGroup } from './security-groups.ts';
import { named } from './tags.ts';

interface VpcSpec {
  name: string;
  cidr: string;
  created: Date;
  tags?: Tags;
  /** The VPC that the region came with. */
  isDefault?: boolean;
  /** Letters of the zones; a tier has a subnet in each. */
  zones: string[];
  tiers: Record<string, Tier>;
  /** Public addresses of the NAT gateways by zone. A zone without one goes through the first. */
  nat?: Record<string, string>;
  /** Bytes a day that go out through each NAT gateway; zero: one that nobody uses. */
  natBytes?: number;
  gatewayEndpoints?: ('s3' | 'dynamodb')[];
  /** The default security group is as AWS made it unless it was emptied. */
  defaultGroup?: 'open' | 'emptied';
  flowLogs?: { to: 's3' | 'cloud-watch-logs'; destination: string; traffic: 'ALL' | 'REJECT'; since: Date };
  /** Private routes to what is gone, by block. */
  lostRoutes?: Record<string, string>;
  /** Entries of the default network ACL; open to all unless said otherwise. */
  acl?: AclEntry[];
}

export interface Tier {
  /** One block for each zone. */
  cidrs: string[];
  /** Routed to the internet directly, through a NAT gateway, or not at all. */
  way: 'internet' | 'nat' | 'none';
  /** Instances get a public address by themselves. */
  publicAddresses?: boolean;
  /** Addresses by zone that are taken by things which are not described one by one, such as pods. */
  taken?: number[];
  tags?: Tags;
}

interface AclEntry {
  number: number;
  egress?: boolean;
  protocol: string;
  ports?: [number, number];
  cidr: string;
  action: 'allow' | 'deny';
}

/** A VPC with its subnets, routes, gateways and defaults. */
export function vpc(site: Site, spec: VpcSpec): Kinds['vpc'] {
  const tags = named(spec.name, spec.tags);
  const id = site.id('vpc', spec.name);
  const made = site.add('vpc', {
    name: spec.name,
    arn: site.arn('ec2', `vpc/${id}`),
    tags,
    body: {
      VpcId: id,
      OwnerId: site.account.id,
      CidrBlock: spec.cidr,
      CidrBlockAssociationSet: [
        {
          AssociationId: site.id('vpc-cidr-assoc', spec.name),
          CidrBlock: spec.cidr,
          CidrBlockState: { State: 'associated' },
        },
      ],
      DhcpOptionsId: site.id('dopt', 'default'),
      InstanceTenancy: 'default',
      Ipv6CidrBlockAssociationSet: [],
      IsDefault: spec.isDefault ?? false,
      State: 'available',
      Tags: tagList(tags),
    },
  });
  defaultSecurityGroup(site, spec.name, id, spec.defaultGroup !== 'emptied');
  const subnets = Object.entries(spec.tiers).flatMap(([tier, described]) =>
    spec.zones.map((zone, index) => subnet(site, spec, id, tier, described, zone, index)),
  );
  networkAcl(site, spec, id, subnets);
  const gateway = Object.values(spec.tiers).some((tier) => tier.way === 'internet')
    ? internetGateway(site, spec, id)
    : undefined;
  for (const [zone, address] of Object.entries(spec.nat ?? {})) natGateway(site, spec, id, zone, address);
  routeTables(site, spec, id, gateway);
  for (const service of spec.gatewayEndpoints ?? [])
    gatewayEndpoint(site, {
      vpc: spec.name,
      service,
      created: spec.created,
      ...(spec.tags && { tags: spec.tags }),
    });
  if (spec.flowLogs) flowLog(site, spec, id);
  return made;
}

function subnet(
  site: Site,
  spec: VpcSpec,
  vpcId: string,
  tier: string,
  described: Tier,
  zone: string,
  index: number,
): string {
  const name = `${spec.name}-${tier}-${zone}`;
  const tags = named(name, { ...spec.tags, ...described.tags });
  const id = site.id('subnet', name);
  const cidr = described.cidrs[index]!;
  site.add('subnet', {
    name,
    arn: site.arn('ec2', `subnet/${id}`),
    tags,
    body: {
      SubnetId: id,
      SubnetArn: site.arn('ec2', `subnet/${id}`),
      VpcId: vpcId,
      OwnerId: site.account.id,
      AvailabilityZone: `${site.region}${zone}`,
      AvailabilityZoneId: `${site.region.replace(/^(..)-(.).*-(\d)$/, '$1$2$3')}-az${'abcdef'.indexOf(zone) + 1}`,
      CidrBlock: cidr,
      // What is attached is subtracted when the subnet is asked for.
      AvailableIpAddressCount: 2 ** (32 - Number(cidr.split('/')[1])) - 5 - (described.taken?.[index] ?? 0),
      DefaultForAz: spec.isDefault ?? false,
      MapPublicIpOnLaunch: described.publicAddresses ?? false,
      AssignIpv6AddressOnCreation: false,
      Ipv6CidrBlockAssociationSet: [],
      State: 'available',
      Tags: tagList(tags),
    },
  });
  return id;
}

function networkAcl(site: Site, spec: VpcSpec, vpcId: string, subnets: string[]): void {
  const id = site.id('acl', spec.name);
  const rules = spec.acl ?? [
    { number: 100, protocol: '-1', cidr: '0.0.0.0/0', action: 'allow' },
    { number: 100, egress: true, protocol: '-1', cidr: '0.0.0.0/0', action: 'allow' },
  ];
  const closing: AclEntry[] = [
    { number: 32767, protocol: '-1', cidr: '0.0.0.0/0', action: 'deny' },
    { number: 32767, egress: true, protocol: '-1', cidr: '0.0.0.0/0', action: 'deny' },
  ];
  site.add('network-acl', {
    name: spec.name,
    arn: site.arn('ec2', `network-acl/${id}`),
    tags: {},
    body: {
      NetworkAclId: id,
      VpcId: vpcId,
      OwnerId: site.account.id,
      IsDefault: true,
      Associations: subnets.map((SubnetId) => ({
        NetworkAclAssociationId: site.id('aclassoc', SubnetId),
        NetworkAclId: id,
        SubnetId,
      })),
      Entries: [...rules, ...closing].map((rule) => ({
        RuleNumber: rule.number,
        Egress: rule.egress ?? false,
        Protocol: rule.protocol,
        CidrBlock: rule.cidr,
        RuleAction: rule.action,
        ...(rule.ports && { PortRange: { From: rule.ports[0], To: rule.ports[1] } }),
      })),
      Tags: [],
    },
  });
}

function internetGateway(site: Site, spec: VpcSpec, vpcId: string): string {
  const tags = named(`${spec.name}-igw`, spec.tags);
  const id = site.id('igw', spec.name);
  site.add('internet-gateway', {
    name: spec.name,
    arn: site.arn('ec2', `internet-gateway/${id}`),
    tags,
    body: {
      InternetGatewayId: id,
      OwnerId: site.account.id,
      Attachments: [{ VpcId: vpcId, State: asSent('available') }],
      Tags: tagList(tags),
    },
  });
  return id;
}

/** Name of the public tier, in which NAT gateways live. */
const publicTier = (spec: VpcSpec): string =>
  Object.entries(spec.tiers).find(([, t]) => t.way === 'internet')![0];

function natGateway(site: Site, spec: VpcSpec, vpcId: string, zone: string, publicIp: string): void {
  const name = `${spec.name}-nat-${zone}`;
  const tags = named(name, spec.tags);
  const id = site.id('nat', name);
  const subnetName = `${spec.name}-${publicTier(spec)}-${zone}`;
  const allocation = address(site, { name, publicIp, tags });
  const eni = networkInterface(site, {
    name,
    subnet: subnetName,
    type: asSent('nat_gateway'),
    description: `Interface for NAT Gateway ${id}`,
    requester: 'amazon-aws',
    publicIp,
    created: spec.created,
  });
  associate(allocation, eni);
  site.add('nat-gateway', {
    name,
    arn: site.arn('ec2', `natgateway/${id}`),
    tags,
    body: {
      NatGatewayId: id,
      VpcId: vpcId,
      SubnetId: site.get('subnet', subnetName).body.SubnetId,
      ConnectivityType: 'public',
      CreateTime: spec.created,
      State: 'available',
      NatGatewayAddresses: [
        {
          AllocationId: allocation.body.AllocationId,
          NetworkInterfaceId: eni.body.NetworkInterfaceId,
          PrivateIp: eni.body.PrivateIpAddress,
          PublicIp: publicIp,
          AssociationId: allocation.body.AssociationId,
          IsPrimary: true,
          Status: 'succeeded',
        },
      ],
      Tags: tagList(tags),
    },
  });
  const dimensions = { NatGatewayId: id };
  const bytes = spec.natBytes ?? 4e9;
  for (const [metric, share] of [
    ['BytesOutToDestination', 0.2],
    ['BytesInFromDestination', 0.8],
    ['BytesOutToSource', 0.8],
    ['BytesInFromSource', 0.2],
    ['PacketsOutToDestination', 0.0004],
    ['PacketsInFromSource', 0.0004],
    ['ConnectionAttemptCount', 0.000002],
  ] as const)
    site.measure('AWS/NATGateway', metric, dimensions, count(name + metric, bytes * share, spec.created));
  site.measure('AWS/NATGateway', 'ActiveConnectionCount', dimensions, count(name, bytes / 5e6, spec.created));
}

function routeTables(site: Site, spec: VpcSpec, vpcId: string, gateway: string | undefined): void {
  const local = {
    DestinationCidrBlock: spec.cidr,
    GatewayId: 'local',
    Origin: 'CreateRouteTable',
    State: 'active',
  } as const;
  const subnetsOf = (ways: Tier['way'][], zone?: string) =>
    Object.entries(spec.tiers)
      .filter(([, tier]) => ways.includes(tier.way))
      .flatMap(([tier]) =>
        spec.zones
          .filter((one) => !zone || one === zone)
          .map((one) => site.get('subnet', `${spec.name}-${tier}-${one}`).body.SubnetId!),
      );
  const table = (suffix: string, subnets: string[], routes: object[], main = false) => {
    const name = `${spec.name}-${suffix}`;
    const id = site.id('rtb', name);
    const tags = main ? {} : named(name, spec.tags);
    site.add('route-table', {
      name,
      arn: site.arn('ec2', `route-table/${id}`),
      tags,
      body: {
        RouteTableId: id,
        VpcId: vpcId,
        OwnerId: site.account.id,
        Associations: [
          ...(main
            ? [{ Main: true, RouteTableAssociationId: site.id('rtbassoc', name), RouteTableId: id }]
            : []),
          ...subnets.map((SubnetId) => ({
            Main: false,
            RouteTableAssociationId: site.id('rtbassoc', name, SubnetId),
            RouteTableId: id,
            SubnetId,
            AssociationState: { State: 'associated' as const },
          })),
        ],
        PropagatingVgws: [],
        Routes: [local, ...routes],
        Tags: tagList(tags),
      },
    });
  };
  const toInternet = {
    DestinationCidrBlock: '0.0.0.0/0',
    GatewayId: gateway,
    Origin: 'CreateRoute',
    State: 'active',
  };
  if (spec.isDefault) {
    table('main', [], [toInternet], true);
    return;
  }
  table('main', subnetsOf(['none']), [], true);
  if (gateway) table('public', subnetsOf(['internet']), [toInternet]);
  const lost = Object.entries(spec.lostRoutes ?? {}).map(([DestinationCidrBlock, GatewayId]) => ({
    DestinationCidrBlock,
    GatewayId,
    Origin: 'CreateRoute',
    State: 'blackhole',
  }));
  const zonesWithNat = Object.keys(spec.nat ?? {});
  const toNat = (zone: string) => ({
    DestinationCidrBlock: '0.0.0.0/0',
    NatGatewayId: site.get('nat-gateway', `${spec.name}-nat-${zone}`).body.NatGatewayId,
    Origin: 'CreateRoute',
    State: 'active',
  });
  if (zonesWithNat.length === 1) table('private', subnetsOf(['nat']), [toNat(zonesWithNat[0]!), ...lost]);
  else
    for (const zone of zonesWithNat)
      table(`private-${zone}`, subnetsOf(['nat'], zone), [toNat(zone), ...lost]);
}

function flowLog(site: Site, spec: VpcSpec, vpcId: string): void {
  const { to, destination, traffic, since } = spec.flowLogs!;
  const tags = named(`${spec.name}-flow-logs`, spec.tags);
  const id = site.id('fl', spec.name);
  site.add('flow-log', {
    name: spec.name,
    arn: site.arn('ec2', `vpc-flow-log/${id}`),
    tags,
    body: {
      FlowLogId: id,
      FlowLogStatus: 'ACTIVE',
      ResourceId: vpcId,
      TrafficType: traffic,
      CreationTime: since,
      DeliverLogsStatus: 'SUCCESS',
      LogDestinationType: to,
      LogDestination: destination,
      ...(to === 'cloud-watch-logs' && { LogGroupName: destination.split(':').at(-1) }),
      MaxAggregationInterval: 600,
      Tags: tagList(tags),
    },
  });
}
