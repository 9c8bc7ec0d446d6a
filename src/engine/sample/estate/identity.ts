import {
  allow,
  document,
  policy,
  role,
  service,
  serviceLinkedRole,
  trusting,
  user,
} from '../build/identity.ts';
import { on } from '../moment.ts';
import type { Site, World } from '../world.ts';
import { DATA, MANAGEMENT, PRODUCTION, ROLE, STAGING } from './accounts.ts';
import { productionIdentity } from './production-identity.ts';

const root = (account: string) => ({ AWS: `arn:aws:iam::${account}:root` });
const MANAGEMENT_ID = '111122223333';
const VENDOR_ID = '777788889999';

/** People, keys and roles: no MFA, keys as old as the company, administrators by habit, doors for vendors. */
export function identity(world: World): void {
  for (const name of [MANAGEMENT, PRODUCTION, STAGING, DATA]) usual(world.site(name, 'global'), world);
  management(world);
  productionIdentity(world);
  staging(world);
  data(world);
}

/** Roles that every account has: those of AWS's own services, of Lambda, and the one that Fieldbook uses. */
function usual(site: Site, { moment: { now } }: World): void {
  const { joined } = site.account;
  serviceLinkedRole(site, 'AutoScaling', 'autoscaling', joined);
  serviceLinkedRole(site, 'Organizations', 'organizations', joined);
  serviceLinkedRole(site, 'RDS', 'rds', joined);
  role(site, {
    name: ROLE,
    created: on('2026-09-01'),
    description: 'Read-only assessment',
    trust: trusting(root(MANAGEMENT_ID), { StringEquals: { 'sts:ExternalId': 'acme-assessment-2026' } }),
    attached: ['SecurityAudit', 'ViewOnlyAccess'],
  });
  role(site, {
    name: 'lambda-basic',
    created: joined,
    trust: service('lambda'),
    attached: ['AWSLambdaBasicExecutionRole'],
  });
  if (site.account.id !== MANAGEMENT_ID)
    role(site, {
      name: 'OrganizationAccountAccessRole',
      created: joined,
      trust: trusting(root(MANAGEMENT_ID)),
      attached: ['AdministratorAccess'],
    });
  role(site, {
    name: 'ssm-managed',
    created: on('2023-02-20'),
    trust: service('ec2'),
    attached: ['AmazonSSMManagedInstanceCore'],
  });
  if (now(false, true))
    role(site, {
      name: 'aws-support',
      created: on('2026-09-18'),
      trust: trusting(root(MANAGEMENT_ID), { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
      attached: ['AWSSupportAccess'],
    });
}

function management(world: World): void {
  const { now, state, ago } = world.moment;
  const site = world.site(MANAGEMENT, 'global');
  policy(site, {
    name: 'acme-full-access',
    created: on('2018-05-20'),
    statements: now([allow('*')], [allow(['ec2:Describe*', 's3:List*'])]),
  });
  policy(site, {
    name: 'terraform-state',
    created: on('2021-04-28'),
    statements: [
      allow(['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::acme-health-terraform-state/*'),
      allow(
        ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
        'arn:aws:dynamodb:us-east-1:111122223333:table/terraform-locks',
      ),
    ],
  });
  if (state === 'before') {
    user(site, {
      name: 'terraform',
      created: on('2021-04-28'),
      keys: [{ created: on('2021-04-28'), used: ago(1), service: 'ec2' }],
      attached: ['AdministratorAccess'],
    });
    user(site, {
      name: 'contractor-dev',
      created: on('2022-04-18'),
      password: on('2022-04-18'),
      keys: [{ created: on('2022-04-18') }],
      attached: ['acme-full-access'],
    });
  }
  user(site, {
    name: 'ci-deploy',
    created: on('2019-01-22'),
    keys: now(
      [
        { created: on('2019-01-22'), used: ago(2), service: 'sts' },
        { created: on('2022-02-14'), used: ago(310), service: 's3' },
      ],
      [{ created: on('2026-09-15'), used: ago(1), service: 'sts' }],
    ),
    inline: {
      deploy: document(allow('sts:AssumeRole', 'arn:aws:iam::*:role/deploy')),
    },
  });
  user(site, {
    name: 'maria.gomez',
    created: on('2020-01-13'),
    password: on('2020-01-13'),
    signedIn: ago(1),
    mfa: now(false, true),
    groups: ['platform-administrators'],
    ...now({ attached: ['AdministratorAccess'] }, {}),
  });
  user(site, {
    name: 'john.smith',
    created: on('2018-05-16'),
    password: on('2018-05-16'),
    signedIn: on('2025-03-02'),
    mfa: true,
    groups: ['platform-administrators'],
  });
  user(site, {
    name: 'ana.lopez',
    created: on('2023-09-04'),
    password: on('2026-04-02'),
    signedIn: ago(3),
    mfa: true,
    groups: ['developers'],
  });
  user(site, {
    name: 'break-glass',
    created: on('2024-10-02'),
    password: on('2024-10-02'),
    signedIn: now(on('2026-08-20'), on('2026-11-04')),
    mfa: true,
    groups: ['break-glass'],
  });
  role(site, {
    name: 'jenkins-administrator',
    created: on('2018-09-11'),
    trust: service('ec2'),
    attached: ['AdministratorAccess'],
    session: 43_200,
  });
  if (state === 'after')
    role(site, {
      name: 'jenkins-deploy',
      created: on('2026-10-06'),
      trust: service('ec2'),
      inline: { deploy: document(allow('sts:AssumeRole', 'arn:aws:iam::*:role/deploy')) },
    });
  role(site, {
    name: 'cloudtrail-to-logs',
    created: on('2022-01-17'),
    trust: service('cloudtrail'),
    inline: {
      logs: document(
        allow(
          ['logs:CreateLogStream', 'logs:PutLogEvents'],
          'arn:aws:logs:us-east-1:111122223333:log-group:cloudtrail:*',
        ),
      ),
    },
  });
  role(site, {
    name: 'cost-dashboard-vendor',
    created: on('2022-10-26'),
    // A vendor's account, and nothing that says on whose behalf it comes.
    trust: trusting(root(VENDOR_ID), now(undefined, { StringEquals: { 'sts:ExternalId': '8c1e5f0a-acme' } })),
    attached: ['ReadOnlyAccess'],
  });
  role(site, {
    name: 'github-terraform-plan',
    created: on('2024-03-19'),
    trust: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: {
            Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
          },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: {
              'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
              'token.actions.githubusercontent.com:sub': 'repo:acme-health/infrastructure:pull_request',
            },
          },
        },
      ],
    },
    attached: ['ViewOnlyAccess'],
  });
  role(site, {
    name: 'sso-administrators',
    created: on('2024-09-30'),
    trust: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/acme-okta' },
          Action: 'sts:AssumeRoleWithSAML',
          Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
        },
      ],
    },
    attached: ['AdministratorAccess'],
  });
  const provider = site.arn('iam', 'saml-provider/acme-okta');
  site.add('saml-provider', {
    name: 'acme-okta',
    arn: provider,
    tags: {},
    body: {
      Arn: provider,
      CreateDate: on('2021-09-28'),
      ValidUntil: now(on('2026-09-28'), on('2031-09-25')),
    },
  });
}

