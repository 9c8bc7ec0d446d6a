import { alarm, compositeAlarm, logGroup, metricFilter, trail } from '../build/logging.ts';
import { owned } from '../build/tags.ts';
import { on } from '../moment.ts';
import type { Site, World } from '../world.ts';
import { DATA, EUROPE, MAIN, MANAGEMENT, PRODUCTION, RECOVERY, regions, STAGING } from './accounts.ts';

const GIB = 1024 ** 3;

const shared = owned('platform', 'shared', 'team-platform');
const platform = owned('platform', 'production', 'team-platform');

/** What a security team wants to hear of; patterns over the trail's log group. */
const watched: Record<string, string> = {
  'unauthorized-calls': '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
  'console-without-mfa':
    '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
  'root-use':
    '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
  'iam-changes':
    '{ ($.eventName = DeleteGroupPolicy) || ($.eventName = DeleteRolePolicy) || ($.eventName = DeleteUserPolicy) || ($.eventName = PutGroupPolicy) || ($.eventName = PutRolePolicy) || ($.eventName = PutUserPolicy) || ($.eventName = CreatePolicy) || ($.eventName = DeletePolicy) || ($.eventName = CreatePolicyVersion) || ($.eventName = DeletePolicyVersion) || ($.eventName = AttachRolePolicy) || ($.eventName = DetachRolePolicy) || ($.eventName = AttachUserPolicy) || ($.eventName = DetachUserPolicy) || ($.eventName = AttachGroupPolicy) || ($.eventName = DetachGroupPolicy) }',
  'trail-changes':
    '{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) || ($.eventName = StopLogging) }',
  'console-failures': '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
  'key-deletion':
    '{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion)) }',
  'bucket-policy-changes':
    '{ ($.eventSource = s3.amazonaws.com) && (($.eventName = PutBucketAcl) || ($.eventName = PutBucketPolicy) || ($.eventName = PutBucketCors) || ($.eventName = PutBucketLifecycle) || ($.eventName = PutBucketReplication) || ($.eventName = DeleteBucketPolicy) || ($.eventName = DeleteBucketCors) || ($.eventName = DeleteBucketLifecycle) || ($.eventName = DeleteBucketReplication)) }',
  'config-changes':
    '{ ($.eventSource = config.amazonaws.com) && (($.eventName = StopConfigurationRecorder) || ($.eventName = DeleteDeliveryChannel) || ($.eventName = PutDeliveryChannel) || ($.eventName = PutConfigurationRecorder)) }',
  'security-group-changes':
    '{ ($.eventName = AuthorizeSecurityGroupIngress) || ($.eventName = AuthorizeSecurityGroupEgress) || ($.eventName = RevokeSecurityGroupIngress) || ($.eventName = RevokeSecurityGroupEgress) || ($.eventName = CreateSecurityGroup) || ($.eventName = DeleteSecurityGroup) }',
  'network-acl-changes':
    '{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }',
  'gateway-changes':
    '{ ($.eventName = CreateCustomerGateway) || ($.eventName = DeleteCustomerGateway) || ($.eventName = AttachInternetGateway) || ($.eventName = CreateInternetGateway) || ($.eventName = DeleteInternetGateway) || ($.eventName = DetachInternetGateway) }',
  'route-table-changes':
    '{ ($.eventSource = ec2.amazonaws.com) && (($.eventName = CreateRoute) || ($.eventName = CreateRouteTable) || ($.eventName = ReplaceRoute) || ($.eventName = ReplaceRouteTableAssociation) || ($.eventName = DeleteRouteTable) || ($.eventName = DeleteRoute) || ($.eventName = DisassociateRouteTable)) }',
  'vpc-changes':
    '{ ($.eventName = CreateVpc) || ($.eventName = DeleteVpc) || ($.eventName = ModifyVpcAttribute) || ($.eventName = AcceptVpcPeeringConnection) || ($.eventName = CreateVpcPeeringConnection) || ($.eventName = DeleteVpcPeeringConnection) || ($.eventName = RejectVpcPeeringConnection) || ($.eventName = AttachClassicLinkVpc) || ($.eventName = DetachClassicLinkVpc) || ($.eventName = DisableVpcClassicLink) || ($.eventName = EnableVpcClassicLink) }',
  'organization-changes':
    '{ ($.eventSource = organizations.amazonaws.com) && (($.eventName = AcceptHandshake) || ($.eventName = AttachPolicy) || ($.eventName = CreateAccount) || ($.eventName = CreateOrganizationalUnit) || ($.eventName = CreatePolicy) || ($.eventName = DeclineHandshake) || ($.eventName = DeleteOrganization) || ($.eventName = DeleteOrganizationalUnit) || ($.eventName = DeletePolicy) || ($.eventName = DetachPolicy) || ($.eventName = DisablePolicyType) || ($.eventName = EnablePolicyType) || ($.eventName = InviteAccountToOrganization) || ($.eventName = LeaveOrganization) || ($.eventName = MoveAccount) || ($.eventName = RemoveAccountFromOrganization) || ($.eventName = UpdatePolicy) || ($.eventName = UpdateOrganizationalUnit)) }',
};

