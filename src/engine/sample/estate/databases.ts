import { dbCluster, dbInstance, dbSnapshot, table } from '../build/databases.ts';
import { owned, phi } from '../build/tags.ts';
import { on } from '../moment.ts';
import type { World } from '../world.ts';
import { DATA, MAIN, MANAGEMENT, PRODUCTION, RECOVERY, STAGING } from './accounts.ts';
import { productionDatabases } from './production-databases.ts';

const staged = owned('portal', 'staging', 'team-portal');
const analytics = owned('analytics', 'data', 'team-data', phi);

const dataDb = { vpc: 'acme-data', subnets: ['acme-data-data-a', 'acme-data-data-b'] };

/** Databases: patients in clear text, one machine where two should be, versions past their support, idle ones. */
export function databases(world: World): void {
  productionDatabases(world);
  recovery(world);
  staging(world);
  data(world);
  const { now } = world.moment;
  table(world.site(MANAGEMENT, MAIN), {
    name: 'terraform-locks',
    created: on('2021-04-28'),
    consumed: [900, 400],
    items: 12,
    bytes: 3400,
    pointInTimeRecovery: now(false, true),
    tags: owned('platform', 'shared', 'team-platform'),
  });
}

function recovery(world: World): void {
  const { takenAt, now } = world.moment;
  const site = world.site(PRODUCTION, RECOVERY);
  dbInstance(site, {
    name: 'portal-db-replica',
    engine: 'postgres',
    version: now('14.12', '16.10'),
    class: 'db.r6g.large',
    storage: { type: 'gp3', size: 500, free: 190, grows: 2000 },
    created: on('2022-06-01'),
    vpc: 'acme-dr',
    subnets: ['acme-dr-data-a', 'acme-dr-data-b'],
    groups: ['dr-db'],
    key: 'acme-dr',
    backups: now(0, 7),
    deletionProtection: true,
    replicaOf: 'arn:aws:rds:us-east-1:222233334444:db:portal-db',
    connections: 4,
    cpu: [9, 22],
    now: takenAt,
    tags: owned('portal', 'production', 'team-portal', { ...phi, purpose: 'recovery' }),
  });
  table(site, {
    name: 'audit-trail',
    created: on('2022-02-15'),
    consumed: [0, 3.9e6],
    items: 96_000_000,
    bytes: 6.1e10,
    pointInTimeRecovery: true,
    deletionProtection: true,
    key: 'acme-dr',
    replicas: ['us-east-1'],
    tags: owned('portal', 'production', 'team-portal', { ...phi, purpose: 'recovery' }),
  });
}

function staging(world: World): void {
  const { now, state, takenAt } = world.moment;
  const site = world.site(STAGING, MAIN);
  const common = {
    vpc: 'acme-staging',
    subnets: ['acme-staging-public-a', 'acme-staging-public-b'],
    groups: ['staging-db'],
    now: takenAt,
  };
  dbInstance(site, {
    ...common,
    name: 'portal-db-staging',
    engine: 'postgres',
    version: now('13.16', '16.10'),
    class: 'db.m5.large',
    storage: { type: now('gp2' as const, 'gp3' as const), size: 300, free: 170 },
    created: on('2021-08-02'),
    isPublic: now(true, false),
    backups: 1,
    connections: 22,
    cpu: [7, 19],
    tags: { environment: 'Staging', app: 'portal' },
  });
  dbInstance(site, {
    ...common,
    name: 'qa-db',
    engine: 'postgres',
    version: '16.10',
    class: 'db.t2.medium',
    storage: { type: 'gp2', size: 50 },
    created: on('2022-03-28'),
    backups: 0,
    stopped: true,
    connections: 0,
    cpu: [0, 0],
  });
  dbCluster(site, {
    name: 'billing-staging',
    engine: 'aurora-postgresql',
    version: '15.8',
    created: on('2024-10-14'),
    vpc: 'acme-staging',
    zones: ['a', 'b'],
    groups: ['staging-db'],
    members: ['billing-staging-1'],
    now: takenAt,
    tags: staged,
  });
  dbInstance(site, {
    ...common,
    subnets: ['acme-staging-app-a', 'acme-staging-app-b'],
    name: 'billing-staging-1',
    engine: 'aurora-postgresql',
    version: '15.8',
    class: 'db.t4g.medium',
    cluster: 'billing-staging',
    created: on('2024-10-14'),
    backups: 1,
    connections: 3,
    cpu: [6, 11],
    tags: staged,
  });
  dbSnapshot(site, {
    name: 'portal-db-pre-migration-2024',
    instance: 'portal-db-staging',
    engine: 'postgres',
    version: '13.11',
    size: 300,
    created: on('2024-02-06'),
    sharedWith: now(['all'], []),
  });
  if (state === 'before')
    dbSnapshot(site, {
      name: 'portal-db-for-vendor',
      instance: 'portal-db-staging',
      engine: 'postgres',
      version: '13.16',
      size: 300,
      created: on('2026-07-24'),
      sharedWith: ['777788889999'],
    });
  table(site, {
    name: 'portal-sessions-staging',
    created: on('2021-08-02'),
    ...(state === 'before' && { provisioned: [200, 200] as [number, number] }),
    consumed: [4000, 1500],
    items: 940,
    bytes: 1.1e6,
    tags: staged,
  });
}

function data(world: World): void {
  const { now, takenAt } = world.moment;
  const site = world.site(DATA, MAIN);
  const common = { ...dataDb, now: takenAt, groups: ['warehouse-db'] };
  dbInstance(site, {
    ...common,
    name: 'warehouse',
    engine: 'postgres',
    version: '15.8',
    class: 'db.r5.2xlarge',
    storage: { type: 'gp2', size: 5000, free: 4300 },
    created: on('2021-10-04'),
    key: 'acme-phi',
    backups: 14,
    deletionProtection: true,
    multiAz: now(false, true),
    insights: true,
    connections: 64,
    cpu: [22, 83],
    copyTags: true,
    tags: analytics,
  });
  dbInstance(site, {
    ...common,
    name: 'metabase-db',
    engine: 'mysql',
    version: '8.4.5',
    class: 'db.t4g.medium',
    storage: { type: 'gp3', size: 50, free: 31 },
    created: on('2023-11-20'),
    key: 'acme-phi',
    connections: 12,
    cpu: [5, 14],
    tags: analytics,
  });
  dbCluster(site, {
    name: 'cohorts',
    engine: 'aurora-postgresql',
    version: '16.6',
    created: on('2025-04-07'),
    vpc: 'acme-data',
    zones: ['a', 'b'],
    groups: ['warehouse-db'],
    key: 'acme-phi',
    backups: 14,
    deletionProtection: true,
    members: ['cohorts-1', 'cohorts-2'],
    logs: ['postgresql'],
    now: takenAt,
    tags: analytics,
  });
  for (const name of ['cohorts-1', 'cohorts-2'])
    dbInstance(site, {
      ...common,
      name,
      engine: 'aurora-postgresql',
      version: '16.6',
      class: 'db.r7g.large',
      cluster: 'cohorts',
      created: on('2025-04-07'),
      key: 'acme-phi',
      backups: 14,
      deletionProtection: true,
      insights: true,
      connections: 19,
      cpu: [14, 37],
      tags: analytics,
    });
  table(site, {
    name: 'etl-checkpoints',
    created: on('2022-04-11'),
    consumed: [52_000, 31_000],
    items: 5200,
    bytes: 4.4e6,
    pointInTimeRecovery: true,
    key: 'acme-phi',
    tags: analytics,
  });
}
