import { digest } from '../ids.ts';
import { level } from '../metrics.ts';
import type { Item, Kinds, Site, Tags } from '../world.ts';
import { networkInterface } from './addresses.ts';
import { autoScalingGroup, launchTemplate } from './auto-scaling.ts';
import { register } from './balancing.ts';
import { keyArn } from './encryption.ts';
import type { Load } from './instances.ts';
import { gp3 } from './volumes.ts';

type Container = NonNullable<Kinds['task-definition']['body']['containerDefinitions']>[number];

interface ClusterSpec {
  name: string;
  insights?: 'disabled' | 'enabled' | 'enhanced';
  tags?: Tags;
}

export function ecsCluster(site: Site, spec: ClusterSpec): Kinds['ecs-cluster'] {
  const arn = site.arn('ecs', `cluster/${spec.name}`);
  return site.add('ecs-cluster', {
    name: spec.name,
    arn,
    tags: spec.tags ?? {},
    body: {
      clusterName: spec.name,
      clusterArn: arn,
      status: 'ACTIVE',
      activeServicesCount: 0,
      pendingTasksCount: 0,
      runningTasksCount: 0,
      registeredContainerInstancesCount: 0,
      capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
      defaultCapacityProviderStrategy: [],
      settings: [{ name: 'containerInsights', value: spec.insights ?? 'disabled' }],
      statistics: [],
      configuration: { executeCommandConfiguration: { logging: 'DEFAULT' } },
    },
  });
}

interface TaskSpec {
  family: string;
  revision: number;
  image: string;
  cpu?: number;
  memory?: number;
  port?: number;
  role?: string;
  environment?: Record<string, string>;
  secrets?: Record<string, string>;
  /** Log group; none: what it writes is lost. */
  logs?: string;
  privileged?: boolean;
  user?: string;
  readonlyRoot?: boolean;
  network?: 'awsvpc' | 'host' | 'bridge';
  /** Namespace of processes shared with the host. */
  pid?: 'host' | 'task';
  registered: Date;
}

export function taskDefinition(site: Site, spec: TaskSpec): Kinds['task-definition'] {
  const name = `${spec.family}:${spec.revision}`;
  const arn = site.arn('ecs', `task-definition/${name}`);
  const network = spec.network ?? 'awsvpc';
  const container: Container = {
    name: spec.family,
    image: spec.image,
    cpu: 0,
    memory: spec.memory ?? 1024,
    essential: true,
    portMappings: spec.port
      ? [{ containerPort: spec.port, hostPort: network === 'bridge' ? 0 : spec.port, protocol: 'tcp' }]
      : [],
    environment: Object.entries(spec.environment ?? {}).map(([key, value]) => ({ name: key, value })),
    secrets: Object.entries(spec.secrets ?? {}).map(([key, valueFrom]) => ({ name: key, valueFrom })),
    mountPoints: [],
    volumesFrom: [],
    systemControls: [],
    ...(spec.privileged && { privileged: true }),
    ...(spec.user && { user: spec.user }),
    ...(spec.readonlyRoot && { readonlyRootFilesystem: true }),
    ...(spec.logs && {
      logConfiguration: {
        logDriver: 'awslogs',
        options: {
          'awslogs-group': spec.logs,
          'awslogs-region': site.region,
          'awslogs-stream-prefix': spec.family,
        },
      },
    }),
  };
  return site.add('task-definition', {
    name,
    arn,
    tags: {},
    body: {
      taskDefinitionArn: arn,
      family: spec.family,
      revision: spec.revision,
      status: 'ACTIVE',
      networkMode: network,
      requiresCompatibilities: network === 'awsvpc' ? ['FARGATE'] : ['EC2'],
      compatibilities: network === 'awsvpc' ? ['EC2', 'FARGATE'] : ['EC2'],
      cpu: `${spec.cpu ?? 512}`,
      memory: `${spec.memory ?? 1024}`,
      executionRoleArn: `arn:aws:iam::${site.account.id}:role/ecs-task-execution`,
      ...(spec.role && { taskRoleArn: `arn:aws:iam::${site.account.id}:role/${spec.role}` }),
      ...(spec.pid && { pidMode: spec.pid }),
      containerDefinitions: [container],
      volumes: [],
      placementConstraints: [],
      registeredAt: spec.registered,
      registeredBy: `arn:aws:iam::${site.account.id}:user/ci-deploy`,
    },
  });
}

interface ServiceSpec {
  name: string;
  cluster: string;
  task: string;
  desired: number;
  running?: number;
  subnets: string[];
  groups: string[];
  publicAddress?: boolean;
  targetGroup?: string;
  port?: number;
  circuitBreaker?: boolean;
  rollback?: boolean;
  minimumHealthy?: number;
  executeCommand?: boolean;
  platform?: string;
  created: Date;
  cpu: [average: number, maximum: number];
  memory: [average: number, maximum: number];
  tags?: Tags;
}

