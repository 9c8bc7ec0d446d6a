import { address } from '../build/addresses.ts';
import { interfaceEndpoint } from '../build/endpoints.ts';
import { type Tier, vpc } from '../build/network.ts';
import { everything, INTERNET, INTERNET_V6, securityGroup, tcp } from '../build/security-groups.ts';
import { named, owned } from '../build/tags.ts';
import { on } from '../moment.ts';
import type { World } from '../world.ts';
import { MAIN, PRODUCTION } from './accounts.ts';
import { CLINICS, INSIDE, OFFICE } from './ranges.ts';

const platform = owned('platform', 'production', 'team-platform');
const portal = owned('portal', 'production', 'team-portal');
const claims = owned('claims', 'production', 'team-claims');
const lis = owned('lis', 'production', 'team-laboratory');

/** Production: three zones behind one NAT gateway, and groups with doors left open. */
export function productionNetwork(world: World): void {
  const { now, state } = world.moment;
  const site = world.site(PRODUCTION, MAIN);
  vpc(site, {
    name: 'acme-prod',
    cidr: '10.20.0.0/16',
    created: on('2019-02-11'),
    tags: platform,
    zones: ['a', 'b', 'c'],
    tiers: {
      public: {
        cidrs: ['10.20.0.0/24', '10.20.1.0/24', '10.20.2.0/24'],
        way: 'internet',
        publicAddresses: true,
      },
      // Pods take an address each, and the first zone has hardly any left.
      app: {
        cidrs: ['10.20.10.0/24', '10.20.11.0/24', '10.20.12.0/24'],
        way: 'nat',
        taken: now([223, 148, 131], [61, 44, 39]),
      },
      data: { cidrs: ['10.20.20.0/24', '10.20.21.0/24', '10.20.22.0/24'], way: 'none' },
      ...now<Record<string, Tier>>(
        {},
        {
          pods: {
            cidrs: ['10.20.64.0/20', '10.20.80.0/20', '10.20.96.0/20'],
            way: 'nat',
            taken: [190, 164, 158],
          },
        },
      ),
    },
    nat: now<Record<string, string>>(
      { a: '203.0.113.20' },
      { a: '203.0.113.20', b: '203.0.113.21', c: '203.0.113.22' },
    ),
    natBytes: now(2.6e11, 3.1e10),
    gatewayEndpoints: now([], ['s3', 'dynamodb']),
    defaultGroup: now('open', 'emptied'),
    ...now(
      {},
      {
        flowLogs: {
          to: 's3' as const,
          destination: 'arn:aws:s3:::acme-health-flow-logs',
          traffic: 'ALL' as const,
          since: on('2026-10-02'),
        },
      },
    ),
  });
  securityGroup(site, {
    name: 'portal-alb',
    vpc: 'acme-prod',
    description: 'Patients',
    ingress: [tcp(443, [...INTERNET, ...INTERNET_V6]), tcp(80, [...INTERNET, ...INTERNET_V6])],
    tags: portal,
  });
  securityGroup(site, {
    name: 'portal-web',
    vpc: 'acme-prod',
    ingress: [tcp(8080, 'portal-alb'), ...now([tcp(22, INTERNET, 'temporary, 2021-03')], [])],
    tags: portal,
  });
  securityGroup(site, { name: 'claims-worker', vpc: 'acme-prod', ingress: [], tags: claims });
  securityGroup(site, {
    name: 'lis-feed',
    vpc: 'acme-prod',
    description: 'HL7 messages of the laboratory',
    ingress: [tcp(2575, now(INTERNET, [CLINICS]), 'HL7 over MLLP'), tcp(22, INSIDE)],
    tags: lis,
  });
  securityGroup(site, {
    name: 'sftp-gateway',
    vpc: 'acme-prod',
    description: 'Files of clearing houses',
    // The one that got worse: opened for a new partner, and not closed again.
    ingress: [tcp(22, now([OFFICE, CLINICS], INTERNET), now('partners', 'new clearing house, temporary'))],
    tags: claims,
  });
  securityGroup(site, {
    name: 'internal-services',
    vpc: 'acme-prod',
    ingress: [tcp(443, INSIDE), tcp(80, INSIDE)],
    tags: platform,
  });
  securityGroup(site, {
    name: 'ecs-services',
    vpc: 'acme-prod',
    ingress: [tcp([8080, 8090], 'internal-services')],
    tags: platform,
  });
  securityGroup(site, {
    name: 'eks-platform',
    vpc: 'acme-prod',
    ingress: [everything('eks-platform')],
    tags: platform,
  });
  securityGroup(site, { name: 'functions', vpc: 'acme-prod', ingress: [], tags: platform });
  securityGroup(site, {
    name: 'endpoints',
    vpc: 'acme-prod',
    ingress: [tcp(443, '10.20.0.0/16')],
    tags: platform,
  });
  securityGroup(site, {
    name: 'portal-db',
    vpc: 'acme-prod',
    ingress: [tcp(5432, ['portal-web', 'eks-platform', 'ecs-services', 'functions'])],
    tags: portal,
  });
  securityGroup(site, {
    name: 'claims-db',
    vpc: 'acme-prod',
    ingress: [
      tcp(3306, ['claims-worker', 'functions']),
      ...now([tcp(3306, INTERNET, 'vendor support, remove after go-live')], []),
    ],
    tags: claims,
  });
  securityGroup(site, { name: 'lis-db', vpc: 'acme-prod', ingress: [tcp(1433, 'lis-feed')], tags: lis });
  securityGroup(site, {
    name: 'reporting',
    vpc: 'acme-prod',
    ingress: [tcp([0, 65_535], INSIDE, 'everything inside')],
  });
  // Made by the console's wizard and by people who meant to come back.
  if (state === 'before') {
    securityGroup(site, {
      name: 'launch-wizard-3',
      vpc: 'acme-prod',
      description: 'launch-wizard-3 created 2020-07-30T09:12:11.412Z',
      ingress: [tcp(22, INTERNET), tcp(3389, [...INTERNET, ...INTERNET_V6])],
    });
    securityGroup(site, { name: 'test-mk', vpc: 'acme-prod', ingress: [everything(INTERNET)] });
  } else
    securityGroup(site, {
      name: 'telehealth-poc',
      vpc: 'acme-prod',
      description: 'Video visits, proof of concept',
      ingress: [everything(INTERNET, 'media ports')],
    });
  for (const service of now(['secretsmanager'], ['secretsmanager', 'ecr.dkr']))
    interfaceEndpoint(site, {
      vpc: 'acme-prod',
      service,
      subnets: ['acme-prod-app-a', 'acme-prod-app-b'],
      group: 'endpoints',
      created: service === 'ecr.dkr' ? on('2026-10-02') : on('2023-06-12'),
      bytes: 3.1e9,
      tags: platform,
    });
  address(site, { name: 'old-portal', publicIp: '203.0.113.25' });
  if (state === 'before')
    address(site, { name: 'lis-cutover', publicIp: '203.0.113.26', tags: named('lis-cutover') });
}
