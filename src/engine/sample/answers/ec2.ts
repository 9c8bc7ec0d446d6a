import { type Answer, type Answers, type Asked, paged } from '../answer.ts';
import { awsError } from '../errors.ts';
import { ec2 as paging } from '../paging.ts';
import { mapped, type Sequence } from '../sequence.ts';
import type { Kinds } from '../world.ts';

/** What the site holds of a kind, or those of the ids that were asked for. */
function bodies<K extends keyof Kinds>(
  { site }: Asked<unknown>,
  kind: K,
  ids: readonly string[] | undefined,
  idOf: (body: Kinds[K]['body']) => string | undefined,
): Sequence<Kinds[K]['body']> {
  if (!ids) return mapped(site.list(kind), (thing) => thing.body);
  return ids.map((id) => {
    // What is generated is called by its id.
    const found = site.all(kind).find((thing) => idOf(thing.body) === id) ?? site.find(kind, id);
    if (!found) throw awsError(`Invalid${kind}ID.NotFound`, `The ${kind} ID '${id}' does not exist`, 400);
    return found.body;
  });
}

/** Lists that EC2 gives at once. */
const whole =
  <I, P, K extends keyof P>(property: K, items: (asked: Asked<I>) => P[K]): Answer<I, P> =>
  (asked) =>
    ({ [property]: items(asked) }) as unknown as P;

/** Only the account's own images and snapshots are here: the others are millions, and nobody's business. */
function ownOnly(owners: readonly string[] | undefined, account: string, operation: string): void {
  if (!owners?.every((owner) => owner === 'self' || owner === account))
    throw new Error(`The sample estate knows what is its own; ask ${operation} for 'self'`);
}

/** Regions that any account has, and those that it must opt in to. */
const enabledRegions =
  'ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2'.split(
    ' ',
  );
const optInRegions =
  'af-south-1 ap-east-1 ap-south-2 ap-southeast-3 ap-southeast-4 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 mx-central-1'.split(
    ' ',
  );

export const isOptIn = (region: string): boolean => optInRegions.includes(region);