/** A service: on Fargate, with a network interface for each of its tasks, unless its task asks for a host. */
export function ecsService(site: Site, spec: ServiceSpec): Kinds['ecs-service'] {
  const arn = site.arn('ecs', `service/${spec.cluster}/${spec.name}`);
  const cluster = site.get('ecs-cluster', spec.cluster);
  const running = spec.running ?? spec.desired;
  cluster.body.activeServicesCount! += 1;
  cluster.body.runningTasksCount! += running;
  const task = site.get('task-definition', spec.task);
  const fargate = task.body.networkMode === 'awsvpc';
  if (!fargate) cluster.body.registeredContainerInstancesCount! += 1;
  for (let index = 0; fargate && index < running; index++) {
    const { body } = networkInterface(site, {
      name: `ecs/${spec.cluster}/${spec.name}/${index}`,
      subnet: spec.subnets[index % spec.subnets.length]!,
      groups: spec.groups,
      description: site.arn('ecs', `attachment/${digest(`${arn}/${index}`).slice(0, 32)}`),
      requester: 'amazon-ecs',
      created: spec.created,
      ...(spec.publicAddress && { publicIp: `198.51.100.${200 + index}` }),
    });
    if (spec.targetGroup)
      register(site, spec.targetGroup, {
        ip: body.PrivateIpAddress!,
        zone: body.AvailabilityZone!.slice(-1),
      });
  }
  const dimensions = { ClusterName: spec.cluster, ServiceName: spec.name };
  if (running) {
    site.measure('AWS/ECS', 'CPUUtilization', dimensions, level(`${arn}/cpu`, ...spec.cpu, spec.created));
    site.measure(
      'AWS/ECS',
      'MemoryUtilization',
      dimensions,
      level(`${arn}/memory`, ...spec.memory, spec.created),
    );
  }
  const network = fargate && {
    awsvpcConfiguration: {
      subnets: spec.subnets.map((name) => site.get('subnet', name).body.SubnetId!),
      securityGroups: spec.groups.map((name) => site.get('security-group', name).body.GroupId!),
      assignPublicIp: spec.publicAddress ? ('ENABLED' as const) : ('DISABLED' as const),
    },
  };
  const deployment: NonNullable<Item<'ecs', 'DescribeServices', 'services'>['deployments']>[number] = {
    id: `ecs-svc/${Number.parseInt(digest(arn).slice(0, 12), 16)}`,
    status: 'PRIMARY',
    taskDefinition: task.arn,
    desiredCount: spec.desired,
    runningCount: running,
    pendingCount: 0,
    failedTasks: spec.desired - running,
    createdAt: spec.created,
    updatedAt: spec.created,
    launchType: fargate ? 'FARGATE' : 'EC2',
    ...(fargate && { platformVersion: spec.platform ?? '1.4.0', platformFamily: 'Linux' }),
    rolloutState: running < spec.desired ? 'IN_PROGRESS' : 'COMPLETED',
    ...(network && { networkConfiguration: network }),
  };
  return site.add('ecs-service', {
    name: `${spec.cluster}/${spec.name}`,
    arn,
    tags: spec.tags ?? {},
    body: {
      serviceArn: arn,
      serviceName: spec.name,
      clusterArn: cluster.arn,
      status: 'ACTIVE',
      desiredCount: spec.desired,
      runningCount: running,
      pendingCount: 0,
      launchType: fargate ? 'FARGATE' : 'EC2',
      ...(fargate && { platformVersion: spec.platform ?? 'LATEST', platformFamily: 'Linux' }),
      taskDefinition: task.arn,
      deploymentConfiguration: {
        deploymentCircuitBreaker: {
          enable: spec.circuitBreaker ?? false,
          rollback: spec.rollback ?? spec.circuitBreaker ?? false,
        },
        maximumPercent: 200,
        minimumHealthyPercent: spec.minimumHealthy ?? 100,
      },
      deployments: [deployment],
      events: [],
      loadBalancers: spec.targetGroup
        ? [
            {
              targetGroupArn: site.get('target-group', spec.targetGroup).arn,
              containerName: task.body.family,
              containerPort: spec.port,
            },
          ]
        : [],
      serviceRegistries: [],
      ...(network && { networkConfiguration: network }),
      placementConstraints: [],
      placementStrategy: [],
      schedulingStrategy: 'REPLICA',
      deploymentController: { type: 'ECS' },
      enableECSManagedTags: true,
      enableExecuteCommand: spec.executeCommand ?? false,
      propagateTags: 'NONE',
      createdAt: spec.created,
      createdBy: `arn:aws:iam::${site.account.id}:role/ci-deploy`,
      roleArn: `arn:aws:iam::${site.account.id}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
    },
  });
}

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
