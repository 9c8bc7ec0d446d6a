import { autoScalingGroup, launchTemplate } from '../build/auto-scaling.ts';
import { register } from '../build/balancing.ts';
import { busy, idle, instance, light, reservedInstances, steady } from '../build/instances.ts';
import { named, owned } from '../build/tags.ts';
import { gp2, gp3, image, snapshot, volume } from '../build/volumes.ts';
import { on } from '../moment.ts';
import type { World } from '../world.ts';
import { DATA, EUROPE, MAIN, MANAGEMENT, RECOVERY, STAGING } from './accounts.ts';
import { plainScript } from './boot-scripts.ts';
import { productionServers, recoveryServers } from './production-servers.ts';

const staged = owned('portal', 'staging', 'team-portal');
const shared = owned('platform', 'shared', 'team-platform');
const analytics = owned('analytics', 'data', 'team-data');

/** Instances, their disks, images and snapshots: old generations, forgotten disks, nightly copies and public ones. */
export function compute(world: World): void {
  management(world);
  productionServers(world);
  recoveryServers(world);
  staging(world);
  data(world);
  europe(world);
}

function management(world: World): void {
  const { now, state } = world.moment;
  const site = world.site(MANAGEMENT, MAIN);
  site.settings = now(
    { ebsEncryption: false, snapshotBlockPublicAccess: 'unblocked' },
    { ebsEncryption: true, snapshotBlockPublicAccess: 'block-all-sharing' },
  );
  if (state === 'before')
    image(site, {
      name: 'jenkins-2022-04',
      created: on('2022-04-19'),
      snapshot: snapshot(site, {
        name: 'jenkins-2022-04',
        volume: 'jenkins-2018',
        size: 40,
        created: on('2022-04-19'),
      }),
      // Shared with a contractor by the shortest way.
      public: true,
      lastLaunched: on('2022-04-20'),
    });
  if (state === 'before') {
    instance(site, {
      name: 'jenkins-controller',
      type: 'm4.2xlarge',
      image: 'jenkins-2022-04',
      subnet: 'acme-shared-public-a',
      groups: ['jenkins'],
      launched: on('2022-04-20'),
      root: gp2(40),
      disks: { '/dev/xvdb': gp2(500, { operations: 1.9e6 }) },
      profile: 'jenkins-administrator',
      tokens: 'optional',
      elasticIp: '203.0.113.11',
      load: light,
      keyName: 'acme-2018',
      tags: shared,
    });
    instance(site, {
      name: 'bastion',
      type: 't2.micro',
      image: 'amzn2-2020',
      subnet: 'acme-shared-public-a',
      groups: ['bastion'],
      launched: on('2020-11-03'),
      root: gp2(8),
      tokens: 'optional',
      publicIp: '203.0.113.12',
      load: idle,
      keyName: 'acme-2018',
      tags: { Environment: 'shared' },
    });
  } else
    instance(site, {
      name: 'jenkins-controller',
      generation: '2026',
      type: 'm7i.xlarge',
      image: 'al2023',
      subnet: 'acme-shared-private-a',
      groups: ['jenkins'],
      launched: on('2026-10-07'),
      root: gp3(40, { key: 'aws/ebs' }),
      disks: { '/dev/xvdb': gp3(300, { key: 'aws/ebs', operations: 1.9e6 }) },
      profile: 'jenkins-deploy',
      load: light,
      tags: shared,
    });
  instance(site, {
    name: 'openvpn',
    type: 't3.small',
    image: 'openvpn-as',
    subnet: 'acme-shared-public-b',
    groups: ['openvpn'],
    launched: on('2023-02-27'),
    root: now(gp2(20), gp3(20)),
    tokens: now('optional', 'required'),
    elasticIp: '203.0.113.13',
    load: light,
    profile: 'ssm-managed',
    tags: shared,
  });
  instance(site, {
    name: 'ldap-old',
    type: 'm3.medium',
    image: 'amzn2-2018',
    subnet: 'acme-shared-private-b',
    groups: ['ldap'],
    launched: on('2018-08-13'),
    stopped: on('2025-11-28'),
    root: { type: 'standard', size: 60 },
    tokens: 'optional',
    tags: { Env: 'shared', owner: 'unknown' },
  });
  reservedInstances(site, {
    name: '46a4b3d2-8e1f-4f5a-9b7c-2d9e2f1c0a11',
    type: 'm4.2xlarge',
    count: 1,
    start: on('2023-10-01'),
    years: 3,
    hourly: 0.171,
    state: now('active', 'retired'),
  });
  // Nightly copies that nobody ever deletes.
  for (const day of ['2023-01-15', '2023-07-15', '2024-01-15'])
    if (state === 'before')
      snapshot(site, {
        name: `jenkins-${day}`,
        volume: 'jenkins-controller-xvdb',
        size: 500,
        created: on(day),
        description: 'jenkins home',
      });
  // Left over from a drill in a region where the account has nothing else.
  if (state === 'before')
    volume(world.site(MANAGEMENT, RECOVERY), {
      name: 'drill-2022',
      disk: gp2(100),
      zone: 'a',
      created: on('2022-10-11'),
    });
}

