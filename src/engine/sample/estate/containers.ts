import { ecsCluster, ecsService, taskDefinition } from '../build/ecs.ts';
import { eksCluster, nodegroup } from '../build/eks.ts';
import { light, steady } from '../build/instances.ts';
import { owned } from '../build/tags.ts';
import { on } from '../moment.ts';
import type { Site, World } from '../world.ts';
import { DATA, EUROPE, MAIN, PRODUCTION, STAGING } from './accounts.ts';

const platform = owned('platform', 'production', 'team-platform');
const portal = owned('portal', 'production', 'team-portal');
const claims = owned('claims', 'production', 'team-claims');
const staged = owned('platform', 'staging', 'team-platform');

const appSubnets = ['acme-prod-app-a', 'acme-prod-app-b', 'acme-prod-app-c'];

/** Clusters: a Kubernetes version in extended support, services without alarm bells, a secret in the open. */
export function containers(world: World): void {
  production(world.site(PRODUCTION, MAIN), world);
  staging(world.site(STAGING, MAIN), world);
  data(world.site(DATA, MAIN), world);
  // Part of an experiment, and never used.
  ecsCluster(world.site(DATA, EUROPE), { name: 'notebooks' });
}

function production(site: Site, { moment: { now } }: World): void {
  ecsCluster(site, { name: 'acme-services', insights: now('disabled', 'enhanced'), tags: platform });
  taskDefinition(site, {
    family: 'appointments',
    revision: now(41, 47),
    image: '222233334444.dkr.ecr.us-east-1.amazonaws.com/appointments:2026.8.1',
    port: 8080,
    role: 'ecs-appointments',
    secrets: { DB_PASSWORD: 'arn:aws:secretsmanager:us-east-1:222233334444:secret:portal-db-Qw12Er' },
    environment: { STAGE: 'production' },
    logs: '/ecs/appointments',
    user: '1000',
    readonlyRoot: true,
    registered: now(on('2026-08-03'), on('2026-11-02')),
  });
  taskDefinition(site, {
    family: 'eligibility',
    revision: now(12, 13),
    image: '222233334444.dkr.ecr.us-east-1.amazonaws.com/eligibility:latest',
    port: 8081,
    role: 'ecs-eligibility',
    environment: now<Record<string, string>>(
      { STAGE: 'production', CLEARINGHOUSE_API_KEY: 'ch_live_9a7Bd2Kq71LzXw0Pv5' },
      { STAGE: 'production' },
    ),
    ...now(
      {},
      { secrets: { CLEARINGHOUSE_API_KEY: 'arn:aws:ssm:us-east-1:222233334444:parameter/eligibility/key' } },
    ),
    ...now({}, { logs: '/ecs/eligibility', user: '1000', readonlyRoot: true }),
    registered: now(on('2024-02-19'), on('2026-10-05')),
  });
  taskDefinition(site, {
    family: 'documents',
    revision: 8,
    image: '222233334444.dkr.ecr.us-east-1.amazonaws.com/documents:1.14.2',
    port: 8082,
    cpu: 2048,
    memory: 4096,
    logs: '/ecs/documents',
    registered: on('2025-05-27'),
  });
  taskDefinition(site, {
    family: 'virus-scanner',
    revision: 3,
    image: 'clamav/clamav:latest',
    network: 'host',
    privileged: true,
    user: 'root',
    pid: 'host',
    registered: on('2022-12-12'),
  });
  taskDefinition(site, {
    family: 'fax-gateway',
    revision: 5,
    image: '222233334444.dkr.ecr.us-east-1.amazonaws.com/fax-gateway:3.2.0',
    port: 8090,
    role: 'ecs-eligibility',
    logs: '/ecs/fax-gateway',
    registered: on('2024-01-30'),
  });
  ecsService(site, {
    name: 'appointments',
    cluster: 'acme-services',
    task: `appointments:${now(41, 47)}`,
    desired: 3,
    subnets: appSubnets,
    groups: ['ecs-services'],
    targetGroup: 'appointments',
    port: 8080,
    circuitBreaker: true,
    created: on('2023-05-23'),
    cpu: [31, 66],
    memory: [58, 71],
    tags: platform,
  });
  ecsService(site, {
    name: 'eligibility',
    cluster: 'acme-services',
    task: `eligibility:${now(12, 13)}`,
    desired: now(1, 2),
    subnets: now(appSubnets.slice(0, 1), appSubnets.slice(0, 2)),
    groups: ['ecs-services'],
    targetGroup: 'eligibility',
    port: 8081,
    circuitBreaker: now(false, true),
    minimumHealthy: now(0, 100),
    created: on('2023-06-02'),
    cpu: [12, 30],
    memory: [44, 60],
    tags: claims,
  });
  ecsService(site, {
    name: 'documents',
    cluster: 'acme-services',
    task: 'documents:8',
    desired: 4,
    subnets: appSubnets,
    groups: ['ecs-services'],
    targetGroup: 'documents',
    port: 8082,
    executeCommand: true,
    created: on('2023-06-14'),
    cpu: [2, 5],
    memory: [11, 14],
    platform: '1.3.0',
    tags: portal,
  });
  ecsService(site, {
    name: 'virus-scanner',
    cluster: 'acme-services',
    task: 'virus-scanner:3',
    desired: 2,
    running: now(1, 2),
    subnets: ['acme-prod-app-a'],
    groups: ['ecs-services'],
    created: on('2022-12-12'),
    cpu: [55, 97],
    memory: [81, 93],
  });
  ecsService(site, {
    name: 'fax-gateway',
    cluster: 'acme-services',
    task: 'fax-gateway:5',
    desired: 1,
    subnets: ['acme-prod-public-a', 'acme-prod-public-b'],
    groups: ['ecs-services'],
    publicAddress: true,
    created: on('2024-01-30'),
    cpu: [6, 21],
    memory: [35, 40],
    tags: claims,
  });

  eksCluster(site, {
    name: 'platform',
    version: now('1.31', '1.34'),
    created: on('2023-11-27'),
    vpc: 'acme-prod',
    subnets: appSubnets,
    groups: ['eks-platform'],
    ...now({ publicFrom: ['0.0.0.0/0'] }, { publicFrom: ['192.0.2.0/26'] }),
    ...now({}, { key: 'acme-prod-ebs', logs: ['api' as const, 'audit' as const, 'authenticator' as const] }),
    deletionProtection: now(false, true),
    access: now('CONFIG_MAP', 'API'),
    tags: platform,
  });
  nodegroup(site, {
    name: 'general',
    cluster: 'platform',
    version: now('1.30', '1.34'),
    release: now('1.30.14-20250801', '1.34.2-20261021'),
    type: now('m5.xlarge', 'm7i.xlarge'),
    min: now(3, 2),
    max: now(3, 9),
    running: 3,
    subnets: appSubnets,
    groups: ['eks-platform'],
    created: on('2023-11-27'),
    launched: now(on('2025-08-06'), on('2026-10-27')),
    load: steady,
    sshKey: now('acme-2018', undefined),
    tags: platform,
  });
  // Nodes that were forgotten when the cluster was upgraded twice.
  nodegroup(site, {
    name: 'reports',
    cluster: 'platform',
    version: now('1.29', '1.34'),
    release: now('1.29.15-20250620', '1.34.2-20261021'),
    image: now('AL2_x86_64', 'AL2023_x86_64_STANDARD'),
    type: 'm5.large',
    min: 1,
    max: 2,
    running: 1,
    subnets: ['acme-prod-app-b'],
    groups: ['eks-platform'],
    created: on('2024-02-12'),
    launched: now(on('2025-06-24'), on('2026-10-27')),
    load: light,
    tags: platform,
  });
}

