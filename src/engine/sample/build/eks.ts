import { digest } from '../ids.ts';
import type { Kinds, Site, Tags } from '../world.ts';
import { networkInterface } from './addresses.ts';
import { autoScalingGroup, launchTemplate } from './auto-scaling.ts';
import { keyArn } from './encryption.ts';
import type { Load } from './instances.ts';
import { gp3 } from './volumes.ts';

interface KubernetesSpec {
  name: string;
  version: string;
  created: Date;
  vpc: string;
  subnets: string[];
  groups: string[];
  /** Who may reach the API from the internet; none: nobody. */
  publicFrom?: string[];
  /** Alias of the key for Kubernetes secrets, without `alias/`. */
  key?: string;
  logs?: ('api' | 'audit' | 'authenticator' | 'controllerManager' | 'scheduler')[];
  support?: 'EXTENDED' | 'STANDARD';
  deletionProtection?: boolean;
  access?: 'API' | 'API_AND_CONFIG_MAP' | 'CONFIG_MAP';
  tags?: Tags;
}

export function eksCluster(site: Site, spec: KubernetesSpec): Kinds['eks-cluster'] {
  const arn = site.arn('eks', `cluster/${spec.name}`);
  const enabled = spec.logs ?? [];
  const off = (['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'] as const).filter(
    (type) => !enabled.includes(type),
  );
  for (const subnet of spec.subnets.slice(0, 2))
    networkInterface(site, {
      name: `eks/${spec.name}/${subnet}`,
      subnet,
      groups: spec.groups,
      description: `Amazon EKS ${spec.name}`,
      requester: 'amazon-eks',
      created: spec.created,
    });
  return site.add('eks-cluster', {
    name: spec.name,
    arn,
    tags: spec.tags ?? {},
    body: {
      name: spec.name,
      arn,
      createdAt: spec.created,
      version: spec.version,
      platformVersion: 'eks.21',
      status: 'ACTIVE',
      endpoint: `https://${digest(arn).slice(0, 32).toUpperCase()}.gr7.${site.region}.eks.amazonaws.com`,
      roleArn: `arn:aws:iam::${site.account.id}:role/eks-${spec.name}`,
      certificateAuthority: { data: Buffer.from('sample certificate').toString('base64') },
      identity: {
        oidc: {
          issuer: `https://oidc.eks.${site.region}.amazonaws.com/id/${digest(arn).slice(0, 32).toUpperCase()}`,
        },
      },
      resourcesVpcConfig: {
        vpcId: site.get('vpc', spec.vpc).body.VpcId,
        subnetIds: spec.subnets.map((name) => site.get('subnet', name).body.SubnetId!),
        securityGroupIds: spec.groups.map((name) => site.get('security-group', name).body.GroupId!),
        clusterSecurityGroupId: site.get('security-group', spec.groups[0]!).body.GroupId,
        endpointPublicAccess: spec.publicFrom !== undefined,
        endpointPrivateAccess: spec.publicFrom === undefined || !spec.publicFrom.includes('0.0.0.0/0'),
        publicAccessCidrs: spec.publicFrom ?? [],
      },
      kubernetesNetworkConfig: { serviceIpv4Cidr: '172.20.0.0/16', ipFamily: 'ipv4' },
      logging: {
        clusterLogging: [
          ...(enabled.length > 0 ? [{ types: enabled, enabled: true }] : []),
          ...(off.length > 0 ? [{ types: off, enabled: false }] : []),
        ],
      },
      ...(spec.key && {
        encryptionConfig: [{ resources: ['secrets'], provider: { keyArn: keyArn(site, spec.key) } }],
      }),
      accessConfig: { authenticationMode: spec.access ?? 'API_AND_CONFIG_MAP' },
      upgradePolicy: { supportType: spec.support ?? 'EXTENDED' },
      deletionProtection: spec.deletionProtection ?? false,
      health: { issues: [] },
      tags: spec.tags ?? {},
    },
  });
}

interface NodegroupSpec {
  name: string;
  cluster: string;
  version: string;
  release: string;
  type: string;
  min: number;
  max: number;
  running: number;
  subnets: string[];
  groups: string[];
  created: Date;
  launched: Date;
  load?: Load;
  spot?: boolean;
  sshKey?: string;
  image?: NonNullable<Kinds['nodegroup']['body']['amiType']>;
  disk?: number;
  tags?: Tags;
}

/** Nodes are instances of a group that EKS keeps. */
export function nodegroup(site: Site, spec: NodegroupSpec): Kinds['nodegroup'] {
  const end = digest(`${site.place}/${spec.cluster}/${spec.name}`).slice(0, 8);
  const arn = site.arn('eks', `nodegroup/${spec.cluster}/${spec.name}/${end}-0000-4000-8000-000000000000`);
  const group = `eks-${spec.name}-${end}`;
  const nodeTags: Tags = {
    ...spec.tags,
    'eks:cluster-name': spec.cluster,
    'eks:nodegroup-name': spec.name,
    [`kubernetes.io/cluster/${spec.cluster}`]: 'owned',
  };
  launchTemplate(site, {
    name: group,
    created: spec.created,
    versions: [
      {
        created: spec.launched,
        type: spec.type,
        image: `amazon-eks-node-${spec.release}`,
        groups: spec.groups,
        root: gp3(spec.disk ?? 80, { key: 'aws/ebs' }),
        tokens: 'required',
        profile: `eks-${end}`,
        note: spec.release,
      },
    ],
    tags: { 'eks:cluster-name': spec.cluster, 'eks:nodegroup-name': spec.name },
  });
  autoScalingGroup(site, {
    name: group,
    template: group,
    created: spec.created,
    subnets: spec.subnets,
    min: spec.min,
    max: spec.max,
    running: spec.running,
    launched: spec.launched,
    tags: nodeTags,
    ...(spec.load && { load: spec.load }),
  });
  return site.add('nodegroup', {
    name: `${spec.cluster}/${spec.name}`,
    arn,
    tags: spec.tags ?? {},
    body: {
      nodegroupName: spec.name,
      nodegroupArn: arn,
      clusterName: spec.cluster,
      version: spec.version,
      releaseVersion: spec.release,
      createdAt: spec.created,
      modifiedAt: spec.launched,
      status: 'ACTIVE',
      capacityType: spec.spot ? 'SPOT' : 'ON_DEMAND',
      scalingConfig: { minSize: spec.min, maxSize: spec.max, desiredSize: spec.running },
      instanceTypes: [spec.type],
      subnets: spec.subnets.map((name) => site.get('subnet', name).body.SubnetId!),
      ...(spec.sshKey && { remoteAccess: { ec2SshKey: spec.sshKey } }),
      amiType: spec.image ?? 'AL2023_x86_64_STANDARD',
      diskSize: spec.disk ?? 80,
      nodeRole: `arn:aws:iam::${site.account.id}:role/eks-node`,
      resources: { autoScalingGroups: [{ name: group }] },
      updateConfig: { maxUnavailable: 1 },
      launchTemplate: {
        name: group,
        id: site.get('launch-template', group).body.LaunchTemplateId,
        version: '1',
      },
      health: { issues: [] },
      tags: spec.tags ?? {},
    },
  });
}
