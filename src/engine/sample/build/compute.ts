import { digest } from '../ids.ts';
import { count, level } from '../metrics.ts';
import type { Instance, Kinds, Site, Tags } from '../world.ts';
import { tagList } from '../world.ts';
import { register } from './balancing.ts';
import { keyArn } from './encryption.ts';
import { address, associate, networkInterface } from './network.ts';
import { named } from './tags.ts';

type VolumeType = NonNullable<Kinds['volume']['body']['VolumeType']>;

/** A disk: its type, its size in GiB, and what is unusual about it. */
export interface Disk {
  type: VolumeType;
  size: number;
  iops?: number;
  throughput?: number;
  /** Alias of the key, without `alias/`. */
  key?: string;
  /** Operations a day; zero: attached, and nobody reads or writes. */
  operations?: number;
}

export const gp2 = (size: number, more: Partial<Disk> = {}): Disk => ({ type: 'gp2', size, ...more });
export const gp3 = (size: number, more: Partial<Disk> = {}): Disk => ({ type: 'gp3', size, ...more });

/** Baseline of gp2: 3 IOPS for each GiB, at least 100 and at most 16,000. */
const gp2Iops = (size: number): number => Math.min(16_000, Math.max(100, size * 3));

interface VolumeSpec {
  name: string;
  disk: Disk;
  zone: string;
  created: Date;
  attached?: { instance: string; device: string; since: Date; root: boolean };
  snapshot?: string;
  tags?: Tags;
}

export function volume(site: Site, { name, disk, zone, created, attached, snapshot, tags }: VolumeSpec) {
  const id = site.id('vol', name);
  const all = tags ?? {};
  const made = site.add('volume', {
    name,
    arn: site.arn('ec2', `volume/${id}`),
    tags: all,
    body: {
      VolumeId: id,
      VolumeType: disk.type,
      Size: disk.size,
      ...(disk.type === 'gp2' && { Iops: gp2Iops(disk.size) }),
      ...(disk.type === 'gp3' && { Iops: disk.iops ?? 3000, Throughput: disk.throughput ?? 125 }),
      ...(['io1', 'io2'].includes(disk.type) && { Iops: disk.iops }),
      AvailabilityZone: `${site.region}${zone}`,
      CreateTime: created,
      Encrypted: disk.key !== undefined,
      ...(disk.key && { KmsKeyId: keyArn(site, disk.key) }),
      MultiAttachEnabled: false,
      SnapshotId: snapshot ?? '',
      State: attached ? 'in-use' : 'available',
      Attachments: attached
        ? [
            {
              VolumeId: id,
              InstanceId: attached.instance,
              Device: attached.device,
              AttachTime: attached.since,
              DeleteOnTermination: attached.root,
              State: 'attached',
            },
          ]
        : [],
      Tags: tagList(all),
    },
  });
  if (attached)
    for (const metric of ['VolumeReadOps', 'VolumeWriteOps', 'VolumeReadBytes', 'VolumeWriteBytes'])
      site.measure(
        'AWS/EBS',
        metric,
        { VolumeId: id },
        count(
          `${name}/${metric}`,
          (disk.operations ?? 400_000) * (metric.endsWith('Bytes') ? 16_384 : 1),
          attached.since,
        ),
      );
  return made;
}

export interface Load {
  /** CPU in percent: mean and highest of a day. */
  cpu: [average: number, maximum: number];
  /** Bytes a day, in and out. */
  network: number;
}

export const idle: Load = { cpu: [1.1, 2.4], network: 1.2e6 };
export const light: Load = { cpu: [7, 24], network: 9e8 };
export const steady: Load = { cpu: [31, 58], network: 2.1e10 };
export const busy: Load = { cpu: [78, 99], network: 6.4e10 };

interface InstanceSpec {
  name: string;
  /** Tells an instance from the one that it replaced under the same name. */
  generation?: string;
  type: string;
  image: string;
  subnet: string;
  groups: string[];
  launched: Date;
  root: Disk;
  disks?: Record<string, Disk>;
  profile?: string;
  /** Whether IMDSv2 is required. */
  tokens?: 'required' | 'optional';
  /** Public address: by the subnet's own rule, or an elastic one. */
  publicIp?: string;
  elasticIp?: string;
  /** When it was stopped. */
  stopped?: Date;
  load?: Load;
  windows?: boolean;
  monitoring?: boolean;
  keyName?: string;
  tags?: Tags;
  group?: string;
  template?: Kinds['launch-template'];
  /** Tags on its disks, when they differ. */
  diskTags?: Tags;
}

