import { address } from '../build/addresses.ts';
import { vpc } from '../build/network.ts';
import { everything, INTERNET, INTERNET_V6, securityGroup, tcp } from '../build/security-groups.ts';
import { named, owned } from '../build/tags.ts';
import { on } from '../moment.ts';
import type { Site, World } from '../world.ts';
import { DATA, EUROPE, MAIN, MANAGEMENT, PRODUCTION, RECOVERY, STAGING } from './accounts.ts';
import { productionNetwork } from './production-network.ts';
import { CLINICS, INSIDE, OFFICE } from './ranges.ts';

const portal = owned('portal', 'production', 'team-portal');
const lis = owned('lis', 'production', 'team-laboratory');
const staged = owned('portal', 'staging', 'team-portal');
const shared = owned('platform', 'shared', 'team-platform');
const analytics = owned('analytics', 'data', 'team-data');

/** VPCs, gateways and security groups: one NAT gateway for three zones, doors left open, groups nobody uses. */
export function network(world: World): void {
  management(world);
  productionNetwork(world);
  recovery(world);
  staging(world);
  data(world);
  europe(world);
}

/** The VPC that came with the region; deleted where somebody thought of it. */
function defaultVpc(site: Site, created: Date): void {
  vpc(site, {
    name: 'default',
    cidr: '172.31.0.0/16',
    created,
    isDefault: true,
    zones: ['a', 'b'],
    tiers: {
      default: { cidrs: ['172.31.0.0/20', '172.31.16.0/20'], way: 'internet', publicAddresses: true },
    },
  });
}

function management(world: World): void {
  const { now, state } = world.moment;
  const site = world.site(MANAGEMENT, MAIN);
  if (state === 'before') defaultVpc(site, site.account.joined);
  vpc(site, {
    name: 'acme-shared',
    cidr: '10.0.0.0/16',
    created: on('2018-06-02'),
    tags: shared,
    zones: ['a', 'b'],
    tiers: {
      public: { cidrs: ['10.0.0.0/24', '10.0.1.0/24'], way: 'internet', publicAddresses: true },
      private: { cidrs: ['10.0.10.0/24', '10.0.11.0/24'], way: 'nat' },
    },
    nat: { a: '203.0.113.10' },
    natBytes: 6e9,
    defaultGroup: now('open', 'emptied'),
  });
  securityGroup(site, {
    name: 'jenkins',
    vpc: 'acme-shared',
    description: 'Build server',
    ingress: now(
      [tcp(8080, INTERNET, 'webhooks'), tcp(22, INTERNET, 'everyone')],
      [tcp(8080, [INSIDE, OFFICE], 'office')],
    ),
    tags: shared,
  });
  securityGroup(site, {
    name: 'openvpn',
    vpc: 'acme-shared',
    ingress: [
      { protocol: 'udp', ports: [1194, 1194], from: INTERNET, note: 'VPN' },
      tcp(943, OFFICE, 'administration'),
    ],
    tags: shared,
  });
  securityGroup(site, { name: 'ldap', vpc: 'acme-shared', ingress: [tcp(389, INSIDE), tcp(636, INSIDE)] });
  if (state === 'before')
    securityGroup(site, {
      name: 'bastion',
      vpc: 'acme-shared',
      description: 'Jump host',
      ingress: [tcp(22, [...INTERNET, ...INTERNET_V6], 'SSH')],
      tags: { Environment: 'shared' },
    });
}

function recovery(world: World): void {
  const { now, state } = world.moment;
  const site = world.site(PRODUCTION, RECOVERY);
  vpc(site, {
    name: 'acme-dr',
    cidr: '10.21.0.0/16',
    created: on('2022-02-08'),
    tags: owned('platform', 'production', 'team-platform', { purpose: 'recovery' }),
    zones: ['a', 'b'],
    tiers: {
      public: { cidrs: ['10.21.0.0/24', '10.21.1.0/24'], way: 'internet' },
      app: { cidrs: ['10.21.10.0/24', '10.21.11.0/24'], way: 'nat' },
      data: { cidrs: ['10.21.20.0/24', '10.21.21.0/24'], way: 'none' },
    },
    // A gateway that waits for a disaster, by the hour.
    nat: state === 'before' ? { a: '203.0.113.40' } : {},
    natBytes: 0,
    defaultGroup: now('open', 'emptied'),
    flowLogs: {
      to: 's3',
      destination: 'arn:aws:s3:::acme-health-flow-logs',
      traffic: 'REJECT',
      since: on('2022-02-09'),
    },
    gatewayEndpoints: ['s3'],
  });
  securityGroup(site, { name: 'dr-db', vpc: 'acme-dr', ingress: [tcp(5432, '10.21.0.0/16')], tags: portal });
  securityGroup(site, { name: 'dr-lis', vpc: 'acme-dr', ingress: [tcp(2575, CLINICS)], tags: lis });
  address(site, { name: 'dr-portal', publicIp: '203.0.113.41', tags: named('dr-portal', portal) });
}

