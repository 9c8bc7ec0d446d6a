import { fraction } from '../ids.ts';
import type { Kinds, Site, Tags } from '../world.ts';
import { tagList } from '../world.ts';

interface InterfaceSpec {
  name: string;
  subnet: string;
  groups?: string[];
  description: string;
  type?: NonNullable<Kinds['network-interface']['body']['InterfaceType']>;
  /** The service that made it for itself. */
  requester?: string;
  publicIp?: string;
  instance?: { id: string; launched: Date };
  created: Date;
  tags?: Tags;
}

/** A network interface with an address in its subnet, the same every time. */
export function networkInterface(site: Site, spec: InterfaceSpec): Kinds['network-interface'] {
  const { SubnetId, VpcId, CidrBlock, AvailabilityZone } = site.get('subnet', spec.subnet).body;
  const id = site.id('eni', spec.name);
  const taken = new Set(site.all('network-interface').map(({ body }) => body.PrivateIpAddress));
  const privateIp = hostIn(CidrBlock!, `${site.place}/${spec.name}`, taken);
  return site.add('network-interface', {
    name: spec.name,
    arn: site.arn('ec2', `network-interface/${id}`),
    tags: spec.tags ?? {},
    body: {
      NetworkInterfaceId: id,
      OwnerId: site.account.id,
      SubnetId,
      VpcId,
      AvailabilityZone,
      Description: spec.description,
      InterfaceType: spec.type ?? 'interface',
      Status: 'in-use',
      PrivateIpAddress: privateIp,
      PrivateDnsName: `ip-${privateIp.replaceAll('.', '-')}.ec2.internal`,
      PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: privateIp }],
      Groups: (spec.groups ?? []).map((name) => {
        const { GroupId, GroupName } = site.get('security-group', name).body;
        return { GroupId, GroupName };
      }),
      RequesterManaged: spec.requester !== undefined,
      ...(spec.requester && { RequesterId: spec.requester }),
      SourceDestCheck: spec.requester !== 'amazon-aws',
      Attachment: {
        AttachmentId: site.id('eni-attach', spec.name),
        AttachTime: spec.created,
        DeleteOnTermination: true,
        DeviceIndex: spec.instance ? 0 : 1,
        Status: 'attached',
        ...(spec.instance
          ? { InstanceId: spec.instance.id, InstanceOwnerId: site.account.id, NetworkCardIndex: 0 }
          : { InstanceOwnerId: spec.requester ?? 'amazon-aws' }),
      },
      ...(spec.publicIp && {
        Association: {
          PublicIp: spec.publicIp,
          PublicDnsName: `ec2-${spec.publicIp.replaceAll('.', '-')}.compute-1.amazonaws.com`,
          IpOwnerId: spec.requester ?? 'amazon',
        },
      }),
      TagSet: tagList(spec.tags ?? {}),
    },
  });
}

/** An address in a block that a name gets, unless it is taken; the first ones of a subnet belong to AWS. */
function hostIn(cidr: string, name: string, taken: ReadonlySet<string | undefined>): string {
  const [base, bits] = cidr.split('/') as [string, string];
  const hosts = 2 ** (32 - Number(bits));
  const offset = 4 + Math.floor(fraction(name) * (hosts - 5));
  const [a, b, c, d] = base.split('.').map(Number) as [number, number, number, number];
  const number = ((a * 256 + b) * 256 + c) * 256 + d + offset;
  const address = [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
  return taken.has(address) ? hostIn(cidr, `${name}'`, taken) : address;
}

/** An elastic address; associate it, or leave it idle. */
export function address(site: Site, spec: { name: string; publicIp: string; tags?: Tags }): Kinds['address'] {
  const tags = spec.tags ?? {};
  const id = site.id('eipalloc', spec.name);
  return site.add('address', {
    name: spec.name,
    arn: site.arn('ec2', `elastic-ip/${id}`),
    tags,
    body: {
      AllocationId: id,
      PublicIp: spec.publicIp,
      PublicIpv4Pool: 'amazon',
      NetworkBorderGroup: site.region,
      Domain: 'vpc',
      Tags: tagList(tags),
    },
  });
}

export function associate(elastic: Kinds['address'], eni: Kinds['network-interface']): void {
  const { NetworkInterfaceId, PrivateIpAddress, OwnerId, Attachment } = eni.body;
  Object.assign(elastic.body, {
    AssociationId: elastic.body.AllocationId!.replace('eipalloc', 'eipassoc'),
    NetworkInterfaceId,
    NetworkInterfaceOwnerId: OwnerId,
    PrivateIpAddress,
    ...(Attachment?.InstanceId && { InstanceId: Attachment.InstanceId }),
  });
  eni.body.Association = {
    ...eni.body.Association,
    PublicIp: elastic.body.PublicIp,
    AllocationId: elastic.body.AllocationId,
    AssociationId: elastic.body.AssociationId,
    IpOwnerId: OwnerId,
  };
}
