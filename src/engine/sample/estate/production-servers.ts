import { autoScalingGroup, launchTemplate } from '../build/auto-scaling.ts';
import { register } from '../build/balancing.ts';
import { busy, idle, instance, light, reservedInstances, steady } from '../build/instances.ts';
import { named, owned } from '../build/tags.ts';
import { gp2, gp3, image, snapshot, volume } from '../build/volumes.ts';
import { on } from '../moment.ts';
import type { Site, World } from '../world.ts';
import { MAIN, PRODUCTION, RECOVERY } from './accounts.ts';
import { bootScript, plainScript } from './boot-scripts.ts';

const portal = owned('portal', 'production', 'team-portal');
const claims = owned('claims', 'production', 'team-claims');
const lis = owned('lis', 'production', 'team-laboratory');

/** Servers of production: the portal, the claims workers, the feed of the laboratory and what was left behind. */

export function productionServers(world: World): void {
  const { now, state, ago } = world.moment;
  const site = world.site(PRODUCTION, MAIN);
  site.settings = now(
    { ebsEncryption: false, snapshotBlockPublicAccess: 'unblocked' },
    { ebsEncryption: true, snapshotBlockPublicAccess: 'block-all-sharing' },
  );
  portalWeb(site, world);
  claimsWorker(site, world);

  // The laboratory's feed: one machine, and no second one anywhere near.
  instance(site, {
    name: 'lis-feed-1',
    type: now('m4.xlarge', 'm6i.xlarge'),
    image: 'lis-feed-golden-2021',
    subnet: 'acme-prod-public-a',
    groups: ['lis-feed'],
    launched: now(on('2021-06-21'), on('2026-09-29')),
    root: now(gp2(50), gp3(50, { key: 'acme-prod-ebs' })),
    disks: {
      '/dev/sdf': now(
        { type: 'io1' as const, size: 500, iops: 8000, operations: 3.1e6 },
        gp3(500, { iops: 8000, throughput: 500, key: 'acme-prod-ebs', operations: 3.1e6 }),
      ),
    },
    ...now({}, { generation: 'encrypted' }),
    profile: 'lis-feed',
    tokens: now('optional', 'required'),
    elasticIp: '203.0.113.24',
    load: steady,
    tags: lis,
  });
  image(site, {
    name: 'lis-feed-golden-2021',
    created: on('2021-06-18'),
    snapshot: snapshot(site, {
      name: 'lis-feed-golden-2021',
      volume: 'lis-builder',
      size: 50,
      created: on('2021-06-18'),
    }),
    lastLaunched: now(on('2021-06-21'), on('2026-09-29')),
    tags: lis,
  });
  instance(site, {
    name: 'sftp-gateway',
    type: 't3.medium',
    image: 'al2023',
    subnet: 'acme-prod-public-b',
    groups: ['sftp-gateway'],
    launched: on('2025-03-18'),
    root: gp3(30, { key: 'acme-prod-ebs' }),
    disks: { '/dev/xvdb': now(gp2(250, { key: 'acme-prod-ebs' }), gp3(250, { key: 'acme-prod-ebs' })) },
    profile: 'ssm-managed',
    elasticIp: '203.0.113.23',
    load: light,
    tags: claims,
  });
  register(site, 'claims-edi', { instance: 'sftp-gateway' });
  if (state === 'before')
    instance(site, {
      name: 'reporting-1',
      type: 'r4.2xlarge',
      image: 'amzn2-2020',
      subnet: 'acme-prod-app-b',
      groups: ['reporting'],
      launched: on('2020-09-01'),
      root: gp2(100),
      disks: { '/dev/sdg': gp2(2000, { operations: 0 }) },
      tokens: 'optional',
      load: idle,
    });
  instance(site, {
    name: 'monitoring-1',
    type: 't3.large',
    image: 'al2023',
    subnet: 'acme-prod-app-c',
    groups: ['reporting'],
    launched: on('2024-04-09'),
    root: now(gp2(200, { key: 'acme-prod-ebs' }), gp3(200, { key: 'acme-prod-ebs' })),
    profile: 'ssm-managed',
    load: light,
    monitoring: true,
    tags: owned('platform', 'production', 'team-platform'),
  });
  instance(site, {
    name: 'legacy-portal-1',
    type: 'c4.xlarge',
    image: 'amzn2-2018',
    subnet: 'acme-prod-app-a',
    groups: ['reporting'],
    launched: on('2019-04-02'),
    stopped: on('2026-01-19'),
    root: gp2(80),
    disks: { '/dev/sdh': gp2(300) },
    tokens: 'optional',
    tags: { Application: 'portal', Environment: 'production', Owner: 'team-portal' },
  });
  if (state === 'after')
    instance(site, {
      name: 'telehealth-poc',
      type: 'c5.xlarge',
      image: 'ubuntu-24.04',
      subnet: 'acme-prod-public-c',
      groups: ['telehealth-poc'],
      launched: on('2026-10-20'),
      root: gp2(100),
      tokens: 'optional',
      publicIp: '203.0.113.27',
      load: idle,
    });
  for (const [name, size, created] of [
    ['old-portal-uploads', 1000, '2021-02-10'],
    ['claims-migration-scratch', 500, '2024-08-22'],
    ['lis-feed-old-data', 8, '2021-06-21'],
  ] as const)
    if (state === 'before' || name === 'claims-migration-scratch')
      volume(site, {
        name,
        disk: gp2(size),
        zone: 'a',
        created: on(created),
        tags: name === 'old-portal-uploads' ? {} : named(name),
      });
  if (state === 'after')
    volume(site, { name: 'lis-feed-unencrypted-copy', disk: gp3(500), zone: 'a', created: on('2026-09-28') });
  // Copies of the laboratory's disk, kept for three nights by a lifecycle policy.
  for (const night of [1, 2, 3])
    snapshot(site, {
      name: `lis-feed-${ago(night).toISOString().slice(0, 10)}`,
      volume: now('lis-feed-1-sdf', 'lis-feed-1#encrypted-sdf'),
      size: 500,
      created: ago(night - 0.2),
      description: 'Created by policy: policy-0f3c1a9d7be4a1200 schedule: nightly',
      ...now({}, { key: 'acme-prod-ebs' }),
      tags: { 'aws:dlm:lifecycle-policy-id': 'policy-0f3c1a9d7be4a1200', ...lis },
    });
  for (const [name, size, created] of [
    ['old-portal-final', 80, '2021-02-09'],
    ['reporting-2023', 2000, '2023-03-31'],
    ['claims-before-upgrade', 500, '2024-08-21'],
  ] as const)
    if (state === 'before' || name === 'claims-before-upgrade')
      snapshot(site, { name, volume: name, size, created: on(created), description: name, written: 0.35 });
  reservedInstances(site, {
    name: '8c5e2c1a-55a0-4a44-9a57-0c6a5f6b7d02',
    type: 'm5.xlarge',
    count: 4,
    start: on('2025-10-01'),
    years: 1,
    hourly: 0.119,
    state: now('active', 'retired'),
  });
  if (state === 'after')
    reservedInstances(site, {
      name: 'b1f7d0c4-2f3a-4f0d-8f2e-6f1f7a3c9d03',
      type: 'm7i.xlarge',
      count: 3,
      start: on('2026-10-05'),
      years: 1,
      hourly: 0.1334,
    });
}

