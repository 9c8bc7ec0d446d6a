import type { RelationName } from '../../shared/model/relation.ts';

/** Properties of one type that hold ids, names or ARNs of another. */
export interface Relation {
  from: string;
  as: RelationName;
  to: string;
  /**
   * Where the other is named: properties joined by dots, `[]` for each entry of a list, `[Name=x]` for those entries
   * alone; before a colon, the facet that is meant instead of the body. `@owner` is what comes before an inline
   * policy or access key in the resource's own ARN.
   */
  paths: readonly string[];
  /** Set where a name is unique within an account and region only. */
  named?: 'in-place';
  /** Set where one string holds several. */
  separator?: string;
}

const INSTANCE = 'AWS::EC2::Instance';
const VOLUME = 'AWS::EC2::Volume';
const SNAPSHOT = 'AWS::EC2::Snapshot';
const IMAGE = 'AWS::EC2::Image';
const TEMPLATE = 'AWS::EC2::LaunchTemplate';
const VPC = 'AWS::EC2::VPC';
const SUBNET = 'AWS::EC2::Subnet';
const GROUP = 'AWS::EC2::SecurityGroup';
const ROUTES = 'AWS::EC2::RouteTable';
const NAT = 'AWS::EC2::NatGateway';
const GATEWAY = 'AWS::EC2::InternetGateway';
const ENDPOINT = 'AWS::EC2::VPCEndpoint';
const ADDRESS = 'AWS::EC2::EIP';
const SCALING = 'AWS::AutoScaling::AutoScalingGroup';
const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const TARGETS = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const FUNCTION = 'AWS::Lambda::Function';
const CLUSTER = 'AWS::ECS::Cluster';
const SERVICE = 'AWS::ECS::Service';
const EKS = 'AWS::EKS::Cluster';
const NODES = 'AWS::EKS::Nodegroup';
const DATABASE = 'AWS::RDS::DBInstance';
const DATABASES = 'AWS::RDS::DBCluster';
const DATABASE_SNAPSHOT = 'AWS::RDS::DBSnapshot';
const TABLE = 'AWS::DynamoDB::Table';
const BUCKET = 'AWS::S3::Bucket';
const KEY = 'AWS::KMS::Key';
const ROLE = 'AWS::IAM::Role';
const USER = 'AWS::IAM::User';
const LOGS = 'AWS::Logs::LogGroup';
const TRAIL = 'AWS::CloudTrail::Trail';
const ALARM = 'AWS::CloudWatch::Alarm';
const FLOW = 'AWS::EC2::FlowLog';
const UNIT = 'AWS::Organizations::OrganizationalUnit';
const ROOT = 'AWS::Organizations::Root';
const MEMBER = 'AWS::Organizations::Account';
const GUARDRAIL = 'AWS::Organizations::Policy';

type Row = [as: RelationName, to: string, paths: string | readonly string[], more?: Partial<Relation>];
const from = (type: string, ...rows: Row[]): Relation[] =>
  rows.map(([as, to, paths, more]) => ({
    from: type,
    as,
    to,
    paths: typeof paths === 'string' ? [paths] : paths,
    ...more,
  }));
const here = { named: 'in-place' } as const;