function staging(world: World): void {
  const { now, state } = world.moment;
  const site = world.site(STAGING, MAIN);
  vpc(site, {
    name: 'acme-staging',
    cidr: '10.30.0.0/16',
    created: on('2019-06-24'),
    tags: staged,
    zones: ['a', 'b'],
    tiers: {
      public: { cidrs: ['10.30.0.0/24', '10.30.1.0/24'], way: 'internet', publicAddresses: true },
      app: { cidrs: ['10.30.10.0/24', '10.30.11.0/24'], way: 'nat', taken: [40, 35] },
    },
    nat: { a: '203.0.113.60' },
    natBytes: 9e9,
    // The data centre that was given up in 2024.
    ...now({ lostRoutes: { '192.168.0.0/16': 'vgw-0a91c2e7d45f3b680' } }, {}),
    acl: [
      { number: 90, protocol: '6', ports: [22, 22], cidr: '0.0.0.0/0', action: now('allow', 'deny') },
      { number: 100, protocol: '-1', cidr: now('0.0.0.0/0', '10.0.0.0/8'), action: 'allow' },
      ...now(
        [],
        [
          {
            number: 110,
            protocol: '6',
            ports: [443, 443] as [number, number],
            cidr: '0.0.0.0/0',
            action: 'allow' as const,
          },
          {
            number: 120,
            protocol: '6',
            ports: [32_768, 65_535] as [number, number],
            cidr: '0.0.0.0/0',
            action: 'allow' as const,
          },
        ],
      ),
      { number: 100, egress: true, protocol: '-1', cidr: '0.0.0.0/0', action: 'allow' },
    ],
  });
  securityGroup(site, {
    name: 'staging-web',
    vpc: 'acme-staging',
    ingress: [tcp([80, 80], INTERNET), tcp(443, INTERNET)],
    tags: staged,
  });
  securityGroup(site, {
    name: 'staging-db',
    vpc: 'acme-staging',
    ingress: now([tcp(5432, INTERNET, 'developers at home')], [tcp(5432, INSIDE)]),
    tags: { environment: 'Staging' },
  });
  securityGroup(site, {
    name: 'qa',
    vpc: 'acme-staging',
    ingress: [tcp(22, [OFFICE, ...now(INTERNET, [])]), tcp([3000, 3999], OFFICE)],
  });
  securityGroup(site, {
    name: 'eks-staging',
    vpc: 'acme-staging',
    ingress: [everything('eks-staging')],
    tags: staged,
  });
  if (state === 'before')
    securityGroup(site, {
      name: 'default-old',
      vpc: 'acme-staging',
      ingress: [tcp(445, INTERNET, 'file share')],
    });
  defaultVpc(world.site(STAGING, RECOVERY), site.account.joined);
}

function data(world: World): void {
  const { now } = world.moment;
  const site = world.site(DATA, MAIN);
  vpc(site, {
    name: 'acme-data',
    cidr: '10.40.0.0/16',
    created: on('2021-09-16'),
    tags: analytics,
    zones: ['a', 'b'],
    tiers: {
      public: { cidrs: ['10.40.0.0/24', '10.40.1.0/24'], way: 'internet' },
      app: { cidrs: ['10.40.10.0/24', '10.40.11.0/24'], way: 'nat' },
      data: { cidrs: ['10.40.20.0/24', '10.40.21.0/24'], way: 'none' },
    },
    nat: { a: '203.0.113.80', b: '203.0.113.82' },
    natBytes: now(4.7e11, 2e10),
    gatewayEndpoints: now([], ['s3']),
    defaultGroup: 'emptied',
    acl: [
      { number: 100, protocol: '-1', cidr: INSIDE, action: 'allow' },
      { number: 110, protocol: '6', ports: [443, 443], cidr: '0.0.0.0/0', action: 'allow' },
      { number: 120, protocol: '6', ports: [32_768, 65_535], cidr: '0.0.0.0/0', action: 'allow' },
      { number: 100, egress: true, protocol: '-1', cidr: '0.0.0.0/0', action: 'allow' },
    ],
    flowLogs: {
      to: 'cloud-watch-logs',
      destination: site.arn('logs', 'log-group:/vpc/acme-data'),
      traffic: 'ALL',
      since: on('2021-09-20'),
    },
  });
  securityGroup(site, { name: 'airflow', vpc: 'acme-data', ingress: [tcp(8080, INSIDE)], tags: analytics });
  securityGroup(site, { name: 'etl', vpc: 'acme-data', ingress: [everything('etl')], tags: analytics });
  securityGroup(site, {
    name: 'tableau',
    vpc: 'acme-data',
    ingress: [tcp(443, INSIDE), tcp(3389, now([...INTERNET], [INSIDE]), 'analysts')],
    tags: analytics,
  });
  securityGroup(site, {
    name: 'warehouse-db',
    vpc: 'acme-data',
    ingress: [tcp(5432, ['etl', 'airflow', 'tableau'])],
    tags: analytics,
  });
}

/** An experiment of a fortnight, in 2025. */
function europe(world: World): void {
  const site = world.site(DATA, EUROPE);
  defaultVpc(site, site.account.joined);
  if (world.moment.state === 'before')
    securityGroup(site, {
      name: 'notebook',
      vpc: 'default',
      description: 'launch-wizard-1 created 2025-10-21T16:44:02.118Z',
      ingress: [tcp(8888, INTERNET), tcp(22, [...INTERNET, ...INTERNET_V6])],
    });
}