/** A notebook server whose nodes were removed and whose control plane is still paid for. */
function data(site: Site, { moment: { state } }: World): void {
  if (state === 'before')
    eksCluster(site, {
      name: 'jupyter',
      version: '1.33',
      created: on('2025-06-03'),
      vpc: 'acme-data',
      subnets: ['acme-data-app-a', 'acme-data-app-b'],
      groups: ['etl'],
      tags: owned('analytics', 'data', 'team-data'),
    });
}

function staging(site: Site, { moment: { now } }: World): void {
  ecsCluster(site, { name: 'sandbox-services', insights: 'enabled', tags: { env: 'stage' } });
  taskDefinition(site, {
    family: 'appointments',
    revision: 44,
    image: '222233334444.dkr.ecr.us-east-1.amazonaws.com/appointments:2026.9.0-rc1',
    port: 8080,
    logs: '/ecs/appointments',
    user: '1000',
    readonlyRoot: true,
    registered: on('2026-08-28'),
  });
  ecsService(site, {
    name: 'appointments',
    cluster: 'sandbox-services',
    task: 'appointments:44',
    desired: 1,
    subnets: ['acme-staging-app-a', 'acme-staging-app-b'],
    groups: ['eks-staging'],
    circuitBreaker: true,
    created: on('2024-06-10'),
    cpu: [3, 12],
    memory: [30, 35],
    tags: staged,
  });
  eksCluster(site, {
    name: 'platform-staging',
    version: now('1.34', '1.35'),
    created: on('2025-12-09'),
    vpc: 'acme-staging',
    subnets: ['acme-staging-app-a', 'acme-staging-app-b'],
    groups: ['eks-staging'],
    publicFrom: ['192.0.2.0/26'],
    key: 'acme-staging',
    logs: ['api', 'audit', 'authenticator'],
    access: 'API',
    support: 'STANDARD',
    tags: staged,
  });
  nodegroup(site, {
    name: 'spot',
    cluster: 'platform-staging',
    version: now('1.34', '1.35'),
    release: now('1.34.1-20260722', '1.35.0-20261021'),
    type: 'm5.large',
    min: 1,
    max: 4,
    running: 2,
    subnets: now(['acme-staging-app-a'], ['acme-staging-app-a', 'acme-staging-app-b']),
    groups: ['eks-staging'],
    created: on('2025-12-09'),
    launched: now(on('2026-07-29'), on('2026-10-28')),
    load: light,
    spot: true,
    tags: staged,
  });
}