/** Every relation that Fieldbook knows, by the type that names the other. */
export const relations: readonly Relation[] = [
  ...from(
    INSTANCE,
    ['protected-by', GROUP, ['SecurityGroups[].GroupId', 'NetworkInterfaces[].Groups[].GroupId']],
    ['in-subnet', SUBNET, ['SubnetId', 'NetworkInterfaces[].SubnetId']],
    ['in-vpc', VPC, 'VpcId'],
    ['uses-volume', VOLUME, 'BlockDeviceMappings[].Ebs.VolumeId'],
    ['made-from', IMAGE, 'ImageId'],
  ),
  ...from(VOLUME, ['made-from', SNAPSHOT, 'SnapshotId'], ['encrypted-by', KEY, 'KmsKeyId']),
  ...from(SNAPSHOT, ['made-from', VOLUME, 'VolumeId'], ['encrypted-by', KEY, 'KmsKeyId']),
  ...from(IMAGE, ['made-from', SNAPSHOT, 'BlockDeviceMappings[].Ebs.SnapshotId']),
  ...from(
    TEMPLATE,
    ['made-from', IMAGE, 'DefaultVersion:LaunchTemplateData.ImageId'],
    [
      'protected-by',
      GROUP,
      [
        'DefaultVersion:LaunchTemplateData.SecurityGroupIds[]',
        'DefaultVersion:LaunchTemplateData.NetworkInterfaces[].Groups[]',
      ],
    ],
  ),
  ...from(
    SCALING,
    [
      'launched-by',
      TEMPLATE,
      [
        'LaunchTemplate.LaunchTemplateId',
        'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId',
      ],
    ],
    ['member', INSTANCE, 'Instances[].InstanceId'],
    ['forwards-to', TARGETS, 'TargetGroupARNs[]'],
    ['in-subnet', SUBNET, 'VPCZoneIdentifier', { separator: ',' }],
  ),
  ...from(SUBNET, ['in-vpc', VPC, 'VpcId']),
  ...from(GROUP, ['in-vpc', VPC, 'VpcId'], ['lets-in', GROUP, 'IpPermissions[].UserIdGroupPairs[].GroupId']),
  ...from(
    ROUTES,
    ['in-vpc', VPC, 'VpcId'],
    ['applies-to', SUBNET, 'Associations[].SubnetId'],
    ['routes-to', NAT, 'Routes[].NatGatewayId'],
    ['routes-to', GATEWAY, 'Routes[].GatewayId'],
    ['routes-to', ENDPOINT, 'Routes[].GatewayId'],
    ['routes-to', INSTANCE, 'Routes[].InstanceId'],
  ),
  ...from(
    'AWS::EC2::NetworkAcl',
    ['in-vpc', VPC, 'VpcId'],
    ['applies-to', SUBNET, 'Associations[].SubnetId'],
  ),
  ...from(GATEWAY, ['attached-to', VPC, 'Attachments[].VpcId']),
  ...from(
    NAT,
    ['in-subnet', SUBNET, 'SubnetId'],
    ['in-vpc', VPC, 'VpcId'],
    ['attached-to', ADDRESS, 'NatGatewayAddresses[].AllocationId'],
  ),
  ...from(ADDRESS, ['attached-to', INSTANCE, 'InstanceId']),
  ...from(
    ENDPOINT,
    ['in-vpc', VPC, 'VpcId'],
    ['in-subnet', SUBNET, 'SubnetIds[]'],
    ['protected-by', GROUP, 'Groups[].GroupId'],
    ['applies-to', ROUTES, 'RouteTableIds[]'],
  ),
  ...from(
    FLOW,
    ['watches', VPC, 'ResourceId'],
    ['watches', SUBNET, 'ResourceId'],
    ['writes-to', LOGS, 'LogGroupName', here],
    ['writes-to', BUCKET, 'LogDestination'],
    ['runs-as', ROLE, 'DeliverLogsPermissionArn'],
  ),
  ...from(
    BALANCER,
    ['protected-by', GROUP, 'SecurityGroups[]'],
    ['in-subnet', SUBNET, 'AvailabilityZones[].SubnetId'],
    ['in-vpc', VPC, 'VpcId'],
  ),
  ...from(
    TARGETS,
    ['in-vpc', VPC, 'VpcId'],
    ['forwards-to', BALANCER, 'LoadBalancerArns[]'],
    ['targets', INSTANCE, 'TargetHealth:[].Target.Id'],
    ['targets', FUNCTION, 'TargetHealth:[].Target.Id'],
    ['targets', BALANCER, 'TargetHealth:[].Target.Id'],
  ),
  ...from(
    LISTENER,
    ['part-of', BALANCER, 'LoadBalancerArn'],
    [
      'forwards-to',
      TARGETS,
      [
        'DefaultActions[].TargetGroupArn',
        'DefaultActions[].ForwardConfig.TargetGroups[].TargetGroupArn',
        'Rules:[].Actions[].TargetGroupArn',
      ],
    ],
  ),
  ...from(
    FUNCTION,
    ['runs-as', ROLE, 'Role'],
    ['protected-by', GROUP, 'VpcConfig.SecurityGroupIds[]'],
    ['in-subnet', SUBNET, 'VpcConfig.SubnetIds[]'],
    ['in-vpc', VPC, 'VpcConfig.VpcId'],
    ['encrypted-by', KEY, 'KMSKeyArn'],
    ['writes-to', LOGS, 'LoggingConfig.LogGroup', here],
  ),
  ...from(
    SERVICE,
    ['part-of', CLUSTER, 'clusterArn'],
    ['forwards-to', TARGETS, 'loadBalancers[].targetGroupArn'],
    ['in-subnet', SUBNET, 'networkConfiguration.awsvpcConfiguration.subnets[]'],
    ['protected-by', GROUP, 'networkConfiguration.awsvpcConfiguration.securityGroups[]'],
    ['runs-as', ROLE, ['taskDefinition:taskRoleArn', 'taskDefinition:executionRoleArn']],
  ),
  ...from(
    EKS,
    ['in-vpc', VPC, 'resourcesVpcConfig.vpcId'],
    ['in-subnet', SUBNET, 'resourcesVpcConfig.subnetIds[]'],
    [
      'protected-by',
      GROUP,
      ['resourcesVpcConfig.clusterSecurityGroupId', 'resourcesVpcConfig.securityGroupIds[]'],
    ],
    ['runs-as', ROLE, 'roleArn'],
    ['encrypted-by', KEY, 'encryptionConfig[].provider.keyArn'],
  ),
  ...from(
    NODES,
    ['part-of', EKS, 'clusterName', here],
    ['in-subnet', SUBNET, 'subnets[]'],
    ['runs-as', ROLE, 'nodeRole'],
    ['launched-by', TEMPLATE, 'launchTemplate.id'],
    ['launched-by', SCALING, 'resources.autoScalingGroups[].name', here],
  ),
  ...from(
    DATABASE,
    ['part-of', DATABASES, 'DBClusterIdentifier', here],
    ['protected-by', GROUP, 'VpcSecurityGroups[].VpcSecurityGroupId'],
    ['in-subnet', SUBNET, 'DBSubnetGroup.Subnets[].SubnetIdentifier'],
    ['in-vpc', VPC, 'DBSubnetGroup.VpcId'],
    ['encrypted-by', KEY, ['KmsKeyId', 'PerformanceInsightsKMSKeyId']],
    ['runs-as', ROLE, 'MonitoringRoleArn'],
    ['made-from', DATABASE, 'ReadReplicaSourceDBInstanceIdentifier', here],
  ),
  ...from(
    DATABASES,
    ['protected-by', GROUP, 'VpcSecurityGroups[].VpcSecurityGroupId'],
    ['encrypted-by', KEY, 'KmsKeyId'],
  ),
  ...from(
    DATABASE_SNAPSHOT,
    ['made-from', DATABASE, 'DBInstanceIdentifier', here],
    ['in-vpc', VPC, 'VpcId'],
    ['encrypted-by', KEY, 'KmsKeyId'],
  ),
  ...from(TABLE, [
    'encrypted-by',
    KEY,
    ['SSEDescription.KMSMasterKeyArn', 'Table:SSEDescription.KMSMasterKeyArn'],
  ]),
  ...from(
    BUCKET,
    [
      'encrypted-by',
      KEY,
      'ServerSideEncryptionConfiguration:Rules[].ApplyServerSideEncryptionByDefault.KMSMasterKeyID',
    ],
    ['writes-to', BUCKET, 'LoggingEnabled:TargetBucket'],
  ),
  ...from(LOGS, ['encrypted-by', KEY, 'kmsKeyId']),
  ...from(
    TRAIL,
    ['writes-to', BUCKET, 'S3BucketName'],
    ['writes-to', LOGS, 'CloudWatchLogsLogGroupArn'],
    ['runs-as', ROLE, 'CloudWatchLogsRoleArn'],
    ['encrypted-by', KEY, 'KmsKeyId'],
  ),
  ...from(
    ALARM,
    ['watches', INSTANCE, 'Dimensions[Name=InstanceId].Value', here],
    ['watches', DATABASE, 'Dimensions[Name=DBInstanceIdentifier].Value', here],
    ['watches', DATABASES, 'Dimensions[Name=DBClusterIdentifier].Value', here],
    ['watches', FUNCTION, 'Dimensions[Name=FunctionName].Value', here],
    ['watches', TABLE, 'Dimensions[Name=TableName].Value', here],
    ['watches', BALANCER, 'Dimensions[Name=LoadBalancer].Value', here],
  ),
  ...from(USER, ['has-policy', 'AWS::IAM::ManagedPolicy', 'attachedPolicies:[].PolicyArn']),
  ...from('AWS::IAM::AccessKey', ['part-of', USER, '@owner']),
  ...from('AWS::IAM::UserPolicy', ['part-of', USER, '@owner']),
  ...from('AWS::IAM::RolePolicy', ['part-of', ROLE, '@owner']),
  ...from(MEMBER, ['part-of', UNIT, 'parents:[].Id'], ['part-of', ROOT, 'parents:[].Id']),
  ...from(
    GUARDRAIL,
    ['applies-to', MEMBER, 'targets:[].TargetId'],
    ['applies-to', UNIT, 'targets:[].TargetId'],
    ['applies-to', ROOT, 'targets:[].TargetId'],
  ),
];

export const relationsFrom: ReadonlyMap<string, readonly Relation[]> = Map.groupBy(
  relations,
  (relation) => relation.from,
);