/** The portal's web servers: a fixed number of them, until the group was let grow. */
function portalWeb(site: Site, { moment: { now } }: World): void {
  image(site, {
    name: 'portal-web-2024-11',
    created: on('2024-11-05'),
    snapshot: snapshot(site, {
      name: 'portal-web-2024-11',
      volume: 'portal-builder',
      size: 30,
      created: on('2024-11-05'),
    }),
    lastLaunched: now(on('2026-03-10'), on('2026-09-22')),
    tags: portal,
  });
  image(site, {
    name: 'portal-web-2021-03',
    created: on('2021-03-12'),
    snapshot: snapshot(site, {
      name: 'portal-web-2021-03',
      volume: 'portal-builder',
      size: 30,
      created: on('2021-03-12'),
    }),
    tags: portal,
  });
  const first = {
    created: on('2021-03-12'),
    type: 'm5.xlarge',
    image: 'portal-web-2024-11',
    groups: ['portal-web'],
    root: gp2(100),
    tokens: 'optional' as const,
    profile: 'portal-web',
    userData: bootScript,
    note: 'boots by itself',
  };
  launchTemplate(site, {
    name: 'portal-web',
    created: on('2021-03-12'),
    versions: [
      first,
      ...now(
        [],
        [
          {
            ...first,
            created: on('2026-09-22'),
            type: 'm7i.xlarge',
            root: gp3(60, { key: 'acme-prod-ebs' }),
            tokens: 'required' as const,
            userData: plainScript,
            note: 'no secrets, gp3, IMDSv2',
          },
        ],
      ),
    ],
    tags: portal,
  });
  autoScalingGroup(site, {
    name: 'portal-web',
    template: 'portal-web',
    created: on('2021-03-12'),
    subnets: ['acme-prod-app-a', 'acme-prod-app-b', 'acme-prod-app-c'],
    min: now(4, 3),
    max: now(4, 12),
    running: now(4, 3),
    launched: now(on('2026-03-10'), on('2026-09-22')),
    load: steady,
    healthCheck: now('EC2', 'ELB'),
    targetGroups: ['portal-web'],
    tags: portal,
  });
}

