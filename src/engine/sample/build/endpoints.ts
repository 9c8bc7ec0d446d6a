import { count } from '../metrics.ts';
import type { Site, Tags } from '../world.ts';
import { tagList } from '../world.ts';
import { networkInterface } from './addresses.ts';
import { named } from './tags.ts';

/** A word that EC2 sends although the SDK's types know another: seen in answers, not in the model. */
export const asSent = (word: string) => word as never;

interface GatewaySpec {
  vpc: string;
  service: string;
  created: Date;
  tags?: Tags;
}

/** An endpoint of S3 or DynamoDB, in every route table of the VPC. */

export function gatewayEndpoint(site: Site, spec: GatewaySpec): void {
  const name = `${spec.vpc}-${spec.service}`;
  const vpcId = site.get('vpc', spec.vpc).body.VpcId!;
  const tags = named(name, spec.tags);
  const id = site.id('vpce', name);
  const tables = site
    .all('route-table')
    .filter((table) => table.body.VpcId === vpcId)
    .map((table) => table.body.RouteTableId!);
  site.add('vpc-endpoint', {
    name,
    arn: site.arn('ec2', `vpc-endpoint/${id}`),
    tags,
    body: {
      VpcEndpointId: id,
      VpcEndpointType: 'Gateway',
      VpcId: vpcId,
      ServiceName: `com.amazonaws.${site.region}.${spec.service}`,
      State: asSent('available'),
      PolicyDocument: JSON.stringify({
        Version: '2008-10-17',
        Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
      }),
      RouteTableIds: tables,
      SubnetIds: [],
      Groups: [],
      NetworkInterfaceIds: [],
      PrivateDnsEnabled: false,
      RequesterManaged: false,
      CreationTimestamp: spec.created,
      OwnerId: site.account.id,
      Tags: tagList(tags),
    },
  });
}

/** An endpoint with network interfaces, such as the one for ECR or Secrets Manager. */
export function interfaceEndpoint(
  site: Site,
  spec: {
    vpc: string;
    service: string;
    subnets: string[];
    group: string;
    created: Date;
    bytes: number;
    tags?: Tags;
  },
): void {
  const name = `${spec.vpc}-${spec.service}`;
  const tags = named(name, spec.tags);
  const id = site.id('vpce', name);
  const vpcId = site.get('vpc', spec.vpc).body.VpcId!;
  const group = site.get('security-group', spec.group).body;
  const interfaces = spec.subnets.map((subnetName) =>
    networkInterface(site, {
      name: `${name}-${subnetName}`,
      subnet: subnetName,
      groups: [spec.group],
      type: 'vpc_endpoint',
      description: `VPC Endpoint Interface ${id}`,
      requester: '727180483921',
      created: spec.created,
    }),
  );
  site.add('vpc-endpoint', {
    name,
    arn: site.arn('ec2', `vpc-endpoint/${id}`),
    tags,
    body: {
      VpcEndpointId: id,
      VpcEndpointType: 'Interface',
      VpcId: vpcId,
      ServiceName: `com.amazonaws.${site.region}.${spec.service}`,
      State: asSent('available'),
      RouteTableIds: [],
      SubnetIds: spec.subnets.map((subnetName) => site.get('subnet', subnetName).body.SubnetId!),
      Groups: [{ GroupId: group.GroupId, GroupName: group.GroupName }],
      NetworkInterfaceIds: interfaces.map((eni) => eni.body.NetworkInterfaceId!),
      PrivateDnsEnabled: true,
      RequesterManaged: false,
      CreationTimestamp: spec.created,
      OwnerId: site.account.id,
      Tags: tagList(tags),
    },
  });
  for (const eni of interfaces)
    site.measure(
      'AWS/PrivateLinkEndpoints',
      'BytesProcessed',
      {
        'Endpoint Type': 'Interface',
        'Service Name': `com.amazonaws.${site.region}.${spec.service}`,
        'Subnet Id': eni.body.SubnetId!,
        'VPC Endpoint Id': id,
        'VPC Id': vpcId,
      },
      count(eni.name, spec.bytes, spec.created),
    );
}
