import { facet, listing } from './read.ts';
import type { Redactor } from './redact.ts';

const token = { output: 'nextToken', input: 'nextToken' } as const;

/** What DescribeClusters and DescribeServices take in one call. */
const CLUSTERS_A_CALL = 100;
const SERVICES_A_CALL = 10;

/** ECS lists ARNs only; they are kept in groups that one describing call takes. */
export const clusterArns = listing({
  service: 'ecs',
  operation: 'ListClusters',
  type: 'AWS::ECS::ClusterArns',
  auxiliary: true,
  page: token,
  input: () => ({ maxResults: 100 }),
  items: (output) => groups(output.clusterArns, CLUSTERS_A_CALL),
  identify: (arns) => ({ arn: arns[0]! }),
});

export const clusters = listing({
  service: 'ecs',
  operation: 'DescribeClusters',
  type: 'AWS::ECS::Cluster',
  under: clusterArns,
  volatile: [
    'activeServicesCount',
    'pendingTasksCount',
    'registeredContainerInstancesCount',
    'runningTasksCount',
  ],
  input: (_at, { body }) => ({ clusters: body, include: ['SETTINGS' as const, 'TAGS' as const] }),
  items: (output) => output.clusters,
  identify: (cluster) => ({ arn: cluster.clusterArn!, name: cluster.clusterName }),
  tags: (cluster) => tagsOf(cluster.tags),
});

/** Groups of services of one cluster: DescribeServices takes no more than one cluster at a time. */
export const serviceArns = listing({
  service: 'ecs',
  operation: 'ListServices',
  type: 'AWS::ECS::ServiceArns',
  auxiliary: true,
  under: clusters,
  absent: ['ClusterNotFoundException'],
  page: token,
  input: (_at, cluster) => ({ cluster: cluster.arn, maxResults: 100 }),
  items: (output) => groups(output.serviceArns, SERVICES_A_CALL),
  // The short form of a service's ARN does not say its cluster, so the group's does.
  identify: (arns, _at, cluster) => ({ arn: `${cluster.arn}#${arns[0]}` }),
});

export const services = listing({
  service: 'ecs',
  operation: 'DescribeServices',
  type: 'AWS::ECS::Service',
  under: serviceArns,
  absent: ['ClusterNotFoundException'],
  volatile: ['deployments', 'desiredCount', 'pendingCount', 'runningCount', 'taskSets'],
  input: (_at, { arn, body }) => ({ cluster: arn.split('#')[0], services: body, include: ['TAGS' as const] }),
  items: (output) => output.services,
  identify: (service) => ({ arn: service.serviceArn!, name: service.serviceName }),
  tags: (service) => tagsOf(service.tags),
  // A hundred lines of history that no check reads.
  redact: ({ events, ...service }) => service,
});

/**
 * What is kept of a service's task definition. Only the properties named here: commands, labels and log options
 * carry credentials as readily as environments do.
 */
export const taskDefinition = facet({
  service: 'ecs',
  operation: 'DescribeTaskDefinition',
  of: services,
  name: 'taskDefinition',
  when: ({ body }) => body.taskDefinition !== undefined,
  input: ({ body }) => ({ taskDefinition: body.taskDefinition }),
  value: ({ taskDefinition: definition }, redactor) => ({
    taskDefinitionArn: definition?.taskDefinitionArn,
    networkMode: definition?.networkMode,
    pidMode: definition?.pidMode,
    requiresCompatibilities: definition?.requiresCompatibilities,
    runtimePlatform: definition?.runtimePlatform,
    cpu: definition?.cpu,
    memory: definition?.memory,
    taskRoleArn: definition?.taskRoleArn,
    executionRoleArn: definition?.executionRoleArn,
    containerDefinitions: definition?.containerDefinitions?.map((container) => ({
      name: container.name,
      image: container.image,
      essential: container.essential,
      privileged: container.privileged,
      readonlyRootFilesystem: container.readonlyRootFilesystem,
      user: container.user,
      logDriver: container.logConfiguration?.logDriver,
      command: commandLine(container, redactor),
      environment: redactor.variables(variables(container.environment)),
      secrets: container.secrets?.map(({ name }) => ({ name })),
    })),
  }),
});

const commandLine = (container: { entryPoint?: string[]; command?: string[] }, redactor: Redactor) => {
  const words = [...(container.entryPoint ?? []), ...(container.command ?? [])];
  return redactor.text('command', words.length > 0 ? words.join(' ') : undefined);
};

const variables = (pairs: readonly { name?: string | undefined; value?: string | undefined }[] | undefined) =>
  Object.fromEntries((pairs ?? []).map(({ name, value }) => [name ?? '', value]));

/** ECS writes its tags in lower case. */
const tagsOf = (tags: readonly { key?: string | undefined; value?: string | undefined }[] | undefined) =>
  Object.fromEntries((tags ?? []).flatMap(({ key, value }) => (key ? [[key, value ?? '']] : [])));

const groups = (arns: readonly string[] | undefined, size: number): string[][] =>
  Array.from({ length: Math.ceil((arns?.length ?? 0) / size) }, (_, index) =>
    (arns ?? []).slice(index * size, (index + 1) * size),
  );
