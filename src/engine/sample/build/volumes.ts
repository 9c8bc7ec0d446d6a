import { count } from '../metrics.ts';
import type { Kinds, Site, Tags } from '../world.ts';
import { tagList } from '../world.ts';
import { keyArn } from './encryption.ts';

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
