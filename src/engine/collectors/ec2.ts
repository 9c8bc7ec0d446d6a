import type {
  GetEbsEncryptionByDefaultResult,
  GetSnapshotBlockPublicAccessStateResult,
  LaunchTemplateVersion,
  ResponseLaunchTemplateData,
} from '@aws-sdk/client-ec2';
import { metric } from './metric.ts';
import { type At, type Found, facet, listing, nameTag, tagRecord } from './read.ts';
import { type RedactedUserData, redactUserData } from './user-data.ts';

const byToken = { output: 'NextToken', input: 'NextToken' };

/** ARN of a resource that another account may own and share, as the subnets of a shared VPC are. */
const ownedArn = (at: At, owner: string | undefined, resource: string) =>
  `arn:${at.partition}:ec2:${at.region}:${owner ?? at.account}:${resource}`;

/** Snapshots and images have no account in their ARN. */
const publicArn = (at: At, resource: string) => `arn:${at.partition}:ec2:${at.region}::${resource}`;

// Instances and their templates

const gone = new Set(['shutting-down', 'terminated']);

/**
 * Instances that live. A terminated one stays in the answer for about an hour, costs nothing and holds nothing:
 * stored, it would show up as a change between two scans.
 */
export const instances = listing({
  service: 'ec2',
  operation: 'DescribeInstances',
  type: 'AWS::EC2::Instance',
  page: byToken,
  input: () => ({ MaxResults: 1000, IncludeManagedResources: true }),
  items: (output) =>
    output.Reservations?.flatMap((reservation) => reservation.Instances ?? []).filter(
      (instance) => !gone.has(instance.State?.Name ?? ''),
    ),
  identify: (instance, at) => ({
    arn: at.arn('ec2', `instance/${instance.InstanceId}`),
    name: nameTag(instance.Tags),
  }),
  tags: (instance) => tagRecord(instance.Tags),
});

const running = (instance: Found<{ State?: { Name?: string } }>) => instance.body.State?.Name === 'running';

const instanceMetric = (name: string, statistic: 'Maximum' | 'Sum') =>
  metric({
    of: instances,
    namespace: 'AWS/EC2',
    metric: name,
    statistic,
    dimensions: ({ body }) => ({ InstanceId: body.InstanceId ?? '' }),
    when: running,
  });

/** Percent. Emitted as long as the instance runs. */
export const instanceCpu = instanceMetric('CPUUtilization', 'Maximum');
/** Bytes. Emitted as long as the instance runs. */
export const instanceNetworkIn = instanceMetric('NetworkIn', 'Sum');
/** Bytes. Emitted as long as the instance runs. */
export const instanceNetworkOut = instanceMetric('NetworkOut', 'Sum');

export const launchTemplates = listing({
  service: 'ec2',
  operation: 'DescribeLaunchTemplates',
  type: 'AWS::EC2::LaunchTemplate',
  page: byToken,
  input: () => ({ MaxResults: 200, IncludeManagedResources: true }),
  items: (output) => output.LaunchTemplates,
  identify: (template, at) => ({
    arn: at.arn('ec2', `launch-template/${template.LaunchTemplateId}`),
    name: template.LaunchTemplateName,
  }),
  tags: (template) => tagRecord(template.Tags),
});

/** The version that is launched when nobody names one, without its user data. */
export type DefaultVersion = Omit<LaunchTemplateVersion, 'LaunchTemplateData'> & {
  LaunchTemplateData?: Omit<ResponseLaunchTemplateData, 'UserData'> & { UserData: RedactedUserData | null };
};

export const launchTemplateDefault = facet({
  service: 'ec2',
  operation: 'DescribeLaunchTemplateVersions',
  of: launchTemplates,
  name: 'DefaultVersion',
  input: ({ body }) => ({
    LaunchTemplateId: body.LaunchTemplateId,
    Versions: ['$Default'],
    IncludeManagedResources: true,
  }),
  value: (output, redactor): DefaultVersion | undefined => {
    const version = output.LaunchTemplateVersions?.[0];
    if (!version) return undefined;
    const { LaunchTemplateData: data, ...rest } = version;
    return {
      ...rest,
      ...(data && { LaunchTemplateData: { ...data, UserData: redactUserData(data.UserData, redactor) } }),
    };
  },
});

export const images = listing({
  service: 'ec2',
  operation: 'DescribeImages',
  type: 'AWS::EC2::Image',
  volatile: ['LastLaunchedTime'],
  page: byToken,
  input: () => ({ Owners: ['self'], MaxResults: 1000, IncludeDeprecated: true, IncludeDisabled: true }),
  items: (output) => output.Images,
  identify: (image, at) => ({
    arn: publicArn(at, `image/${image.ImageId}`),
    name: nameTag(image.Tags) ?? image.Name,
  }),
  tags: (image) => tagRecord(image.Tags),
});