/** Logs that are kept for ever, and things nobody watches. */
export function logging(world: World): void {
  audit(world);
  groups(world);
  alarms(world);
}

function audit(world: World): void {
  const { now, state, ago } = world.moment;
  const site = world.site(MANAGEMENT, MAIN);
  logGroup(site, {
    name: 'cloudtrail',
    created: on('2022-01-17'),
    stored: now(310, 330) * GIB,
    ...now({}, { retention: 400, key: 'acme-cloudtrail' }),
    tags: shared,
  });
  trail(
    world,
    MANAGEMENT,
    {
      name: 'acme-organization',
      created: on('2018-06-05'),
      bucket: 'acme-health-cloudtrail',
      multiRegion: true,
      // Until then each account had a trail of its own, or none.
      organization: now(false, true),
      validation: now(false, true),
      ...now({}, { key: 'acme-cloudtrail' }),
      logGroup: 'cloudtrail',
      logging: true,
      ...now({}, { dataEvents: ['write' as const] }),
      lastDelivery: ago(0.003),
      tags: shared,
    },
    regions,
  );
  const data = world.site(DATA, MAIN);
  logGroup(data, {
    name: 'cloudtrail',
    created: on('2021-09-20'),
    stored: 40 * GIB,
    retention: 365,
    key: 'acme-phi',
    tags: owned('analytics', 'data', 'team-data'),
  });
  trail(
    world,
    DATA,
    {
      name: 'data-audit',
      created: on('2021-09-20'),
      bucket: 'acme-health-data-logs',
      multiRegion: true,
      validation: true,
      key: 'acme-phi',
      logGroup: 'cloudtrail',
      logging: true,
      dataEvents: ['read', 'write'],
      lastDelivery: ago(0.002),
      tags: owned('analytics', 'data', 'team-data'),
    },
    regions,
  );
  if (state === 'before') {
    trail(
      world,
      PRODUCTION,
      {
        name: 'prod-trail',
        created: on('2019-03-01'),
        bucket: 'acme-health-backups',
        multiRegion: false,
        validation: false,
        logging: true,
        lastDelivery: ago(0.004),
      },
      regions,
    );
    // One that somebody stopped two years ago and nobody missed.
    trail(
      world,
      PRODUCTION,
      {
        name: 'prod-debug',
        created: on('2020-05-11'),
        bucket: 'acme-health-backups',
        multiRegion: false,
        validation: false,
        logging: false,
        lastDelivery: on('2024-08-30'),
      },
      regions,
    );
  }
  const heard = now(['root-use', 'unauthorized-calls'], Object.keys(watched));
  for (const name of heard) {
    metricFilter(site, {
      name,
      logGroup: 'cloudtrail',
      pattern: watched[name]!,
      created: on(['root-use', 'unauthorized-calls'].includes(name) ? '2022-01-18' : '2026-09-23'),
    });
    alarm(site, {
      name: `security-${name}`,
      namespace: 'Security',
      metric: name,
      threshold: 1,
      created: on(['root-use', 'unauthorized-calls'].includes(name) ? '2022-01-18' : '2026-09-23'),
      // One of the two told nobody.
      ...(state === 'after' || name === 'root-use' ? { notify: 'security-alarms' } : {}),
      ...(name === 'unauthorized-calls' && { state: 'ALARM' as const, since: ago(41) }),
    });
  }
}

interface Described {
  name: string;
  created: string;
  gib: number;
  /** Days before and after; zero: for ever. */
  days: readonly [before: number, after: number];
  key?: string;
  incoming?: number;
}