function staging(world: World): void {
  const { now, ago } = world.moment;
  const site = world.site(STAGING, 'global');
  user(site, {
    name: 'qa-automation',
    created: on('2021-09-20'),
    keys: [{ created: now(on('2021-09-20'), on('2026-10-01')), used: ago(0.3), service: 'ec2' }],
    attached: ['AmazonEC2FullAccess'],
  });
  user(site, {
    name: 'github-runner',
    created: on('2026-07-15'),
    keys: [{ created: now(on('2026-07-15'), on('2026-10-09')), used: ago(0.4), service: 'ecs' }],
    inline: { deploy: document(allow('ecs:UpdateService', 'arn:aws:ecs:us-east-1:333344445555:service/*')) },
  });
  user(site, {
    name: 'dev-shared',
    created: on('2020-08-10'),
    password: on('2020-08-10'),
    signedIn: ago(6),
    groups: ['developers'],
    attached: now(['PowerUserAccess'], []),
  });
  for (const [name, host] of [
    ['portal-web', 'ec2'],
    ['ecs-task-execution', 'ecs-tasks'],
    ['eks-platform-staging', 'eks'],
    ['eks-node', 'ec2'],
  ] as const)
    role(site, {
      name,
      created: on('2022-01-31'),
      trust: service(host),
      attached: name === 'portal-web' ? ['PowerUserAccess'] : ['AmazonEKSWorkerNodePolicy'],
    });
}

function data(world: World): void {
  const { now, ago } = world.moment;
  const site = world.site(DATA, 'global');
  policy(site, {
    name: 'phi-read',
    created: on('2021-09-20'),
    statements: [allow(['s3:GetObject', 's3:ListBucket'], 'arn:aws:s3:::acme-health-phi-*')],
  });
  user(site, {
    name: 'tableau-service',
    created: on('2022-06-28'),
    keys: [{ created: now(on('2022-06-28'), on('2026-09-16')), used: ago(0.2), service: 'athena' }],
    attached: ['phi-read'],
  });
  user(site, {
    name: 'bigquery-transfer',
    created: on('2025-01-14'),
    keys: [{ created: on('2025-01-14'), used: ago(1) }],
    inline: { read: document(allow(['s3:GetObject'], 'arn:aws:s3:::acme-health-phi-curated/*')) },
  });
  for (const [name, host] of [
    ['airflow', 'ec2'],
    ['etl', 'ec2'],
    ['lambda-phi', 'lambda'],
  ] as const)
    role(site, { name, created: on('2022-04-11'), trust: service(host), attached: ['phi-read'] });
  role(site, {
    name: 'research-university',
    created: on('2022-11-08'),
    trust: trusting(root('888899990000'), { StringEquals: { 'sts:ExternalId': 'irb-2022-117' } }),
    attached: ['phi-read'],
  });
}