export const ec2: Answers<'ec2'> = {
  DescribeRegions: whole('Regions', ({ input }) => {
    const names = input.RegionNames;
    return [
      ...enabledRegions.map((RegionName) => ({ RegionName, OptInStatus: 'opt-in-not-required' })),
      ...(input.AllRegions
        ? optInRegions.map((RegionName) => ({ RegionName, OptInStatus: 'not-opted-in' }))
        : []),
    ]
      .map((region) => ({ ...region, Endpoint: `ec2.${region.RegionName}.amazonaws.com` }))
      .filter((region) => !names || names.includes(region.RegionName));
  }),

  DescribeInstances: paged('Reservations', paging, (asked) => {
    const list = bodies(asked, 'instance', asked.input.InstanceIds, (body) => body.InstanceId);
    return mapped(list, (instance) => ({
      ReservationId: instance.InstanceId!.replace('i-', 'r-'),
      OwnerId: asked.account.id,
      Groups: [],
      Instances: [instance],
    }));
  }),
  DescribeVolumes: paged('Volumes', paging, (asked) =>
    bodies(asked, 'volume', asked.input.VolumeIds, (body) => body.VolumeId),
  ),
  DescribeSnapshots: paged('Snapshots', paging, (asked) => {
    const { OwnerIds, RestorableByUserIds } = asked.input;
    ownOnly(OwnerIds, asked.account.id, 'DescribeSnapshots');
    if (!RestorableByUserIds) return mapped(asked.site.list('snapshot'), ({ body }) => body);
    return asked.site
      .all('snapshot')
      .filter(({ permissions }) =>
        permissions!.some(({ Group, UserId }) => RestorableByUserIds.includes(Group ?? UserId ?? '')),
      )
      .map(({ body }) => body);
  }),
  DescribeImages: paged('Images', paging, (asked) => {
    ownOnly(asked.input.Owners, asked.account.id, 'DescribeImages');
    return mapped(asked.site.list('image'), ({ body }) => body);
  }),
  DescribeLaunchTemplates: paged('LaunchTemplates', { ...paging, most: 200 }, (asked) =>
    bodies(asked, 'launch-template', asked.input.LaunchTemplateIds, (body) => body.LaunchTemplateId),
  ),
  DescribeLaunchTemplateVersions: paged(
    'LaunchTemplateVersions',
    { ...paging, most: 200 },
    ({ site, input }) => {
      const { Versions: wanted, LaunchTemplateId: id, LaunchTemplateName: name } = input;
      return site
        .all('launch-template')
        .filter(
          ({ body }) => (!id || body.LaunchTemplateId === id) && (!name || body.LaunchTemplateName === name),
        )
        .flatMap(({ versions }) =>
          versions.filter(
            (version) =>
              !wanted ||
              wanted.includes(`${version.VersionNumber}`) ||
              (wanted.includes('$Default') && version.DefaultVersion) ||
              (wanted.includes('$Latest') && version === versions.at(-1)),
          ),
        );
    },
  ),
  DescribeReservedInstances: whole('ReservedInstances', ({ site }) =>
    site.all('reserved-instances').map(({ body }) => body),
  ),
  GetEbsEncryptionByDefault: ({ site }) => ({
    EbsEncryptionByDefault: site.settings.ebsEncryption,
    SseType: site.settings.ebsEncryption ? 'sse-ebs' : 'none',
  }),
  GetSnapshotBlockPublicAccessState: ({ site }) => ({
    State: site.settings.snapshotBlockPublicAccess,
    ManagedBy: 'account',
  }),

  DescribeVpcs: paged('Vpcs', paging, (asked) =>
    bodies(asked, 'vpc', asked.input.VpcIds, (body) => body.VpcId),
  ),
  DescribeSubnets: paged('Subnets', paging, (asked) => {
    const attached = Map.groupBy(asked.site.all('network-interface'), ({ body }) => body.SubnetId);
    return mapped(
      bodies(asked, 'subnet', asked.input.SubnetIds, (body) => body.SubnetId),
      (subnet) => ({
        ...subnet,
        AvailableIpAddressCount:
          subnet.AvailableIpAddressCount! - (attached.get(subnet.SubnetId)?.length ?? 0),
      }),
    );
  }),
  DescribeRouteTables: paged('RouteTables', { ...paging, most: 100 }, (asked) =>
    mapped(
      bodies(asked, 'route-table', asked.input.RouteTableIds, (body) => body.RouteTableId),
      (table) => ({ ...table, Routes: [...table.Routes!, ...endpointRoutes(asked, table.RouteTableId!)] }),
    ),
  ),
  DescribeInternetGateways: paged('InternetGateways', paging, (asked) =>
    bodies(asked, 'internet-gateway', asked.input.InternetGatewayIds, (body) => body.InternetGatewayId),
  ),
  DescribeNatGateways: paged('NatGateways', paging, (asked) =>
    bodies(asked, 'nat-gateway', asked.input.NatGatewayIds, (body) => body.NatGatewayId),
  ),
  DescribeNetworkAcls: paged('NetworkAcls', paging, (asked) =>
    bodies(asked, 'network-acl', asked.input.NetworkAclIds, (body) => body.NetworkAclId),
  ),
  DescribeSecurityGroups: paged('SecurityGroups', paging, (asked) =>
    bodies(asked, 'security-group', asked.input.GroupIds, (body) => body.GroupId),
  ),
  DescribeVpcEndpoints: paged('VpcEndpoints', paging, (asked) =>
    bodies(asked, 'vpc-endpoint', asked.input.VpcEndpointIds, (body) => body.VpcEndpointId),
  ),
  DescribeNetworkInterfaces: paged('NetworkInterfaces', paging, (asked) =>
    bodies(asked, 'network-interface', asked.input.NetworkInterfaceIds, (body) => body.NetworkInterfaceId),
  ),
  DescribeFlowLogs: paged('FlowLogs', paging, (asked) =>
    bodies(asked, 'flow-log', asked.input.FlowLogIds, (body) => body.FlowLogId),
  ),
  DescribeAddresses: whole('Addresses', ({ site }) => site.all('address').map(({ body }) => body)),
};

/** Gateway endpoints put a route into every table that they name. */
const endpointRoutes = ({ site }: Asked<unknown>, table: string) =>
  site
    .all('vpc-endpoint')
    .filter(({ body }) => body.RouteTableIds?.includes(table))
    .map(({ body }) => ({
      DestinationPrefixListId: body.ServiceName!.endsWith('s3') ? 'pl-63a5400a' : 'pl-02cd2c6b',
      GatewayId: body.VpcEndpointId,
      Origin: 'CreateRoute' as const,
      State: 'active' as const,
    }));
