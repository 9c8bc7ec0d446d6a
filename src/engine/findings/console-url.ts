import type { ResourceIdentity } from '../../shared/model/resource.ts';

/** Hosts of the AWS console by partition. */
const hosts: Record<string, string> = {
  aws: 'console.aws.amazon.com',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
  'aws-cn': 'console.amazonaws.cn',
};

interface Parts {
  /** What the ARN says after the account: `volume/vol-1`, `db:claims`. */
  resource: string;
  /** The last part of it. */
  id: string;
  arn: string;
  name: string;
  account: string;
  region: string;
}

const all = encodeURIComponent;
/** The console's own router reads a fragment that is encoded twice, with `$` for `%`. */
const twice = (text: string) => all(all(text)).replaceAll('%', '$');

const ec2 = (view: string, key: string) => (of: Parts) => `ec2/home#${view}:${key}=${all(of.id)}`;
const vpc = (view: string, key: string) => (of: Parts) => `vpcconsole/home#${view}:${key}=${all(of.id)}`;
const afterColon = ({ resource }: Parts) => resource.slice(resource.indexOf(':') + 1);
const iam = (section: string, key: (of: Parts) => string) => (of: Parts) =>
  `iam/home#/${section}/details/${all(key(of))}`;

/** The page of a resource in the console, by its type; after the host. */
const pages: Record<string, (of: Parts) => string> = {
  'AWS::AutoScaling::AutoScalingGroup': (of) => `ec2/home#AutoScalingGroupDetails:id=${all(of.name)}`,
  'AWS::CloudTrail::Trail': (of) => `cloudtrailv2/home#/trails/${all(of.arn)}`,
  'AWS::CloudWatch::Alarm': (of) => `cloudwatch/home#alarmsV2:alarm/${all(of.name)}`,
  'AWS::CloudWatch::CompositeAlarm': (of) => `cloudwatch/home#alarmsV2:alarm/${all(of.name)}`,
  'AWS::DynamoDB::Table': (of) => `dynamodbv2/home#table?name=${all(of.id)}`,
  'AWS::EC2::EIP': ec2('ElasticIpDetails', 'AllocationId'),
  'AWS::EC2::Image': ec2('ImageDetails', 'imageId'),
  'AWS::EC2::Instance': ec2('InstanceDetails', 'instanceId'),
  'AWS::EC2::InternetGateway': vpc('InternetGateway', 'internetGatewayId'),
  'AWS::EC2::LaunchTemplate': ec2('LaunchTemplateDetails', 'launchTemplateId'),
  'AWS::EC2::NatGateway': vpc('NatGatewayDetails', 'natGatewayId'),
  'AWS::EC2::NetworkAcl': vpc('NetworkAclDetails', 'networkAclId'),
  'AWS::EC2::NetworkInterface': ec2('NetworkInterface', 'networkInterfaceId'),
  'AWS::EC2::RouteTable': vpc('RouteTableDetails', 'RouteTableId'),
  'AWS::EC2::SecurityGroup': ec2('SecurityGroup', 'groupId'),
  'AWS::EC2::Snapshot': ec2('SnapshotDetails', 'snapshotId'),
  'AWS::EC2::Subnet': vpc('SubnetDetails', 'subnetId'),
  'AWS::EC2::VPC': vpc('VpcDetails', 'VpcId'),
  'AWS::EC2::VPCEndpoint': vpc('EndpointDetails', 'vpcEndpointId'),
  'AWS::EC2::Volume': ec2('VolumeDetails', 'volumeId'),
  'AWS::ECS::Cluster': (of) => `ecs/v2/clusters/${all(of.id)}`,
  'AWS::ECS::Service': ({ resource }) => {
    const [, cluster = '', service = ''] = resource.split('/');
    return `ecs/v2/clusters/${all(cluster)}/services/${all(service)}`;
  },
  'AWS::EKS::Cluster': (of) => `eks/home#/clusters/${all(of.id)}`,
  'AWS::EKS::Nodegroup': ({ resource }) => {
    const [, cluster = '', group = ''] = resource.split('/');
    return `eks/home#/clusters/${all(cluster)}/nodegroups/${all(group)}`;
  },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': (of) => `ec2/home#LoadBalancer:loadBalancerArn=${all(of.arn)}`,
  'AWS::ElasticLoadBalancingV2::TargetGroup': (of) => `ec2/home#TargetGroup:targetGroupArn=${all(of.arn)}`,
  'AWS::IAM::ManagedPolicy': iam('policies', (of) => of.arn),
  'AWS::IAM::Role': iam('roles', (of) => of.id),
  'AWS::IAM::User': iam('users', (of) => of.id),
  'AWS::KMS::Key': (of) => `kms/home#/kms/keys/${all(of.id)}`,
  'AWS::Lambda::Function': (of) => `lambda/home#/functions/${all(afterColon(of))}`,
  'AWS::Logs::LogGroup': (of) => `cloudwatch/home#logsV2:log-groups/log-group/${twice(afterColon(of))}`,
  'AWS::Organizations::Account': (of) => `organizations/v2/home/accounts/${all(of.id)}`,
  'AWS::RDS::DBCluster': (of) => `rds/home#database:id=${all(afterColon(of))};is-cluster=true`,
  'AWS::RDS::DBInstance': (of) => `rds/home#database:id=${all(afterColon(of))};is-cluster=false`,
  'AWS::RDS::DBSnapshot': (of) => `rds/home#snapshots-list:id=${all(afterColon(of))}`,
  'AWS::S3::Bucket': (of) => `s3/buckets/${all(of.id)}`,
};

/** Where a person looks at the resource in AWS; null where the console has no page of its own for the type. */
export function consoleUrl({ type, arn, name, account, region }: ResourceIdentity): string | null {
  const page = pages[type];
  const match = /^arn:([^:]+):[^:]*:[^:]*:[^:]*:(.+)$/.exec(arn);
  const host = match && hosts[match[1]!];
  if (!page || !host) return null;
  const resource = match[2]!;
  const id = resource.slice(resource.lastIndexOf('/') + 1);
  const path = page({ resource, id, arn, name, account, region });
  if (region === 'global') return `https://${host}/${path}`;
  const [before, fragment] = path.split('#', 2) as [string, string | undefined];
  return `https://${region}.${host}/${before}?region=${region}${fragment === undefined ? '' : `#${fragment}`}`;
}