const arm = /^[a-z]+\d+g[a-z]*\./;

/** An instance with its disks, its network interface and its metrics. */
export function instance(site: Site, spec: InstanceSpec): Kinds['instance'] {
  const key = spec.generation ? `${spec.name}#${spec.generation}` : spec.name;
  const id = site.id('i', key);
  const tags: Tags = {
    ...(spec.tags && named(spec.name, spec.tags)),
    ...(spec.group && { 'aws:autoscaling:groupName': spec.group }),
    ...(spec.template && {
      'aws:ec2launchtemplate:id': spec.template.body.LaunchTemplateId!,
      'aws:ec2launchtemplate:version': `${spec.template.body.DefaultVersionNumber}`,
    }),
  };
  const subnet = site.get('subnet', spec.subnet).body;
  const zone = subnet.AvailabilityZone!.slice(-1);
  const publicIp = spec.stopped ? undefined : spec.publicIp;
  const eni = networkInterface(site, {
    name: key,
    subnet: spec.subnet,
    groups: spec.groups,
    description: '',
    created: spec.launched,
    instance: { id, launched: spec.launched },
    ...(publicIp && { publicIp }),
    ...(spec.tags && { tags: spec.tags }),
  });
  if (spec.elasticIp)
    associate(address(site, { name: spec.name, publicIp: spec.elasticIp, ...(spec.tags && { tags }) }), eni);
  const disks: [string, Disk][] = [
    [spec.windows ? '/dev/sda1' : '/dev/xvda', spec.root],
    ...Object.entries(spec.disks ?? {}),
  ];
  const volumes = disks.map(([device, disk], index) =>
    volume(site, {
      name: `${key}-${index === 0 ? 'root' : device.split('/').at(-1)}`,
      disk: spec.stopped ? { ...disk, operations: 0 } : disk,
      zone,
      created: spec.launched,
      attached: { instance: id, device, since: spec.launched, root: index === 0 },
      ...(index === 0 && { snapshot: `snap-0${digest(spec.image).slice(0, 16)}` }),
      ...((spec.diskTags ?? spec.tags) && { tags: spec.diskTags ?? named(spec.name, spec.tags) }),
    }),
  );
  const association = eni.body.Association;
  const body: Instance = {
    InstanceId: id,
    InstanceType: spec.type as NonNullable<Instance['InstanceType']>,
    ImageId: imageId(site, spec.image),
    State: spec.stopped ? { Code: 80, Name: 'stopped' } : { Code: 16, Name: 'running' },
    StateTransitionReason: spec.stopped
      ? `User initiated (${spec.stopped.toISOString().slice(0, 19).replace('T', ' ')} GMT)`
      : '',
    ...(spec.stopped && {
      StateReason: {
        Code: 'Client.UserInitiatedShutdown',
        Message: 'Client.UserInitiatedShutdown: User initiated shutdown',
      },
    }),
    LaunchTime: spec.launched,
    UsageOperationUpdateTime: spec.launched,
    UsageOperation: spec.windows ? 'RunInstances:0002' : 'RunInstances',
    PlatformDetails: spec.windows ? 'Windows' : 'Linux/UNIX',
    ...(spec.windows && { Platform: 'windows' as never }),
    Architecture: arm.test(spec.type) ? 'arm64' : 'x86_64',
    VirtualizationType: 'hvm',
    Hypervisor: 'xen',
    EbsOptimized: !/^(t2|m3|m4)\./.test(spec.type),
    EnaSupport: true,
    Placement: { AvailabilityZone: subnet.AvailabilityZone, GroupName: '', Tenancy: 'default' },
    Monitoring: { State: spec.monitoring ? 'enabled' : 'disabled' },
    MetadataOptions: {
      State: 'applied',
      HttpTokens: spec.tokens ?? 'required',
      HttpPutResponseHopLimit: spec.tokens === 'optional' ? 1 : 2,
      HttpEndpoint: 'enabled',
      HttpProtocolIpv6: 'disabled',
      InstanceMetadataTags: 'disabled',
    },
    ...(spec.profile && {
      IamInstanceProfile: {
        Arn: `arn:aws:iam::${site.account.id}:instance-profile/${spec.profile}`,
        Id: `AIPA${digest(spec.profile).slice(0, 17).toUpperCase()}`,
      },
    }),
    ...(spec.keyName && { KeyName: spec.keyName }),
    VpcId: subnet.VpcId,
    SubnetId: subnet.SubnetId,
    PrivateIpAddress: eni.body.PrivateIpAddress,
    PrivateDnsName: eni.body.PrivateDnsName,
    PublicDnsName: association?.PublicDnsName ?? '',
    ...(association?.PublicIp && { PublicIpAddress: association.PublicIp }),
    SecurityGroups: eni.body.Groups,
    SourceDestCheck: true,
    NetworkInterfaces: [
      {
        NetworkInterfaceId: eni.body.NetworkInterfaceId,
        SubnetId: subnet.SubnetId,
        VpcId: subnet.VpcId,
        OwnerId: site.account.id,
        Status: 'in-use',
        InterfaceType: 'interface',
        PrivateIpAddress: eni.body.PrivateIpAddress,
        PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: eni.body.PrivateIpAddress }],
        Groups: eni.body.Groups,
        SourceDestCheck: true,
        Attachment: {
          AttachmentId: eni.body.Attachment?.AttachmentId,
          AttachTime: spec.launched,
          DeviceIndex: 0,
          DeleteOnTermination: true,
          Status: 'attached',
          NetworkCardIndex: 0,
        },
        ...(association?.PublicIp && {
          Association: {
            PublicIp: association.PublicIp,
            PublicDnsName: association.PublicDnsName,
            IpOwnerId: association.IpOwnerId,
          },
        }),
      },
    ],
    RootDeviceType: 'ebs',
    RootDeviceName: disks[0]![0],
    BlockDeviceMappings: volumes.map(({ body: attached }) => ({
      DeviceName: attached.Attachments?.[0]?.Device,
      Ebs: {
        VolumeId: attached.VolumeId,
        AttachTime: attached.Attachments?.[0]?.AttachTime,
        DeleteOnTermination: attached.Attachments?.[0]?.DeleteOnTermination,
        Status: 'attached',
      },
    })),
    CpuOptions: { CoreCount: Math.max(1, vcpus(spec.type) / 2), ThreadsPerCore: arm.test(spec.type) ? 1 : 2 },
    CapacityReservationSpecification: { CapacityReservationPreference: 'open' },
    HibernationOptions: { Configured: false },
    EnclaveOptions: { Enabled: false },
    PrivateDnsNameOptions: {
      HostnameType: 'ip-name',
      EnableResourceNameDnsARecord: false,
      EnableResourceNameDnsAAAARecord: false,
    },
    MaintenanceOptions: { AutoRecovery: 'default' },
    AmiLaunchIndex: 0,
    ClientToken: '',
    ProductCodes: [],
    Tags: tagList(tags),
  };
  if (!spec.stopped) measureInstance(site, id, spec.load ?? steady, spec.launched);
  return site.add('instance', { name: key, arn: site.arn('ec2', `instance/${id}`), tags, body });
}