function staging(world: World): void {
  const { now, state } = world.moment;
  const site = world.site(STAGING, MAIN);
  site.settings = {
    ebsEncryption: now(false, true),
    snapshotBlockPublicAccess: now('unblocked', 'block-new-sharing'),
  };
  launchTemplate(site, {
    name: 'portal-web-staging',
    created: on('2022-01-31'),
    versions: [
      {
        created: on('2022-01-31'),
        type: 't3.large',
        image: 'al2023',
        groups: ['staging-web'],
        root: gp2(60),
        profile: 'portal-web',
        userData: plainScript,
      },
    ],
    tags: staged,
  });
  autoScalingGroup(site, {
    name: 'portal-web-staging',
    template: 'portal-web-staging',
    created: on('2022-01-31'),
    subnets: ['acme-staging-app-a', 'acme-staging-app-b'],
    min: 2,
    max: 4,
    running: 2,
    launched: on('2026-06-16'),
    load: idle,
    healthCheck: 'ELB',
    targetGroups: ['portal-staging'],
    tags: staged,
  });
  instance(site, {
    name: 'qa-runner-1',
    type: 'c5.2xlarge',
    image: 'ubuntu-22.04',
    subnet: 'acme-staging-public-a',
    groups: ['qa'],
    launched: on('2024-11-12'),
    root: now(gp2(300), gp3(300)),
    tokens: 'optional',
    publicIp: '203.0.113.61',
    load: busy,
    tags: { team: 'qa', env: 'stage' },
  });
  instance(site, {
    name: 'qa-runner-2',
    type: 'c5.2xlarge',
    image: 'ubuntu-22.04',
    subnet: 'acme-staging-public-b',
    groups: ['qa'],
    launched: on('2024-11-12'),
    root: now(gp2(300), gp3(300)),
    tokens: 'optional',
    publicIp: '203.0.113.62',
    load: light,
    tags: { team: 'qa', env: 'stage' },
  });
  if (state === 'before')
    instance(site, {
      name: 'perf-test',
      type: 'm5.4xlarge',
      image: 'ubuntu-22.04',
      subnet: 'acme-staging-app-a',
      groups: ['qa'],
      launched: on('2026-02-02'),
      stopped: on('2026-02-20'),
      root: gp2(100),
      disks: { '/dev/sdf': gp2(800) },
    });
  if (state === 'after')
    instance(site, {
      name: 'qa-runner-3',
      type: 'c7i.2xlarge',
      image: 'ubuntu-24.04',
      subnet: 'acme-staging-app-b',
      groups: ['qa'],
      // Too young to be judged idle.
      launched: on('2026-11-09'),
      root: gp3(200, { key: 'aws/ebs' }),
      profile: 'ssm-managed',
      load: idle,
      tags: staged,
    });
  snapshot(site, {
    name: 'portal-db-dump-2023',
    volume: 'portal-db-restore',
    size: 400,
    created: on('2023-11-14'),
    description: 'restored dump for debugging',
    // With patients in it, and open to everybody.
    ...now({ shared: 'everybody' as const }, {}),
  });
  snapshot(site, {
    name: 'perf-fixtures',
    volume: 'perf-test-sdf',
    size: 800,
    created: on('2026-02-19'),
    shared: ['222233334444'],
    tags: staged,
  });
  volume(site, {
    name: 'jmeter-results',
    disk: { type: 'st1', size: 500 },
    zone: 'b',
    created: on('2023-05-04'),
  });
}