export const reservedInstances = listing({
  service: 'ec2',
  operation: 'DescribeReservedInstances',
  type: 'AWS::EC2::ReservedInstances',
  items: (output) => output.ReservedInstances,
  identify: (reserved, at) => ({
    arn: at.arn('ec2', `reserved-instances/${reserved.ReservedInstancesId}`),
    name: nameTag(reserved.Tags),
  }),
  tags: (reserved) => tagRecord(reserved.Tags),
});

// Volumes and snapshots

export const volumes = listing({
  service: 'ec2',
  operation: 'DescribeVolumes',
  type: 'AWS::EC2::Volume',
  page: byToken,
  input: () => ({ MaxResults: 500, IncludeManagedResources: true }),
  items: (output) => output.Volumes,
  identify: (volume, at) => ({ arn: at.arn('ec2', `volume/${volume.VolumeId}`), name: nameTag(volume.Tags) }),
  tags: (volume) => tagRecord(volume.Tags),
});

export const snapshots = listing({
  service: 'ec2',
  operation: 'DescribeSnapshots',
  type: 'AWS::EC2::Snapshot',
  volatile: ['Progress'],
  page: byToken,
  budget: 5000,
  input: () => ({ OwnerIds: ['self'], MaxResults: 1000 }),
  items: (output) => output.Snapshots,
  identify: (snapshot, at) => ({
    arn: publicArn(at, `snapshot/${snapshot.SnapshotId}`),
    name: nameTag(snapshot.Tags),
  }),
  tags: (snapshot) => tagRecord(snapshot.Tags),
});

/** The own snapshots from which everybody may make a volume: one call, where asking each for its permissions is thousands. */
export const publicSnapshots = listing({
  service: 'ec2',
  operation: 'DescribeSnapshots',
  suffix: 'public',
  type: 'AWS::EC2::PublicSnapshot',
  auxiliary: true,
  page: byToken,
  input: () => ({ OwnerIds: ['self'], RestorableByUserIds: ['all'], MaxResults: 1000 }),
  items: (output) => output.Snapshots,
  identify: (snapshot, at) => ({ arn: publicArn(at, `snapshot/${snapshot.SnapshotId}`) }),
});

/** One a region: whether sharing of snapshots with everybody is blocked. */
export const snapshotBlockPublicAccess = listing({
  service: 'ec2',
  operation: 'GetSnapshotBlockPublicAccessState',
  type: 'AWS::EC2::SnapshotBlockPublicAccess',
  auxiliary: true,
  items: (output): GetSnapshotBlockPublicAccessStateResult[] => [output],
  identify: (_state, at) => ({ arn: at.arn('ec2', 'snapshot-block-public-access') }),
});

/** One a region: whether new volumes are encrypted unasked. */
export const ebsEncryptionByDefault = listing({
  service: 'ec2',
  operation: 'GetEbsEncryptionByDefault',
  type: 'AWS::EC2::EncryptionByDefault',
  auxiliary: true,
  items: (output): GetEbsEncryptionByDefaultResult[] => [output],
  identify: (_state, at) => ({ arn: at.arn('ec2', 'encryption-by-default'), name: at.region }),
});

// Networks

export const vpcs = listing({
  service: 'ec2',
  operation: 'DescribeVpcs',
  type: 'AWS::EC2::VPC',
  page: byToken,
  input: () => ({ MaxResults: 1000 }),
  items: (output) => output.Vpcs,
  identify: (vpc, at) => ({ arn: ownedArn(at, vpc.OwnerId, `vpc/${vpc.VpcId}`), name: nameTag(vpc.Tags) }),
  tags: (vpc) => tagRecord(vpc.Tags),
});

export const subnets = listing({
  service: 'ec2',
  operation: 'DescribeSubnets',
  type: 'AWS::EC2::Subnet',
  volatile: ['AvailableIpAddressCount'],
  page: byToken,
  input: () => ({ MaxResults: 1000 }),
  items: (output) => output.Subnets,
  identify: (subnet, at) => ({
    arn: ownedArn(at, subnet.OwnerId, `subnet/${subnet.SubnetId}`),
    name: nameTag(subnet.Tags),
  }),
  tags: (subnet) => tagRecord(subnet.Tags),
});

export const routeTables = listing({
  service: 'ec2',
  operation: 'DescribeRouteTables',
  type: 'AWS::EC2::RouteTable',
  page: byToken,
  input: () => ({ MaxResults: 100 }),
  items: (output) => output.RouteTables,
  identify: (table, at) => ({
    arn: ownedArn(at, table.OwnerId, `route-table/${table.RouteTableId}`),
    name: nameTag(table.Tags),
  }),
  tags: (table) => tagRecord(table.Tags),
});

export const internetGateways = listing({
  service: 'ec2',
  operation: 'DescribeInternetGateways',
  type: 'AWS::EC2::InternetGateway',
  page: byToken,
  input: () => ({ MaxResults: 1000 }),
  items: (output) => output.InternetGateways,
  identify: (gateway, at) => ({
    arn: ownedArn(at, gateway.OwnerId, `internet-gateway/${gateway.InternetGatewayId}`),
    name: nameTag(gateway.Tags),
  }),
  tags: (gateway) => tagRecord(gateway.Tags),
});