function measureInstance(site: Site, id: string, load: Load, since: Date): void {
  const dimensions = { InstanceId: id };
  site.measure('AWS/EC2', 'CPUUtilization', dimensions, level(id, ...load.cpu, since));
  site.measure('AWS/EC2', 'NetworkIn', dimensions, count(`${id}/in`, load.network * 0.6, since));
  site.measure('AWS/EC2', 'NetworkOut', dimensions, count(`${id}/out`, load.network * 0.4, since));
  site.measure('AWS/EC2', 'StatusCheckFailed', dimensions, level(`${id}/status`, 0, 0, since));
}

const sizes: Record<string, number> = { nano: 2, micro: 2, small: 2, medium: 2, large: 2, xlarge: 4 };

export const vcpus = (type: string): number => {
  const size = type.split('.').at(-1)!;
  return sizes[size] ?? Number.parseInt(size, 10) * 4;
};

interface ImageSpec {
  name: string;
  created: Date;
  snapshot: Kinds['snapshot'];
  public?: boolean;
  lastLaunched?: Date;
  tags?: Tags;
}

/** Images of Amazon and others that instances are started from, by a short name. */
export function imageId(site: Site, image: string): string {
  return site.find('image', image)?.body.ImageId ?? site.id('ami', image);
}

export function image(site: Site, spec: ImageSpec): Kinds['image'] {
  const id = site.id('ami', spec.name);
  const tags = spec.tags ?? {};
  const { SnapshotId, VolumeSize, Encrypted } = spec.snapshot.body;
  spec.snapshot.body.Description = `Created by CreateImage(${site.id('i', 'builder')}) for ${id}`;
  return site.add('image', {
    name: spec.name,
    arn: `arn:aws:ec2:${site.region}::image/${id}`,
    tags,
    body: {
      ImageId: id,
      Name: spec.name,
      Description: spec.name,
      ImageLocation: `${site.account.id}/${spec.name}`,
      OwnerId: site.account.id,
      CreationDate: spec.created.toISOString(),
      Public: spec.public ?? false,
      State: 'available',
      Architecture: 'x86_64',
      ImageType: 'machine',
      PlatformDetails: 'Linux/UNIX',
      UsageOperation: 'RunInstances',
      RootDeviceType: 'ebs',
      RootDeviceName: '/dev/xvda',
      VirtualizationType: 'hvm',
      Hypervisor: 'xen',
      EnaSupport: true,
      ...(spec.lastLaunched && { LastLaunchedTime: spec.lastLaunched.toISOString() }),
      BlockDeviceMappings: [
        {
          DeviceName: '/dev/xvda',
          Ebs: { SnapshotId, VolumeSize, Encrypted, VolumeType: 'gp2', DeleteOnTermination: true },
        },
      ],
      Tags: tagList(tags),
    },
  });
}