function groups(world: World): void {
  const { state, now } = world.moment;
  const make = (site: Site, list: Described[], tags = {}) => {
    for (const { name, created, gib, days, key, incoming } of list) {
      const retention = now(...days);
      logGroup(site, {
        name,
        created: on(created),
        stored: gib * GIB,
        ...(retention && { retention }),
        ...(key && { key }),
        ...(incoming !== undefined && { incoming }),
        tags,
      });
    }
  };
  make(
    world.site(MANAGEMENT, MAIN),
    [
      { name: '/aws/lambda/slack-notifier', created: '2022-05-03', gib: 0.4, days: [0, 30] },
      { name: '/aws/lambda/nightly-cost-mail', created: '2020-10-12', gib: 0.1, days: [0, 30] },
      { name: '/jenkins/builds', created: '2019-01-15', gib: 240, days: [0, 90] },
    ],
    shared,
  );
  make(
    world.site(PRODUCTION, MAIN),
    [
      { name: '/aws/lambda/portal-appointment-reminder', created: '2023-02-01', gib: 21, days: [30, 30] },
      { name: '/aws/lambda/portal-login-hook', created: '2021-04-02', gib: 96, days: [0, 90] },
      { name: '/aws/lambda/claims-835-parser', created: '2020-03-03', gib: 410, days: [0, 90] },
      { name: '/aws/lambda/claims-status-webhook', created: '2023-03-21', gib: 7, days: [0, 90] },
      { name: '/aws/lambda/lis-result-router', created: '2022-01-26', gib: 155, days: [0, 90] },
      { name: '/aws/lambda/document-thumbnails', created: '2024-02-15', gib: 3, days: [30, 30] },
      { name: '/ecs/appointments', created: '2023-05-23', gib: 62, days: [90, 90], key: 'acme-prod-logs' },
      { name: '/ecs/documents', created: '2023-06-14', gib: 118, days: [0, 90] },
      { name: '/ecs/fax-gateway', created: '2024-01-30', gib: 9, days: [90, 90] },
      {
        name: '/aws/rds/instance/portal-db/postgresql',
        created: '2022-05-15',
        gib: 34,
        days: [365, 365],
        key: 'acme-prod-logs',
      },
      { name: '/portal/access', created: '2021-03-15', gib: 890, days: [0, 365], key: 'acme-prod-logs' },
    ],
    platform,
  );
  make(world.site(PRODUCTION, MAIN), [
    ...(state === 'before'
      ? [
          {
            name: '/aws/lambda/old-portal-migration',
            created: '2020-12-01',
            gib: 18,
            days: [0, 0] as const,
            incoming: 0,
          },
          {
            name: '/aws/lambda/portal-smoke-test',
            created: '2024-05-07',
            gib: 0,
            days: [0, 0] as const,
            incoming: 0,
          },
          { name: 'old-portal-nginx', created: '2019-04-05', gib: 640, days: [0, 0] as const, incoming: 0 },
          {
            name: 'API-Gateway-Execution-Logs_a1b2c3d4e5/prod',
            created: '2020-06-11',
            gib: 71,
            days: [0, 0] as const,
            incoming: 0,
          },
        ]
      : [
          { name: '/aws/eks/platform/cluster', created: '2026-10-27', gib: 12, days: [0, 0] as const },
          {
            name: '/aws/lambda/telehealth-signaling',
            created: '2026-10-22',
            gib: 0.2,
            days: [0, 0] as const,
          },
          { name: '/ecs/eligibility', created: '2026-10-05', gib: 4, days: [0, 90] as const },
          {
            name: '/aws/rds/instance/claims-db-v2/error',
            created: '2026-10-11',
            gib: 0.3,
            days: [0, 0] as const,
          },
        ]),
  ]);
  make(
    world.site(PRODUCTION, RECOVERY),
    [{ name: '/aws/lambda/dr-failover', created: '2025-09-09', gib: 0.01, days: [30, 30], incoming: 0 }],
    platform,
  );
  make(world.site(STAGING, MAIN), [
    { name: '/aws/lambda/portal-appointment-reminder', created: '2023-02-01', gib: 2, days: [14, 14] },
    { name: '/aws/lambda/seed-test-patients', created: '2021-08-30', gib: 0.3, days: [0, 14], incoming: 0 },
    { name: '/ecs/appointments', created: '2024-06-10', gib: 11, days: [0, 14] },
    { name: '/aws/eks/platform-staging/cluster', created: '2025-12-09', gib: 47, days: [0, 30] },
  ]);
  make(
    world.site(DATA, MAIN),
    [
      { name: '/vpc/acme-data', created: '2021-09-20', gib: now(1900, 1700), days: [0, 365] },
      { name: '/aws/lambda/etl-trigger', created: '2022-04-11', gib: 5, days: [30, 30] },
      {
        name: '/aws/lambda/phi-deidentify',
        created: '2023-06-06',
        gib: 66,
        days: [365, 365],
        key: 'acme-phi',
      },
      { name: '/aws/lambda/bigquery-export', created: '2025-01-15', gib: 1, days: [0, 30] },
      { name: '/airflow/tasks', created: '2024-01-23', gib: 380, days: [0, 90] },
    ],
    owned('analytics', 'data', 'team-data'),
  );
  make(world.site(DATA, EUROPE), [
    { name: '/aws/lambda/cohort-loader', created: '2025-10-24', gib: 0.2, days: [0, 0], incoming: 0 },
  ]);
}