/** NAT gateways that live; deleted ones stay in the answer for about an hour. */
export const natGateways = listing({
  service: 'ec2',
  operation: 'DescribeNatGateways',
  type: 'AWS::EC2::NatGateway',
  page: byToken,
  input: () => ({ MaxResults: 1000 }),
  items: (output) => output.NatGateways?.filter(({ State }) => State !== 'deleted' && State !== 'deleting'),
  identify: (gateway, at) => ({
    arn: at.arn('ec2', `natgateway/${gateway.NatGatewayId}`),
    name: nameTag(gateway.Tags),
  }),
  tags: (gateway) => tagRecord(gateway.Tags),
});

/** Bytes that left for the internet or the peer. Emitted as long as the gateway lives. */
export const natBytesOut = metric({
  of: natGateways,
  namespace: 'AWS/NATGateway',
  metric: 'BytesOutToDestination',
  statistic: 'Sum',
  dimensions: ({ body }) => ({ NatGatewayId: body.NatGatewayId ?? '' }),
  when: ({ body }) => body.State === 'available',
});

export const vpcEndpoints = listing({
  service: 'ec2',
  operation: 'DescribeVpcEndpoints',
  type: 'AWS::EC2::VPCEndpoint',
  page: byToken,
  input: () => ({ MaxResults: 1000 }),
  items: (output) => output.VpcEndpoints,
  identify: (endpoint, at) => ({
    arn: ownedArn(at, endpoint.OwnerId, `vpc-endpoint/${endpoint.VpcEndpointId}`),
    name: nameTag(endpoint.Tags),
  }),
  tags: (endpoint) => tagRecord(endpoint.Tags),
});

export const flowLogs = listing({
  service: 'ec2',
  operation: 'DescribeFlowLogs',
  type: 'AWS::EC2::FlowLog',
  page: byToken,
  input: () => ({ MaxResults: 1000 }),
  items: (output) => output.FlowLogs,
  identify: (log, at) => ({ arn: at.arn('ec2', `vpc-flow-log/${log.FlowLogId}`), name: nameTag(log.Tags) }),
  tags: (log) => tagRecord(log.Tags),
});

export const securityGroups = listing({
  service: 'ec2',
  operation: 'DescribeSecurityGroups',
  type: 'AWS::EC2::SecurityGroup',
  page: byToken,
  input: () => ({ MaxResults: 1000 }),
  items: (output) => output.SecurityGroups,
  identify: (group, at) => ({
    arn: ownedArn(at, group.OwnerId, `security-group/${group.GroupId}`),
    name: nameTag(group.Tags) ?? group.GroupName,
  }),
  tags: (group) => tagRecord(group.Tags),
});

export const networkAcls = listing({
  service: 'ec2',
  operation: 'DescribeNetworkAcls',
  type: 'AWS::EC2::NetworkAcl',
  page: byToken,
  input: () => ({ MaxResults: 1000 }),
  items: (output) => output.NetworkAcls,
  identify: (acl, at) => ({
    arn: ownedArn(at, acl.OwnerId, `network-acl/${acl.NetworkAclId}`),
    name: nameTag(acl.Tags),
  }),
  tags: (acl) => tagRecord(acl.Tags),
});

/** Auxiliary, because nearly all of them come and go with the instance, load balancer or function they serve. */
export const networkInterfaces = listing({
  service: 'ec2',
  operation: 'DescribeNetworkInterfaces',
  type: 'AWS::EC2::NetworkInterface',
  auxiliary: true,
  page: byToken,
  input: () => ({ MaxResults: 1000, IncludeManagedResources: true }),
  items: (output) => output.NetworkInterfaces,
  identify: (card, at) => ({
    arn: ownedArn(at, card.OwnerId, `network-interface/${card.NetworkInterfaceId}`),
    name: nameTag(card.TagSet),
  }),
  tags: (card) => tagRecord(card.TagSet),
});

export const addresses = listing({
  service: 'ec2',
  operation: 'DescribeAddresses',
  type: 'AWS::EC2::EIP',
  items: (output) => output.Addresses,
  identify: (address, at) => ({
    arn: at.arn('ec2', `elastic-ip/${address.AllocationId}`),
    name: nameTag(address.Tags) ?? address.PublicIp,
  }),
  tags: (address) => tagRecord(address.Tags),
});

/** Regions that are on for the account. Each row lives in its own region, so that what is said of it stands there. */
export const regions = listing({
  service: 'ec2',
  operation: 'DescribeRegions',
  type: 'AWS::::Region',
  scope: 'global',
  auxiliary: true,
  input: () => ({ AllRegions: false }),
  items: (output) => output.Regions,
  identify: ({ RegionName: name = '' }, at) => ({
    arn: `arn:${at.partition}:ec2:${name}:${at.account}:region/${name}`,
    name,
    region: name,
  }),
});