interface SnapshotSpec {
  name: string;
  /** Name of the volume, or of one that is gone. */
  volume: string;
  size: number;
  created: Date;
  description?: string;
  /** Alias of the key, without `alias/`. */
  key?: string;
  /** Open to everybody, or to these accounts. */
  shared?: 'everybody' | string[];
  tier?: 'standard' | 'archive';
  /** Share of the size that was written, for the full size. */
  written?: number;
  tags?: Tags;
}

export function snapshot(site: Site, spec: SnapshotSpec): Kinds['snapshot'] {
  const id = site.id('snap', spec.name);
  const tags = spec.tags ?? {};
  return site.add('snapshot', {
    name: spec.name,
    arn: `arn:aws:ec2:${site.region}::snapshot/${id}`,
    tags,
    permissions:
      spec.shared === 'everybody' ? [{ Group: 'all' }] : (spec.shared ?? []).map((UserId) => ({ UserId })),
    body: {
      SnapshotId: id,
      VolumeId: site.find('volume', spec.volume)?.body.VolumeId ?? site.id('vol', spec.volume),
      VolumeSize: spec.size,
      FullSnapshotSizeInBytes: Math.round(spec.size * (spec.written ?? 0.6) * 1024 ** 3),
      OwnerId: site.account.id,
      StartTime: spec.created,
      CompletionTime: new Date(spec.created.getTime() + 1_260_000),
      State: 'completed',
      Progress: '100%',
      StorageTier: spec.tier ?? 'standard',
      Description: spec.description ?? '',
      Encrypted: spec.key !== undefined,
      ...(spec.key && { KmsKeyId: keyArn(site, spec.key) }),
      Tags: tagList(tags),
    },
  });
}

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
  /** Scaling policy: the CPU that is held; none: nothing scales it. */
  target?: number;
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
  if (spec.target !== undefined) {
    const name = `${spec.name}-cpu`;
    const policyArn = arn.replace(':autoScalingGroup:', ':scalingPolicy:').concat(`:policyName/${name}`);
    site.add('scaling-policy', {
      name,
      arn: policyArn,
      tags: {},
      body: {
        AutoScalingGroupName: spec.name,
        PolicyName: name,
        PolicyARN: policyArn,
        PolicyType: 'TargetTrackingScaling',
        TargetTrackingConfiguration: {
          PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
          TargetValue: spec.target,
          DisableScaleIn: false,
        },
        Enabled: true,
        StepAdjustments: [],
        Alarms: [],
      },
    });
  }
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

/** Reserved Instances, by the list of the Standard one-year offering without an upfront payment. */
export function reservedInstances(
  site: Site,
  spec: {
    name: string;
    type: string;
    count: number;
    start: Date;
    years: 1 | 3;
    hourly: number;
    state?: 'active' | 'retired';
  },
): Kinds['reserved-instances'] {
  const seconds = spec.years * 31_536_000;
  return site.add('reserved-instances', {
    name: spec.name,
    arn: site.arn('ec2', `reserved-instances/${spec.name}`),
    tags: {},
    body: {
      ReservedInstancesId: spec.name,
      InstanceType: spec.type as NonNullable<Instance['InstanceType']>,
      InstanceCount: spec.count,
      InstanceTenancy: 'default',
      ProductDescription: 'Linux/UNIX',
      OfferingClass: 'standard',
      OfferingType: 'No Upfront',
      Scope: 'Region',
      CurrencyCode: 'USD',
      FixedPrice: 0,
      UsagePrice: 0,
      RecurringCharges: [{ Amount: spec.hourly, Frequency: 'Hourly' }],
      Start: spec.start,
      Duration: seconds,
      End: new Date(spec.start.getTime() + seconds * 1000),
      State: spec.state ?? 'active',
      Tags: [],
    },
  });
}
