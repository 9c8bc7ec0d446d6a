import { digest } from '../ids.ts';
import { level } from '../metrics.ts';
import type { Item, Kinds, Site, Tags } from '../world.ts';
import { networkInterface } from './addresses.ts';
import { register } from './balancing.ts';

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
