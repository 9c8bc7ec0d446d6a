import { type Answers, paged } from '../answer.ts';
import { awsError } from '../errors.ts';
import { ecs as ecsPaging, eks as eksPaging } from '../paging.ts';
import type { Kinds, Site, Tags } from '../world.ts';

const lowerCase = (tags: Tags) => Object.entries(tags).map(([key, value]) => ({ key, value }));

const ecsCluster = (site: Site, nameOrArn = 'default'): Kinds['ecs-cluster'] => {
  const found = site.find('ecs-cluster', nameOrArn.split('/').at(-1)!);
  if (!found) throw awsError('ClusterNotFoundException', 'Cluster not found.', 400);
  return found;
};

function atMost(most: number, list: readonly string[]): void {
  if (list.length > most)
    throw awsError('InvalidParameterException', `There can be at most ${most} in a call.`, 400);
}

export const ecs: Answers<'ecs'> = {
  ListClusters: paged('clusterArns', ecsPaging, ({ site }) => site.all('ecs-cluster').map(({ arn }) => arn)),
  DescribeClusters: ({ site, input }) => {
    const names = input.clusters ?? ['default'];
    atMost(100, names);
    const include = input.include ?? [];
    const found = names.flatMap((name) => site.find('ecs-cluster', name.split('/').at(-1)!) ?? []);
    return {
      clusters: found.map(({ body: { settings, configuration, ...body }, tags }) => ({
        ...body,
        ...(include.includes('SETTINGS') && { settings }),
        ...(include.includes('CONFIGURATIONS') && { configuration }),
        tags: include.includes('TAGS') ? lowerCase(tags) : [],
      })),
      failures: names
        .filter((name) => !found.some((cluster) => name.endsWith(cluster.name)))
        .map((arn) => ({ arn, reason: 'MISSING' })),
    };
  },
  ListServices: paged('serviceArns', { ...ecsPaging, usual: 10 }, ({ site, input }) => {
    const { arn } = ecsCluster(site, input.cluster);
    return site
      .all('ecs-service')
      .filter(({ body }) => body.clusterArn === arn)
      .map((service) => service.arn);
  }),
  DescribeServices: ({ site, input }) => {
    const { name: cluster } = ecsCluster(site, input.cluster);
    const names = input.services ?? [];
    atMost(10, names);
    const tagged = input.include?.includes('TAGS');
    const nameOf = (nameOrArn: string) => `${cluster}/${nameOrArn.split('/').at(-1)}`;
    const found = names.flatMap((name) => site.find('ecs-service', nameOf(name)) ?? []);
    return {
      services: found.map(({ body, tags }) => ({ ...body, ...(tagged && { tags: lowerCase(tags) }) })),
      failures: names
        .filter((name) => !found.some((service) => service.name === nameOf(name)))
        .map((arn) => ({ arn, reason: 'MISSING' })),
    };
  },
  DescribeTaskDefinition: ({ site, input }) => {
    const found = site.find('task-definition', input.taskDefinition?.split('/').at(-1) ?? '');
    if (!found) throw awsError('ClientException', 'Unable to describe task definition.', 400);
    return {
      taskDefinition: found.body,
      ...(input.include?.includes('TAGS') && { tags: lowerCase(found.tags) }),
    };
  },
};

const eksCluster = (site: Site, name = ''): Kinds['eks-cluster'] => {
  const found = site.find('eks-cluster', name);
  if (!found) throw awsError('ResourceNotFoundException', `No cluster found for name: ${name}.`, 404);
  return found;
};

/** Release calendar of Kubernetes on EKS, as AWS published it by spring 2026. */
const versions = [
  ['1.35', '2026-01-27', '2027-03-27', '2028-03-27'],
  ['1.34', '2025-10-02', '2026-12-02', '2027-12-02'],
  ['1.33', '2025-05-29', '2026-07-29', '2027-07-29'],
  ['1.32', '2025-01-23', '2026-03-23', '2027-03-23'],
  ['1.31', '2024-09-26', '2025-11-26', '2026-11-26'],
  ['1.30', '2024-05-23', '2025-07-23', '2026-07-23'],
  ['1.29', '2024-01-23', '2025-03-23', '2026-03-23'],
] as const;

export const eks: Answers<'eks'> = {
  ListClusters: paged('clusters', eksPaging, ({ site }) => site.all('eks-cluster').map(({ name }) => name)),
  DescribeCluster: ({ site, input }) => ({ cluster: eksCluster(site, input.name).body }),
  ListNodegroups: paged('nodegroups', eksPaging, ({ site, input }) => {
    const { name } = eksCluster(site, input.clusterName);
    return site
      .all('nodegroup')
      .filter(({ body }) => body.clusterName === name)
      .map(({ body }) => body.nodegroupName!);
  }),
  DescribeNodegroup: ({ site, input }) => {
    eksCluster(site, input.clusterName);
    const found = site.find('nodegroup', `${input.clusterName}/${input.nodegroupName}`);
    if (!found)
      throw awsError(
        'ResourceNotFoundException',
        `No node group found for name: ${input.nodegroupName}.`,
        404,
      );
    return { nodegroup: found.body };
  },
  DescribeClusterVersions: paged('clusterVersions', eksPaging, ({ input: { includeAll }, moment }) => {
    const today = moment.takenAt;
    return versions
      .map(([clusterVersion, released, standard, extended]) => {
        const [endOfStandardSupportDate, endOfExtendedSupportDate] = [new Date(standard), new Date(extended)];
        const status =
          today < endOfStandardSupportDate
            ? (['STANDARD_SUPPORT', 'standard-support'] as const)
            : today < endOfExtendedSupportDate
              ? (['EXTENDED_SUPPORT', 'extended-support'] as const)
              : (['UNSUPPORTED', 'unsupported'] as const);
        return {
          clusterVersion,
          clusterType: 'eks',
          defaultVersion: clusterVersion === '1.35',
          defaultPlatformVersion: 'eks.9',
          releaseDate: new Date(released),
          endOfStandardSupportDate,
          endOfExtendedSupportDate,
          versionStatus: status[0],
          status: status[1],
          kubernetesPatchVersion: `${clusterVersion}.4`,
        };
      })
      .filter(({ versionStatus }) => includeAll || versionStatus !== 'UNSUPPORTED');
  }),
};
