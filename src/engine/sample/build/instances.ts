import { digest } from '../ids.ts';
import { count, level } from '../metrics.ts';
import type { Instance, Kinds, Site, Tags } from '../world.ts';
import { tagList } from '../world.ts';
import { address, associate, networkInterface } from './addresses.ts';
import { named } from './tags.ts';
import { type Disk, imageId, volume } from './volumes.ts';

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
    // The console asks everybody for a name; what a group starts is named by its tags, or not at all.
    ...(spec.tags || !spec.group ? named(spec.name, spec.tags) : {}),
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
