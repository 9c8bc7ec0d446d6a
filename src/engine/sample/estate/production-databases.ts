import { dbCluster, dbInstance, dbSnapshot, table } from '../build/databases.ts';
import { owned, phi } from '../build/tags.ts';
import { on } from '../moment.ts';
import type { World } from '../world.ts';
import { MAIN, PRODUCTION } from './accounts.ts';

const portal = owned('portal', 'production', 'team-portal', phi);
const claims = owned('claims', 'production', 'team-claims', phi);
const lis = owned('lis', 'production', 'team-laboratory', phi);

const prodDb = { vpc: 'acme-prod', subnets: ['acme-prod-data-a', 'acme-prod-data-b', 'acme-prod-data-c'] };

/** Production: the databases of the portal, the claims and the laboratory. */
export function productionDatabases(world: World): void {
  const { now, state, takenAt, ago } = world.moment;
  const site = world.site(PRODUCTION, MAIN);
  const common = { ...prodDb, now: takenAt };
  dbInstance(site, {
    ...common,
    name: 'portal-db',
    engine: 'postgres',
    version: now('14.12', '16.10'),
    class: 'db.r6g.xlarge',
    storage: { type: 'gp3', size: 500, free: 190, grows: 2000 },
    created: on('2022-05-15'),
    groups: ['portal-db'],
    multiAz: true,
    key: 'acme-prod-rds',
    backups: 14,
    deletionProtection: true,
    insights: true,
    iam: true,
    logs: ['postgresql'],
    monitoring: 60,
    connections: 240,
    cpu: [34, 71],
    copyTags: true,
    tags: portal,
  });
  if (state === 'before')
    dbInstance(site, {
      ...common,
      name: 'claims-db',
      engine: 'mysql',
      version: '8.0.36',
      class: 'db.t3.large',
      storage: { type: 'gp2', size: 400, free: 36 },
      created: on('2020-02-18'),
      groups: ['claims-db'],
      backups: 1,
      minorUpgrades: false,
      connections: 160,
      cpu: [62, 99],
      tags: claims,
    });
  else
    dbInstance(site, {
      ...common,
      name: 'claims-db-v2',
      engine: 'mysql',
      version: '8.4.6',
      class: 'db.m7g.xlarge',
      storage: { type: 'gp3', size: 400, free: 120, grows: 1000 },
      created: on('2026-10-11'),
      groups: ['claims-db'],
      multiAz: true,
      key: 'acme-prod-rds',
      backups: 14,
      deletionProtection: true,
      insights: true,
      logs: ['error', 'slowquery'],
      connections: 170,
      cpu: [29, 58],
      copyTags: true,
      tags: claims,
    });
  dbInstance(site, {
    ...common,
    name: 'lis-db',
    engine: 'sqlserver-se',
    version: '15.00.4415.2.v1',
    class: 'db.m5.xlarge',
    storage: { type: 'io1', size: 400, iops: 2000, free: 210 },
    created: on('2021-06-14'),
    groups: ['lis-db'],
    key: 'lis-exchange',
    backups: 7,
    license: 'license-included',
    deletionProtection: now(false, true),
    connections: 45,
    cpu: [18, 41],
    tags: lis,
  });
  if (state === 'before')
    dbInstance(site, {
      ...common,
      name: 'reports-db',
      engine: 'mysql',
      version: '8.0.35',
      class: 'db.m4.large',
      storage: { type: 'gp2', size: 200, free: 188 },
      created: on('2019-10-07'),
      groups: ['claims-db'],
      backups: 0,
      connections: 0,
      cpu: [3, 6],
    });
  // A cluster of one, until its second member came.
  const members = now(['billing-1'], ['billing-1', 'billing-2']);
  dbCluster(site, {
    name: 'billing',
    engine: 'aurora-postgresql',
    version: '15.8',
    created: on('2023-09-04'),
    vpc: 'acme-prod',
    zones: ['a', 'b', 'c'],
    groups: ['portal-db'],
    key: 'acme-prod-rds',
    backups: now(1, 14),
    deletionProtection: now(false, true),
    members,
    logs: now([], ['postgresql']),
    now: takenAt,
    tags: claims,
  });
  for (const name of members)
    dbInstance(site, {
      ...common,
      name,
      engine: 'aurora-postgresql',
      version: '15.8',
      class: 'db.r6g.large',
      cluster: 'billing',
      created: name === 'billing-1' ? on('2023-09-04') : on('2026-10-12'),
      groups: ['portal-db'],
      key: 'acme-prod-rds',
      backups: now(1, 14),
      deletionProtection: now(false, true),
      insights: true,
      connections: 38,
      cpu: [16, 44],
      license: 'postgresql-license',
      tags: claims,
    });
  for (const night of [1, 2])
    dbSnapshot(site, {
      name: `rds:portal-db-${ago(night).toISOString().slice(0, 10)}-06-12`,
      instance: 'portal-db',
      engine: 'postgres',
      version: now('14.12', '16.10'),
      size: 500,
      created: ago(night - 0.08),
      type: 'automated',
      key: 'acme-prod-rds',
    });
  for (const [name, instance, size, created, key] of [
    ['claims-db-2023-final', 'claims-db-2023', 300, '2023-04-10', undefined],
    ['portal-db-before-pg14', 'portal-db', 400, '2024-06-09', 'acme-prod-rds'],
    ['reports-db-2022', 'reports-db', 200, '2022-12-31', undefined],
  ] as const)
    if (state === 'before' || key)
      dbSnapshot(site, {
        name,
        instance,
        engine: instance === 'portal-db' ? 'postgres' : 'mysql',
        version: instance === 'portal-db' ? '13.9' : '5.7.38',
        size,
        created: on(created),
        ...(key && { key }),
      });
  if (state === 'after')
    for (const [name, size, created] of [
      ['claims-db-final', 400, '2026-10-12'],
      ['reports-db-final', 200, '2026-09-21'],
    ] as const)
      dbSnapshot(site, {
        name,
        instance: name.replace('-final', ''),
        engine: 'mysql',
        version: '8.0.36',
        size,
        created: on(created),
        tags: claims,
      });

  table(site, {
    name: 'portal-sessions',
    created: on('2021-03-15'),
    ...now({ provisioned: [600, 400] as [number, number] }, {}),
    consumed: [1.1e6, 6.2e5],
    items: 184_000,
    bytes: 2.2e8,
    pointInTimeRecovery: false,
    tags: portal,
  });
  table(site, {
    name: 'claims-events',
    created: on('2023-02-20'),
    consumed: [7.4e6, 5.1e6],
    items: 41_800_000,
    bytes: 2.7e10,
    pointInTimeRecovery: now(false, true),
    deletionProtection: now(false, true),
    indexes: ['claim-id'],
    tags: claims,
  });
  table(site, {
    name: 'claims-lookup',
    created: on('2022-10-04'),
    // Bought by the hour and nearly used up, until it was given twice as much.
    provisioned: now([40, 20], [80, 40]) as [number, number],
    consumed: [3.3e6, 1.5e6],
    items: 3_100_000,
    bytes: 1.4e9,
    pointInTimeRecovery: true,
    deletionProtection: true,
    tags: claims,
  });
  table(site, {
    name: 'audit-trail',
    created: on('2022-01-10'),
    consumed: [2.4e5, 3.9e6],
    items: 96_000_000,
    bytes: 6.1e10,
    pointInTimeRecovery: true,
    deletionProtection: true,
    key: 'acme-prod-rds',
    replicas: ['us-west-2'],
    tags: portal,
  });
  if (state === 'before')
    table(site, {
      name: 'feature-flags-old',
      created: on('2020-07-01'),
      provisioned: [25, 25],
      consumed: [0, 0],
      items: 31,
      bytes: 9000,
    });
}
