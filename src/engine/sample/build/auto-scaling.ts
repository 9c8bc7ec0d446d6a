import { digest } from '../ids.ts';
import type { Instance, Kinds, Site, Tags } from '../world.ts';
import { tagList } from '../world.ts';
import { register } from './balancing.ts';
import { instance, type Load, steady } from './instances.ts';
import { type Disk, imageId } from './volumes.ts';

interface TemplateSpec {
  name: string;
  created: Date;
  /** Versions, oldest first; the last one is the default. */
  versions: {
    created: Date;
    type: string;
    image: string;
    groups: string[];
    root: Disk;
    tokens?: 'required' | 'optional';
    publicAddress?: boolean;
    profile?: string;
    userData?: string;
    note?: string;
  }[];
  tags?: Tags;
}

export function launchTemplate(site: Site, spec: TemplateSpec): Kinds['launch-template'] {
  const id = site.id('lt', spec.name);
  const tags = spec.tags ?? {};
  const createdBy = `arn:aws:iam::${site.account.id}:user/terraform`;
  return site.add('launch-template', {
    name: spec.name,
    arn: site.arn('ec2', `launch-template/${id}`),
    tags,
    body: {
      LaunchTemplateId: id,
      LaunchTemplateName: spec.name,
      CreateTime: spec.created,
      CreatedBy: createdBy,
      DefaultVersionNumber: spec.versions.length,
      LatestVersionNumber: spec.versions.length,
      Tags: tagList(tags),
    },
    versions: spec.versions.map((version, index) => ({
      LaunchTemplateId: id,
      LaunchTemplateName: spec.name,
      VersionNumber: index + 1,
      VersionDescription: version.note ?? '',
      CreateTime: version.created,
      CreatedBy: createdBy,
      DefaultVersion: index === spec.versions.length - 1,
      LaunchTemplateData: {
        ImageId: imageId(site, version.image),
        InstanceType: version.type as NonNullable<Instance['InstanceType']>,
        EbsOptimized: true,
        ...(version.profile && { IamInstanceProfile: { Name: version.profile } }),
        BlockDeviceMappings: [
          {
            DeviceName: '/dev/xvda',
            Ebs: {
              VolumeType: version.root.type,
              VolumeSize: version.root.size,
              Encrypted: version.root.key !== undefined,
              DeleteOnTermination: true,
            },
          },
        ],
        ...(version.tokens && {
          MetadataOptions: {
            HttpTokens: version.tokens,
            HttpEndpoint: 'enabled',
            HttpPutResponseHopLimit: 2,
          },
        }),
        NetworkInterfaces: [
          {
            DeviceIndex: 0,
            AssociatePublicIpAddress: version.publicAddress ?? false,
            Groups: version.groups.map((name) => site.get('security-group', name).body.GroupId!),
          },
        ],
        ...(version.userData && { UserData: Buffer.from(version.userData).toString('base64') }),
      },
    })),
  });
}

interface GroupSpec {
  name: string;
  template: string;
  created: Date;
  subnets: string[];
  min: number;
  max: number;
  running: number;
  targetGroups?: string[];
  healthCheck?: 'EC2' | 'ELB';
  /** Days ago, that the running instances were launched. */
  launched: Date;
  load?: Load;
  suspended?: string[];
  tags?: Tags;
}

/** A group with its instances, which come from the default version of its template. */
export function autoScalingGroup(site: Site, spec: GroupSpec): Kinds['auto-scaling-group'] {
  const template = site.get('launch-template', spec.template);
  const version = template.versions.at(-1)!;
  const data = version.LaunchTemplateData!;
  const ebs = data.BlockDeviceMappings![0]!.Ebs!;
  const groups = data.NetworkInterfaces![0]!.Groups!;
  const groupNames = site
    .all('security-group')
    .filter((group) => groups.includes(group.body.GroupId!))
    .map((group) => group.name);
  const instances = Array.from({ length: spec.running }, (_, index) =>
    instance(site, {
      name: `${spec.name}-${index + 1}`,
      generation: `v${version.VersionNumber}`,
      type: data.InstanceType!,
      image: site.all('image').find((one) => one.body.ImageId === data.ImageId)?.name ?? 'al2023',
      subnet: spec.subnets[index % spec.subnets.length]!,
      groups: groupNames,
      launched: spec.launched,
      root: {
        type: ebs.VolumeType!,
        size: ebs.VolumeSize!,
        ...(ebs.Encrypted && { key: 'aws/ebs' }),
      },
      ...(data.IamInstanceProfile?.Name && { profile: data.IamInstanceProfile.Name }),
      tokens: data.MetadataOptions?.HttpTokens ?? 'optional',
      load: spec.load ?? steady,
      monitoring: true,
      ...(spec.tags && { tags: spec.tags }),
      diskTags: {},
      group: spec.name,
      template,
    }),
  );
  for (const group of spec.targetGroups ?? [])
    for (const one of instances) register(site, group, { instance: one.name });
  const arn = site.arn(
    'autoscaling',
    `autoScalingGroup:${digest(site.place + spec.name).slice(0, 8)}-aaaa-4bbb-8ccc-${digest(spec.name).slice(0, 12)}:autoScalingGroupName/${spec.name}`,
  );
  const tags = spec.tags ?? {};
  return site.add('auto-scaling-group', {
    name: spec.name,
    arn,
    tags,
    body: {
      AutoScalingGroupName: spec.name,
      AutoScalingGroupARN: arn,
      LaunchTemplate: {
        LaunchTemplateId: template.body.LaunchTemplateId,
        LaunchTemplateName: template.name,
        Version: '$Default',
      },
      MinSize: spec.min,
      MaxSize: spec.max,
      DesiredCapacity: spec.running,
      DefaultCooldown: 300,
      AvailabilityZones: [
        ...new Set(spec.subnets.map((name) => site.get('subnet', name).body.AvailabilityZone!)),
      ],
      VPCZoneIdentifier: spec.subnets.map((name) => site.get('subnet', name).body.SubnetId).join(','),
      TargetGroupARNs: (spec.targetGroups ?? []).map((name) => site.get('target-group', name).arn),
      LoadBalancerNames: [],
      HealthCheckType: spec.healthCheck ?? 'EC2',
      HealthCheckGracePeriod: 300,
      CreatedTime: spec.created,
      Instances: instances.map(({ body }) => ({
        InstanceId: body.InstanceId,
        InstanceType: body.InstanceType,
        AvailabilityZone: body.Placement?.AvailabilityZone,
        LifecycleState: 'InService',
        HealthStatus: 'Healthy',
        LaunchTemplate: {
          LaunchTemplateId: template.body.LaunchTemplateId,
          LaunchTemplateName: template.name,
          Version: `${version.VersionNumber}`,
        },
        ProtectedFromScaleIn: false,
      })),
      SuspendedProcesses: (spec.suspended ?? []).map((ProcessName) => ({
        ProcessName,
        SuspensionReason: 'User suspended at 2026-02-11T10:12:44Z',
      })),
      EnabledMetrics: [],
      TerminationPolicies: ['Default'],
      NewInstancesProtectedFromScaleIn: false,
      ServiceLinkedRoleARN: `arn:aws:iam::${site.account.id}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`,
      CapacityRebalance: false,
      Tags: Object.entries(tags).map(([Key, Value]) => ({
        Key,
        Value,
        PropagateAtLaunch: true,
        ResourceId: spec.name,
        ResourceType: 'auto-scaling-group',
      })),
    },
  });
}
