import { fraction } from '../ids.ts';
import { count, level } from '../metrics.ts';
import { on } from '../moment.ts';
import { computed, type Sequence } from '../sequence.ts';
import type { Instance, Kinds, More, Site, Tags } from '../world.ts';
import { tagList } from '../world.ts';
import { countsOf, hex, indexIn, type Scaled, Slots, teams } from './slots.ts';

/** Share of the generated instances that run, and are therefore asked about. */
const RUNNING = 0.015;
/** Share of the generated volumes beyond the first of each instance that nobody uses. */
const UNATTACHED = 0.05;

/** What is generated of a site. */

export class Fleet implements More {
  readonly #site: Site;
  readonly #subnet: Kinds['subnet'];
  readonly #slots: Slots;
  readonly #counts: Record<Scaled, number>;

  constructor(site: Site, subnet: string, resources: number, change: number) {
    this.#site = site;
    this.#subnet = site.get('subnet', subnet);
    this.#slots = new Slots(site.place, change);
    this.#counts = countsOf(resources);
  }

  list<K extends keyof Kinds>(kind: K): Sequence<Kinds[K]> | undefined {
    const make = this.#makers[kind as Exclude<Scaled, 'bucket'>] as ((index: number) => Kinds[K]) | undefined;
    return make && computed(this.#counts[kind as Scaled], make);
  }

  find<K extends keyof Kinds>(kind: K, name: string): Kinds[K] | undefined {
    return this.list(kind)
      ?.slice(indexIn(name), indexIn(name) + 1)
      .find((thing) => thing.name === name);
  }

  measured(namespace: string, metric: string, dimensions: Record<string, string>) {
    const kind = measuredKinds[namespace];
    const name = Object.values(dimensions)[0] ?? '';
    if (!kind || !this.find(kind, name)) return undefined;
    if (metric === 'CPUUtilization') return level(name, 5 + 40 * fraction(name), 15 + 80 * fraction(name));
    if (metric === 'FreeStorageSpace') return level(name, 4e10, 5e10);
    return count(
      `${name}/${metric}`,
      metric === 'Errors' || metric === 'Throttles' ? 0 : 9000 * fraction(name),
    );
  }

  readonly #makers: { [K in Exclude<Scaled, 'bucket'>]: (index: number) => Kinds[K] } = {
    instance: (index) => this.#instance(index),
    volume: (index) => this.#volume(index),
    snapshot: (index) => this.#snapshot(index),
    'security-group': (index) => this.#securityGroup(index),
    'network-interface': (index) => this.#networkInterface(index),
    'log-group': (index) => this.#logGroup(index),
    function: (index) => this.#function(index),
    'db-instance': (index) => this.#dbInstance(index),
  };

