import { abortUploads, bucket, expire, expireOldVersions, toInfrequentAccess } from '../build/storage.ts';
import { owned, phi } from '../build/tags.ts';
import { on } from '../moment.ts';
import type { World } from '../world.ts';
import { DATA, EUROPE, MANAGEMENT, PRODUCTION, RECOVERY, STAGING } from './accounts.ts';

const portal = owned('portal', 'production', 'team-portal');
const claims = owned('claims', 'production', 'team-claims', phi);
const lis = owned('lis', 'production', 'team-laboratory', phi);
const platform = owned('platform', 'production', 'team-platform');
const shared = owned('platform', 'shared', 'team-platform');
const patients = owned('analytics', 'data', 'team-data', phi);

const publicRead = (bucketName: string) => ({
  Sid: 'PublicRead',
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: `arn:aws:s3:::${bucketName}/*`,
});

/** Log writers of AWS, which need a bucket policy of their own. */
const delivery = (service: string, bucketName: string) => ({
  Sid: 'Delivery',
  Effect: 'Allow',
  Principal: { Service: `${service}.amazonaws.com` },
  Action: 's3:PutObject',
  Resource: `arn:aws:s3:::${bucketName}/*`,
});

/** Buckets: one that everybody reads, dumps nobody deletes, and patients' data behind a guardrail. */
export function storage(world: World): void {
  const { now, state } = world.moment;
  const made = (account: string) => (spec: Parameters<typeof bucket>[2]) => bucket(world, account, spec);

  const management = made(MANAGEMENT);
  management({
    name: 'acme-health-cloudtrail',
    created: on('2018-06-05'),
    sizes: { StandardStorage: now(2900, 3150) },
    objectSize: 9,
    block: 'all',
    statements: [delivery('cloudtrail', 'acme-health-cloudtrail')],
    tlsOnly: now(false, true),
    ...now({}, { versioning: 'Enabled' as const, logsTo: 'acme-health-access-logs', key: 'acme-cloudtrail' }),
    ...now({}, { lifecycle: [toInfrequentAccess(90), expire(2557), abortUploads()] }),
    tags: shared,
  });
  management({
    name: 'acme-health-access-logs',
    created: on('2021-02-01'),
    sizes: { StandardStorage: 210 },
    objectSize: 3,
    block: 'all',
    statements: [delivery('logging.s3', 'acme-health-access-logs')],
    tlsOnly: true,
    lifecycle: [expire(400), abortUploads()],
    tags: shared,
  });
  management({
    name: 'acme-health-terraform-state',
    created: on('2021-04-28'),
    sizes: { StandardStorage: 0.2 },
    objectSize: 300,
    block: 'all',
    tlsOnly: true,
    ...now({}, { versioning: 'Enabled' as const, lifecycle: [expireOldVersions(90), abortUploads()] }),
    logsTo: 'acme-health-access-logs',
    tags: shared,
  });
  management({
    name: 'acme-health-jenkins-artifacts',
    created: on('2018-09-11'),
    sizes: { StandardStorage: now(1850, 240) },
    objectSize: 2400,
    ...now({ acls: true }, { block: 'all' as const, lifecycle: [expire(60), abortUploads()] }),
    tags: { Environment: 'shared' },
  });

  const production = made(PRODUCTION);
  production({
    name: 'acme-health-portal-assets',
    created: on('2021-03-12'),
    sizes: { StandardStorage: 14 },
    objectSize: 90,
    block: 'policies-open',
    statements: [publicRead('acme-health-portal-assets')],
    publicPolicy: true,
    tags: portal,
  });
  production({
    name: 'acme-health-portal-uploads',
    created: on('2021-03-12'),
    sizes: { StandardStorage: 1240 },
    objectSize: 1800,
    block: 'all',
    tlsOnly: true,
    ...now({}, { key: 'acme-prod-rds' }),
    versioning: 'Enabled',
    ...now(
      {},
      {
        lifecycle: [toInfrequentAccess(60), expireOldVersions(90), abortUploads()],
        logsTo: 'acme-health-prod-access-logs',
      },
    ),
    tags: owned('portal', 'production', 'team-portal', phi),
  });
  production({
    name: 'acme-health-claims-documents',
    created: on('2020-02-20'),
    sizes: { StandardStorage: 5400 },
    objectSize: 640,
    block: 'all',
    tlsOnly: now(false, true),
    key: 'partner-exchange',
    versioning: 'Enabled',
    replicatesTo: 'acme-health-claims-documents-dr',
    ...now({}, { lifecycle: [toInfrequentAccess(90), expireOldVersions(180), abortUploads()] }),
    tags: claims,
  });
  production({
    name: 'acme-health-claims-documents-dr',
    region: RECOVERY,
    created: on('2022-02-16'),
    sizes: { StandardIAStorage: 5400 },
    objectSize: 640,
    block: 'all',
    tlsOnly: true,
    key: 'acme-dr',
    versioning: 'Enabled',
    lifecycle: [expireOldVersions(30), abortUploads()],
    logsTo: 'acme-health-prod-access-logs-dr',
    tags: owned('claims', 'production', 'team-claims', { ...phi, purpose: 'recovery' }),
  });
  production({
    name: 'acme-health-lis-results',
    created: on('2021-06-22'),
    sizes: { StandardStorage: 920 },
    objectSize: 22,
    ...now(
      {},
      { block: 'all' as const, tlsOnly: true, versioning: 'Enabled' as const, key: 'acme-prod-rds' },
    ),
    ...now({}, { lifecycle: [expireOldVersions(365), abortUploads()] }),
    acls: now(true, false),
    tags: lis,
  });
  if (state === 'before')
    production({
      name: 'acme-health-residency-test',
      region: EUROPE,
      created: on('2021-11-25'),
      sizes: { StandardStorage: 3 },
    });
  if (state === 'before')
    production({
      name: 'acme-health-old-portal-media',
      created: on('2019-04-05'),
      sizes: { StandardStorage: 640 },
      publicAcl: true,
      acls: true,
    });
  production({
    name: 'acme-health-backups',
    created: on('2020-01-09'),
    sizes: { StandardStorage: now(21_400, 3900), ...now({}, { GlacierStorage: 17_200 }) },
    objectSize: 48_000,
    block: 'all',
    tlsOnly: now(false, true),
    ...now({}, { versioning: 'Enabled' as const, locked: 35 }),
    ...now({}, { lifecycle: [toInfrequentAccess(30), expire(730), abortUploads()] }),
    tags: platform,
  });
  production({
    name: 'acme-health-lb-logs',
    created: on('2021-03-13'),
    sizes: { StandardStorage: now(0.1, 31) },
    objectSize: 60,
    block: 'all',
    tlsOnly: true,
    statements: [delivery('logdelivery.elasticloadbalancing', 'acme-health-lb-logs')],
    lifecycle: [expire(365), abortUploads()],
    tags: platform,
  });
  production({
    name: 'acme-health-flow-logs',
    created: on('2022-02-09'),
    sizes: { StandardStorage: now(18, 410) },
    objectSize: 700,
    block: 'all',
    tlsOnly: true,
    statements: [delivery('delivery.logs', 'acme-health-flow-logs')],
    lifecycle: [expire(400), abortUploads()],
    tags: platform,
  });
  if (state === 'after') {
    production({
      name: 'acme-health-prod-access-logs',
      created: on('2026-09-24'),
      sizes: { StandardStorage: 9 },
      objectSize: 4,
      block: 'all',
      tlsOnly: true,
      statements: [delivery('logging.s3', 'acme-health-prod-access-logs')],
      lifecycle: [expire(400), abortUploads()],
      tags: platform,
    });
    // New, and made in a hurry.
    production({
      name: 'acme-health-telehealth-recordings',
      created: on('2026-10-21'),
      sizes: { StandardStorage: 77 },
      objectSize: 190_000,
    });
  }
  production({
    name: 'acme-health-prod-access-logs-dr',
    region: RECOVERY,
    created: on('2022-02-16'),
    sizes: { StandardStorage: 12 },
    objectSize: 4,
    block: 'all',
    tlsOnly: true,
    statements: [delivery('logging.s3', 'acme-health-prod-access-logs-dr')],
    lifecycle: [expire(400), abortUploads()],
    tags: owned('platform', 'production', 'team-platform', { purpose: 'recovery' }),
  });

  const staging = made(STAGING);
  staging({
    name: 'acme-health-staging-artifacts',
    created: on('2021-07-21'),
    sizes: { StandardStorage: 330 },
    block: 'all',
    tlsOnly: true,
    lifecycle: now([expire(30)], [expire(30), abortUploads()]),
    tags: owned('platform', 'staging', 'team-platform'),
  });
  staging({
    name: 'acme-health-staging-dumps',
    created: on('2023-11-13'),
    sizes: { StandardStorage: 870 },
    objectSize: 900_000,
    ...now(
      { statements: [publicRead('acme-health-staging-dumps')], publicPolicy: true },
      { block: 'all' as const, tlsOnly: true, lifecycle: [expire(14), abortUploads()] },
    ),
    tags: { environment: 'Staging' },
  });

  const data = made(DATA);
  data({
    name: 'acme-health-phi-raw',
    created: on('2021-09-20'),
    sizes: { StandardStorage: 14_800 },
    objectSize: 210,
    block: 'all',
    tlsOnly: true,
    key: 'acme-phi',
    versioning: 'Enabled',
    logsTo: 'acme-health-data-logs',
    ...now({}, { lifecycle: [toInfrequentAccess(30), expireOldVersions(60), abortUploads()] }),
    tags: patients,
  });
  data({
    name: 'acme-health-phi-curated',
    created: on('2021-09-20'),
    sizes: { StandardStorage: 6100 },
    objectSize: 128_000,
    block: 'all',
    tlsOnly: true,
    key: 'acme-phi',
    versioning: 'Enabled',
    logsTo: 'acme-health-data-logs',
    lifecycle: [expireOldVersions(30), abortUploads()],
    tags: patients,
  });
  data({
    name: 'acme-health-phi-research',
    created: on('2022-11-08'),
    sizes: { StandardStorage: 2300 },
    objectSize: 64_000,
    block: 'all',
    tlsOnly: now(false, true),
    ...now({}, { versioning: 'Enabled' as const, lifecycle: [expireOldVersions(30), abortUploads()] }),
    tags: patients,
  });
  data({
    name: 'acme-health-athena-results',
    created: on('2022-01-24'),
    sizes: { StandardStorage: now(4700, 60) },
    objectSize: 350,
    block: 'all',
    ...now({}, { tlsOnly: true, lifecycle: [expire(14), abortUploads(3)] }),
    tags: owned('analytics', 'data', 'team-data'),
  });
  data({
    name: 'acme-health-data-logs',
    created: on('2021-09-20'),
    sizes: { StandardStorage: 140 },
    objectSize: 4,
    block: 'all',
    tlsOnly: true,
    statements: [
      delivery('logging.s3', 'acme-health-data-logs'),
      delivery('cloudtrail', 'acme-health-data-logs'),
    ],
    lifecycle: [expire(2557), abortUploads()],
    tags: owned('analytics', 'data', 'team-data'),
  });
  data({
    name: 'acme-health-eu-cohort',
    region: EUROPE,
    created: on('2025-10-21'),
    sizes: { StandardStorage: 480 },
    objectSize: 15_000,
  });
}