function claimsWorker(site: Site, { moment: { now } }: World): void {
  launchTemplate(site, {
    name: 'claims-worker',
    created: on('2023-08-15'),
    versions: [
      {
        created: on('2023-08-15'),
        type: 'c5.2xlarge',
        image: 'al2023',
        groups: ['claims-worker'],
        root: gp3(80, { key: 'acme-prod-ebs' }),
        tokens: 'required',
        profile: 'claims-worker',
        userData: plainScript,
      },
    ],
    tags: claims,
  });
  autoScalingGroup(site, {
    name: 'claims-worker',
    template: 'claims-worker',
    created: on('2023-08-15'),
    subnets: ['acme-prod-app-a', 'acme-prod-app-b'],
    min: 2,
    max: now(3, 8),
    running: now(3, 4),
    launched: on('2026-08-11'),
    load: now(busy, steady),
    tags: claims,
  });
  launchTemplate(site, {
    name: 'legacy-batch',
    created: on('2020-05-06'),
    versions: [
      {
        created: on('2020-05-06'),
        type: 'm5.large',
        image: 'amzn2-2020',
        groups: ['claims-worker'],
        root: gp2(40),
        profile: 'claims-worker',
      },
    ],
  });
  autoScalingGroup(site, {
    name: 'legacy-batch',
    template: 'legacy-batch',
    created: on('2020-05-06'),
    subnets: ['acme-prod-app-a'],
    min: 1,
    max: 2,
    running: 1,
    launched: on('2025-12-02'),
    load: light,
    suspended: ['ReplaceUnhealthy', 'AZRebalance'],
  });
}

export function recoveryServers(world: World): void {
  const { now, ago } = world.moment;
  const site = world.site(PRODUCTION, RECOVERY);
  site.settings = { ebsEncryption: true, snapshotBlockPublicAccess: now('unblocked', 'block-all-sharing') };
  instance(site, {
    name: 'lis-feed-dr',
    type: 'm5.xlarge',
    image: 'lis-feed-golden-2021',
    subnet: 'acme-dr-app-a',
    groups: ['dr-lis'],
    launched: on('2022-02-10'),
    stopped: on('2024-05-17'),
    root: gp3(50, { key: 'acme-dr' }),
    disks: { '/dev/sdf': gp3(500, { key: 'acme-dr' }) },
    profile: 'lis-feed',
    tags: owned('lis', 'production', 'team-laboratory', { purpose: 'recovery' }),
  });
  instance(site, {
    name: 'portal-dr-1',
    type: 't3.large',
    image: 'al2023',
    subnet: 'acme-dr-app-b',
    groups: ['dr-lis'],
    launched: on('2024-03-04'),
    // Started in every drill.
    stopped: now(on('2026-08-25'), on('2026-10-30')),
    root: gp3(60, { key: 'acme-dr' }),
    profile: 'portal-web',
    tags: owned('portal', 'production', 'team-portal', { purpose: 'recovery' }),
  });
  for (const week of [1, 2])
    snapshot(site, {
      name: `portal-copy-${ago(week * 7)
        .toISOString()
        .slice(0, 10)}`,
      volume: 'portal-web',
      size: 100,
      created: ago(week * 7),
      description: '[Copied from us-east-1]',
      key: 'acme-dr',
      tags: owned('portal', 'production', 'team-portal', { purpose: 'recovery' }),
    });
}