  #id(prefix: string, kind: Scaled, index: number): string {
    return `${prefix}-0${this.#slots.of(kind, index).key}${hex(index)}`;
  }

  #tags(kind: Scaled, index: number): Tags {
    const { changed } = this.#slots.of(kind, index);
    return {
      Name: `${kind}-${index}`,
      owner: teams[(index + (changed ? 1 : 0)) % teams.length]!,
      ...(index % 3 !== 0 && { env: 'production', 'data-class': 'internal' }),
    };
  }

  #created(kind: Scaled, index: number): Date {
    const days = Math.floor(fraction(`${this.#site.place}|${kind}|${index}|age`) * 1800);
    return new Date(on('2026-07-01').getTime() - days * 86_400_000);
  }

  /** Volumes of an instance by number: its own, and every n-th after it that is in use. */
  #volumesOf(instance: number): number[] {
    const volumes = [];
    for (let index = instance; index < this.#counts.volume; index += this.#counts.instance)
      if (this.#isAttached(index)) volumes.push(index);
    return volumes;
  }

  #isAttached(volume: number): boolean {
    return (
      volume < this.#counts.instance ||
      fraction(`${this.#site.place}|volume|${volume}|attached`) >= UNATTACHED
    );
  }

  #groupOf(index: number): { GroupId: string; GroupName: string } {
    const group = (index * 7919) % this.#counts['security-group'];
    return { GroupId: this.#id('sg', 'security-group', group), GroupName: `scale-${group}` };
  }

  #privateIp(index: number): string {
    return `10.${200 + Math.floor(index / 65_536)}.${Math.floor(index / 256) % 256}.${index % 256}`;
  }

  #instance(index: number): Kinds['instance'] {
    const id = this.#id('i', 'instance', index);
    const tags = this.#tags('instance', index);
    const launched = this.#created('instance', index);
    const running = fraction(`${this.#site.place}|instance|${index}|runs`) < RUNNING;
    const { SubnetId, VpcId, AvailabilityZone } = this.#subnet.body;
    const groups = [this.#groupOf(index)];
    const { changed } = this.#slots.of('instance', index);
    const body: Instance = {
      InstanceId: id,
      InstanceType: changed ? 'm6i.large' : 'm5.large',
      ImageId: 'ami-0123456789abcdef0',
      State: running ? { Code: 16, Name: 'running' } : { Code: 80, Name: 'stopped' },
      StateTransitionReason: running ? '' : 'User initiated (2026-06-30 09:00:00 GMT)',
      LaunchTime: launched,
      PlatformDetails: 'Linux/UNIX',
      UsageOperation: 'RunInstances',
      Architecture: 'x86_64',
      Placement: { AvailabilityZone, Tenancy: 'default' },
      MetadataOptions: { HttpTokens: index % 4 === 0 ? 'optional' : 'required', HttpEndpoint: 'enabled' },
      Monitoring: { State: 'disabled' },
      SubnetId,
      VpcId,
      PrivateIpAddress: this.#privateIp(index),
      SecurityGroups: groups,
      NetworkInterfaces:
        index < this.#counts['network-interface']
          ? [
              {
                NetworkInterfaceId: this.#id('eni', 'network-interface', index),
                SubnetId,
                VpcId,
                Status: 'in-use',
                Groups: groups,
                PrivateIpAddress: this.#privateIp(index),
              },
            ]
          : [],
      RootDeviceType: 'ebs',
      RootDeviceName: '/dev/xvda',
      BlockDeviceMappings: this.#volumesOf(index).map((volume, position) => ({
        DeviceName: position === 0 ? '/dev/xvda' : `/dev/sd${'fghijklmnop'[position - 1]}`,
        Ebs: {
          VolumeId: this.#id('vol', 'volume', volume),
          Status: 'attached',
          DeleteOnTermination: position === 0,
          AttachTime: launched,
        },
      })),
      Tags: tagList(tags),
    };
    return { name: id, arn: this.#site.arn('ec2', `instance/${id}`), tags, body };
  }

  #volume(index: number): Kinds['volume'] {
    const id = this.#id('vol', 'volume', index);
    const tags = this.#tags('volume', index);
    const instance = index % this.#counts.instance;
    const attached = this.#isAttached(index);
    const gp3 = index % 2 === 0 || this.#slots.of('volume', index).changed;
    const size = 20 + (index % 17) * 30;
    return {
      name: id,
      arn: this.#site.arn('ec2', `volume/${id}`),
      tags,
      body: {
        VolumeId: id,
        VolumeType: gp3 ? 'gp3' : 'gp2',
        Size: size,
        Iops: gp3 ? 3000 : Math.max(100, size * 3),
        ...(gp3 && { Throughput: 125 }),
        AvailabilityZone: this.#subnet.body.AvailabilityZone,
        CreateTime: this.#created('volume', index),
        Encrypted: index % 5 !== 0,
        MultiAttachEnabled: false,
        State: attached ? 'in-use' : 'available',
        Attachments: attached
          ? [
              {
                VolumeId: id,
                InstanceId: this.#id('i', 'instance', instance),
                Device: '/dev/xvda',
                State: 'attached',
                DeleteOnTermination: index < this.#counts.instance,
                AttachTime: this.#created('instance', instance),
              },
            ]
          : [],
        Tags: tagList(tags),
      },
    };
  }

  #snapshot(index: number): Kinds['snapshot'] {
    const id = this.#id('snap', 'snapshot', index);
    const tags = this.#tags('snapshot', index);
    return {
      name: id,
      arn: `arn:aws:ec2:${this.#site.region}::snapshot/${id}`,
      tags,
      permissions: [],
      body: {
        SnapshotId: id,
        OwnerId: this.#site.account.id,
        VolumeId: this.#id('vol', 'volume', index % this.#counts.volume),
        VolumeSize: 20 + (index % 17) * 30,
        FullSnapshotSizeInBytes: (20 + (index % 17) * 30) * 4e8,
        StartTime: this.#created('snapshot', index),
        State: 'completed',
        Progress: '100%',
        StorageTier: 'standard',
        Description: this.#slots.of('snapshot', index).changed ? 'kept' : '',
        Encrypted: index % 5 !== 0,
        Tags: tagList(tags),
      },
    };
  }

  #securityGroup(index: number): Kinds['security-group'] {
    const id = this.#id('sg', 'security-group', index);
    // One in a hundred is open, and some of those were closed since.
    const open = index % 100 === 0 && !this.#slots.of('security-group', index).changed;
    return {
      name: id,
      arn: this.#site.arn('ec2', `security-group/${id}`),
      tags: {},
      body: {
        GroupId: id,
        GroupName: `scale-${index}`,
        Description: 'generated',
        OwnerId: this.#site.account.id,
        VpcId: this.#subnet.body.VpcId,
        IpPermissions: [
          {
            IpProtocol: 'tcp',
            FromPort: 22,
            ToPort: 22,
            IpRanges: [{ CidrIp: open ? '0.0.0.0/0' : '10.0.0.0/8' }],
            Ipv6Ranges: [],
            PrefixListIds: [],
            UserIdGroupPairs: [],
          },
        ],
        IpPermissionsEgress: [],
        Tags: [],
      },
    };
  }

  #networkInterface(index: number): Kinds['network-interface'] {
    const id = this.#id('eni', 'network-interface', index);
    const { SubnetId, VpcId, AvailabilityZone } = this.#subnet.body;
    const ofInstance = index < this.#counts.instance;
    return {
      name: id,
      arn: this.#site.arn('ec2', `network-interface/${id}`),
      tags: {},
      body: {
        NetworkInterfaceId: id,
        OwnerId: this.#site.account.id,
        SubnetId,
        VpcId,
        AvailabilityZone,
        Description: this.#slots.of('network-interface', index).changed ? 'moved' : '',
        InterfaceType: 'interface',
        Status: 'in-use',
        PrivateIpAddress: this.#privateIp(index),
        Groups: [this.#groupOf(index)],
        RequesterManaged: !ofInstance,
        ...(ofInstance && {
          Attachment: {
            InstanceId: this.#id('i', 'instance', index),
            InstanceOwnerId: this.#site.account.id,
            Status: 'attached',
            DeviceIndex: 0,
          },
        }),
        TagSet: [],
      },
    };
  }

  #logGroup(index: number): Kinds['log-group'] {
    const slot = this.#slots.of('log-group', index);
    const name = `/scale/${slot.key}/${hex(index)}`;
    const arn = this.#site.arn('logs', `log-group:${name}`);
    return {
      name,
      arn,
      tags: this.#tags('log-group', index),
      body: {
        logGroupName: name,
        arn: `${arn}:*`,
        logGroupArn: arn,
        creationTime: this.#created('log-group', index).getTime(),
        storedBytes: (index % 500) * 1_000_000,
        metricFilterCount: 0,
        logGroupClass: 'STANDARD',
        ...(index % 2 === 0 && { retentionInDays: slot.changed ? 90 : 30 }),
      },
    };
  }

  #function(index: number): Kinds['function'] {
    const slot = this.#slots.of('function', index);
    const name = `scale-${slot.key}-${hex(index)}`;
    const arn = this.#site.arn('lambda', `function:${name}`);
    return {
      name,
      arn,
      tags: this.#tags('function', index),
      urls: [],
      body: {
        FunctionName: name,
        FunctionArn: arn,
        Runtime: index % 4 === 0 ? 'python3.9' : 'python3.13',
        Role: `arn:aws:iam::${this.#site.account.id}:role/lambda-basic`,
        MemorySize: slot.changed ? 1024 : 512,
        Timeout: 30,
        PackageType: 'Zip',
        Architectures: ['x86_64'],
        LastModified: this.#created('function', index).toISOString().replace('Z', '+0000'),
        Version: '$LATEST',
      },
    };
  }

  #dbInstance(index: number): Kinds['db-instance'] {
    const slot = this.#slots.of('db-instance', index);
    const name = `scale-${slot.key}-${hex(index)}`;
    const tags = this.#tags('db-instance', index);
    const arn = this.#site.arn('rds', `db:${name}`);
    return {
      name,
      arn,
      tags,
      body: {
        DBInstanceIdentifier: name,
        DBInstanceArn: arn,
        DBInstanceClass: 'db.t4g.medium',
        DBInstanceStatus: 'available',
        Engine: 'postgres',
        EngineVersion: '16.10',
        AllocatedStorage: 100,
        StorageType: 'gp3',
        StorageEncrypted: index % 5 !== 0,
        BackupRetentionPeriod: slot.changed ? 14 : 7,
        MultiAZ: index % 2 === 0,
        PubliclyAccessible: false,
        AutoMinorVersionUpgrade: true,
        DeletionProtection: index % 3 === 0,
        InstanceCreateTime: this.#created('db-instance', index),
        DBSubnetGroup: { VpcId: this.#subnet.body.VpcId, Subnets: [] },
        VpcSecurityGroups: [],
        TagList: tagList(tags),
      },
    };
  }
}

const measuredKinds: Record<string, Scaled> = {
  'AWS/EC2': 'instance',
  'AWS/RDS': 'db-instance',
  'AWS/Lambda': 'function',
};