function data(world: World): void {
  const { now, state } = world.moment;
  const site = world.site(DATA, MAIN);
  site.settings = { ebsEncryption: true, snapshotBlockPublicAccess: 'block-all-sharing' };
  instance(site, {
    name: 'airflow-1',
    type: 'm5.2xlarge',
    image: 'al2023',
    subnet: 'acme-data-app-a',
    groups: ['airflow'],
    launched: on('2024-01-23'),
    root: now(gp2(120, { key: 'acme-phi' }), gp3(120, { key: 'acme-phi' })),
    profile: 'airflow',
    load: steady,
    tags: analytics,
  });
  register(site, 'airflow', { instance: 'airflow-1' });
  reservedInstances(site, {
    name: 'f0d3c7a8-1b5e-4d0c-8c41-7a9e5b2d6e04',
    type: 'r5.2xlarge',
    count: 2,
    start: on('2025-02-03'),
    years: 3,
    hourly: 0.206,
  });
  for (const number of [1, 2, 3])
    instance(site, {
      name: `etl-worker-${number}`,
      type: 'r5.2xlarge',
      image: 'al2023',
      subnet: `acme-data-app-${number === 2 ? 'b' : 'a'}`,
      groups: ['etl'],
      launched: on('2024-01-23'),
      root: gp3(100, { key: 'acme-phi' }),
      disks: { '/dev/xvdb': now(gp2(1000, { key: 'acme-phi' }), gp3(1000, { key: 'acme-phi' })) },
      profile: 'etl',
      load: light,
      tags: analytics,
    });
  instance(site, {
    name: 'tableau-1',
    type: 'm5.2xlarge',
    image: 'windows-2019',
    windows: true,
    subnet: 'acme-data-public-a',
    groups: ['tableau'],
    launched: on('2022-06-28'),
    root: now(gp2(500, { key: 'acme-phi' }), gp3(500, { key: 'acme-phi' })),
    tokens: now('optional', 'required'),
    elasticIp: '203.0.113.81',
    load: light,
    tags: analytics,
  });
  if (state === 'before')
    volume(site, {
      name: 'pvc-2b9d',
      disk: gp3(200, { key: 'aws/ebs' }),
      zone: 'a',
      created: on('2025-02-12'),
      tags: { 'kubernetes.io/created-for/pvc/name': 'notebooks', ...named('pvc-2b9d') },
    });
}

function europe(world: World): void {
  const { state } = world.moment;
  const site = world.site(DATA, EUROPE);
  site.settings = { ebsEncryption: false, snapshotBlockPublicAccess: 'unblocked' };
  if (state === 'before') {
    instance(site, {
      name: 'notebook-gpu',
      type: 'g5.xlarge',
      image: 'deep-learning',
      subnet: 'default-default-a',
      groups: ['notebook'],
      launched: on('2025-10-21'),
      root: gp2(200),
      tokens: 'optional',
      publicIp: '203.0.113.90',
      load: idle,
    });
    volume(site, { name: 'cohort-2019', disk: gp2(2000), zone: 'a', created: on('2025-10-22') });
  }
}