function alarms(world: World): void {
  const { now, state, ago } = world.moment;
  const site = world.site(PRODUCTION, MAIN);
  const balancer = site.get('load-balancer', 'portal').arn.split(':loadbalancer/')[1]!;
  alarm(site, {
    name: 'portal-5xx',
    namespace: 'AWS/ApplicationELB',
    metric: 'HTTPCode_Target_5XX_Count',
    dimensions: { LoadBalancer: balancer },
    threshold: 50,
    created: on('2021-04-01'),
    notify: 'on-call',
    tags: platform,
  });
  alarm(site, {
    name: 'portal-db-cpu',
    namespace: 'AWS/RDS',
    metric: 'CPUUtilization',
    dimensions: { DBInstanceIdentifier: 'portal-db' },
    threshold: 90,
    created: on('2022-05-20'),
    notify: 'on-call',
    tags: platform,
  });
  // Tells nobody by itself; the one made of it does.
  alarm(site, {
    name: 'portal-slow',
    namespace: 'AWS/ApplicationELB',
    metric: 'TargetResponseTime',
    dimensions: { LoadBalancer: balancer },
    threshold: 2,
    created: on('2024-02-02'),
    tags: platform,
  });
  compositeAlarm(site, {
    name: 'portal-degraded',
    of: ['portal-5xx', 'portal-slow'],
    notify: 'on-call',
    created: on('2024-02-02'),
    tags: platform,
  });
  alarm(site, {
    name: 'old-portal-health',
    namespace: 'AWS/ApplicationELB',
    metric: 'UnHealthyHostCount',
    dimensions: { LoadBalancer: 'app/old-portal-2018/1234567890abcdef' },
    threshold: 1,
    created: on('2019-04-10'),
    state: 'INSUFFICIENT_DATA',
    since: on('2021-03-20'),
  });
  alarm(site, {
    name: 'lis-feed-silent',
    namespace: 'Acme/LIS',
    metric: 'MessagesReceived',
    threshold: 1,
    created: on('2021-07-02'),
    // Switched off after a night of false alarms.
    disabled: now(true, false),
    notify: 'on-call',
    state: 'ALARM',
    since: ago(now(611, 3)),
    tags: platform,
  });
  if (state === 'after')
    for (const [name, metric, id] of [
      ['claims-db-cpu', 'CPUUtilization', 'claims-db-v2'],
      ['claims-db-space', 'FreeStorageSpace', 'claims-db-v2'],
    ] as const)
      alarm(site, {
        name,
        namespace: 'AWS/RDS',
        metric,
        dimensions: { DBInstanceIdentifier: id },
        threshold: 85,
        created: on('2026-10-13'),
        notify: 'on-call',
        tags: platform,
      });
  alarm(world.site(DATA, MAIN), {
    name: 'etl-failures',
    namespace: 'AWS/Lambda',
    metric: 'Errors',
    dimensions: { FunctionName: 'bigquery-export' },
    threshold: 1,
    created: on('2025-01-20'),
    state: 'ALARM',
    since: ago(95),
  });
}
