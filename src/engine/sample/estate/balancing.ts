import { loadBalancer, targetGroup } from '../build/balancing.ts';
import { owned } from '../build/tags.ts';
import { on } from '../moment.ts';
import type { World } from '../world.ts';
import { DATA, MAIN, PRODUCTION, STAGING } from './accounts.ts';

const OLD_TLS = 'ELBSecurityPolicy-2016-08';
const NEW_TLS = 'ELBSecurityPolicy-TLS13-1-2-2021-06';

const portal = owned('portal', 'production', 'team-portal');
const claims = owned('claims', 'production', 'team-claims');
const platform = owned('platform', 'production', 'team-platform');
const staged = owned('portal', 'staging', 'team-portal');

const logged: Record<string, string> = {
  'access_logs.s3.enabled': 'true',
  'access_logs.s3.bucket': 'acme-health-lb-logs',
  'deletion_protection.enabled': 'true',
  'routing.http.drop_invalid_header_fields.enabled': 'true',
};

/** Load balancers and their target groups; targets are registered by what they are. */
export function balancing(world: World): void {
  const { now, state } = world.moment;
  const production = world.site(PRODUCTION, MAIN);
  const publicSubnets = ['acme-prod-public-a', 'acme-prod-public-b', 'acme-prod-public-c'];
  const appSubnets = ['acme-prod-app-a', 'acme-prod-app-b', 'acme-prod-app-c'];

  targetGroup(production, {
    name: 'portal-web',
    vpc: 'acme-prod',
    port: 8080,
    healthPath: '/health',
    tags: portal,
  });
  targetGroup(production, {
    name: 'portal-messages',
    vpc: 'acme-prod',
    port: 8080,
    type: 'ip',
    tags: portal,
  });
  loadBalancer(production, {
    name: 'portal',
    scheme: 'internet-facing',
    subnets: publicSubnets,
    groups: ['portal-alb'],
    created: on('2021-03-12'),
    publicIps: ['203.0.113.30', '203.0.113.31', '203.0.113.32'],
    listeners: [
      {
        protocol: 'HTTPS',
        port: 443,
        policy: now(OLD_TLS, NEW_TLS),
        certificate: 'portal.acmehealth.example',
        to: 'portal-web',
        paths: { '/messages/*': 'portal-messages' },
      },
      // Passwords went over this one in clear text.
      { protocol: 'HTTP', port: 80, to: now('portal-web', 'redirect') },
    ],
    traffic: 3.4e6,
    redirects: now(0, 41_000),
    attributes: now({ 'deletion_protection.enabled': 'true' }, logged),
    tags: portal,
  });
  if (state === 'before') {
    targetGroup(production, { name: 'old-portal', vpc: 'acme-prod', port: 80 });
    loadBalancer(production, {
      name: 'old-portal',
      scheme: 'internet-facing',
      subnets: publicSubnets.slice(0, 2),
      groups: ['portal-alb'],
      created: on('2019-04-03'),
      publicIps: ['203.0.113.33', '203.0.113.34'],
      listeners: [{ protocol: 'HTTP', port: 80, to: 'old-portal' }],
      traffic: 0,
    });
  }
  for (const [name, port] of [
    ['appointments', 8080],
    ['eligibility', 8081],
    ['documents', 8082],
  ] as const)
    targetGroup(production, {
      name,
      vpc: 'acme-prod',
      port,
      type: 'ip',
      healthPath: '/ready',
      tags: platform,
    });
  loadBalancer(production, {
    name: 'internal-services',
    subnets: appSubnets,
    groups: ['internal-services'],
    created: on('2023-05-22'),
    listeners: [
      {
        protocol: 'HTTPS',
        port: 443,
        policy: NEW_TLS,
        certificate: 'services.acmehealth.example',
        to: 'fixed',
        paths: {
          '/appointments/*': 'appointments',
          '/eligibility/*': 'eligibility',
          '/documents/*': 'documents',
        },
      },
      { protocol: 'HTTP', port: 80, to: now('appointments', 'redirect') },
    ],
    traffic: 9.1e5,
    attributes: now({}, logged),
    tags: platform,
  });
  targetGroup(production, { name: 'claims-edi', vpc: 'acme-prod', protocol: 'TCP', port: 22, tags: claims });
  loadBalancer(production, {
    name: 'claims-edi',
    type: 'network',
    subnets: now(appSubnets.slice(0, 1), appSubnets),
    created: on('2022-09-06'),
    listeners: [{ protocol: 'TCP', port: 22, to: 'claims-edi' }],
    traffic: 2.2e9,
    attributes: now<Record<string, string>>(
      {},
      { 'deletion_protection.enabled': 'true', 'load_balancing.cross_zone.enabled': 'true' },
    ),
    tags: claims,
  });
  targetGroup(production, { name: 'unused-canary', vpc: 'acme-prod', port: 9090 });
  if (state === 'after') {
    targetGroup(production, { name: 'telehealth', vpc: 'acme-prod', port: 443 });
    // New, and again without TLS, logs or anything behind it.
    loadBalancer(production, {
      name: 'telehealth-poc',
      scheme: 'internet-facing',
      subnets: publicSubnets.slice(1),
      groups: ['telehealth-poc'],
      created: on('2026-10-20'),
      publicIps: ['203.0.113.35', '203.0.113.36'],
      listeners: [{ protocol: 'HTTP', port: 80, to: 'telehealth' }],
      traffic: 0,
    });
  }

  const staging = world.site(STAGING, MAIN);
  targetGroup(staging, {
    name: 'portal-staging',
    vpc: 'acme-staging',
    port: 8080,
    healthPath: '/health',
    tags: staged,
  });
  loadBalancer(staging, {
    name: 'portal-staging',
    scheme: 'internet-facing',
    subnets: ['acme-staging-public-a', 'acme-staging-public-b'],
    groups: ['staging-web'],
    created: on('2022-01-31'),
    publicIps: ['203.0.113.63', '203.0.113.64'],
    listeners: [
      {
        protocol: 'HTTPS',
        port: 443,
        policy: now(OLD_TLS, NEW_TLS),
        certificate: 'staging.acmehealth.example',
        to: 'portal-staging',
      },
      { protocol: 'HTTP', port: 80, to: 'redirect' },
    ],
    traffic: 12_000,
    redirects: 800,
    tags: staged,
  });

  const data = world.site(DATA, MAIN);
  targetGroup(data, { name: 'airflow', vpc: 'acme-data', port: 8080 });
  loadBalancer(data, {
    name: 'airflow',
    subnets: ['acme-data-app-a', 'acme-data-app-b'],
    groups: ['airflow'],
    created: on('2024-01-23'),
    listeners: [
      {
        protocol: 'HTTPS',
        port: 443,
        policy: NEW_TLS,
        certificate: 'airflow.acmehealth.example',
        to: 'airflow',
      },
    ],
    traffic: 21_000,
    attributes: logged,
    tags: owned('analytics', 'data', 'team-data'),
  });
}
