import { allow, document, policy, role, service, trusting, user } from '../build/identity.ts';
import { letters } from '../ids.ts';
import { on } from '../moment.ts';
import type { World } from '../world.ts';
import { PRODUCTION } from './accounts.ts';

const root = (account: string) => ({ AWS: `arn:aws:iam::${account}:root` });
const MANAGEMENT_ID = '111122223333';

/** Production: policies that allow everything, a user for each partner, roles that trust whole accounts. */
export function productionIdentity(world: World): void {
  const { now, state, ago } = world.moment;
  const site = world.site(PRODUCTION, 'global');
  policy(site, {
    name: 'portal-data',
    created: on('2021-03-10'),
    statements: [
      allow(
        ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
        'arn:aws:dynamodb:us-east-1:222233334444:table/portal-*',
      ),
      allow(['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::acme-health-portal-uploads/*'),
    ],
  });
  policy(site, {
    name: 'claims-everything',
    created: on('2020-02-25'),
    statements: now([allow('*')], [allow(['s3:*', 'sqs:*'], 'arn:aws:s3:::acme-health-claims-*')]),
  });
  user(site, {
    name: 'sftp-clearinghouse',
    created: on('2022-09-06'),
    keys: [{ created: now(on('2022-09-06'), on('2026-09-25')), used: ago(0.5) }],
    attached: now(['AmazonS3FullAccess'], []),
    inline: now(
      {},
      { drop: document(allow('s3:PutObject', 'arn:aws:s3:::acme-health-claims-documents/inbox/*')) },
    ),
  });
  user(site, {
    name: 'lis-interface',
    created: on('2021-06-21'),
    keys: [
      { created: on('2021-06-21'), used: ago(0.1), service: 'sqs' },
      { created: on('2020-11-30'), active: false },
    ],
    inline: {
      queue: document(allow('sqs:*', '*')),
    },
  });
  if (state === 'before')
    user(site, {
      name: 'old-admin',
      created: on('2019-02-04'),
      password: on('2019-02-04'),
      signedIn: on('2024-11-18'),
      attached: ['AdministratorAccess', 'IAMFullAccess'],
    });
  for (const [name, host, attached] of [
    ['portal-web', 'ec2', ['portal-data', 'AmazonSSMManagedInstanceCore']],
    ['claims-worker', 'ec2', ['claims-everything']],
    ['lis-feed', 'ec2', ['AmazonS3FullAccess']],
    ['ecs-task-execution', 'ecs-tasks', ['AmazonECSTaskExecutionRolePolicy']],
    ['ecs-appointments', 'ecs-tasks', ['portal-data']],
    ['eks-platform', 'eks', ['AmazonEKSClusterPolicy']],
    ['eks-node', 'ec2', ['AmazonEKSWorkerNodePolicy']],
    ['lambda-vpc', 'lambda', ['AWSLambdaVPCAccessExecutionRole', 'portal-data']],
  ] as const)
    role(site, { name, created: on('2021-03-11'), trust: service(host), attached: [...attached] });
  role(site, {
    name: 'ecs-eligibility',
    created: on('2023-06-02'),
    trust: service('ecs-tasks'),
    inline: now(
      { everything: document(allow('*')) },
      {
        secret: document(
          allow('ssm:GetParameter', 'arn:aws:ssm:us-east-1:222233334444:parameter/eligibility/*'),
        ),
      },
    ),
  });
  if (state === 'before')
    role(site, {
      name: 'lambda-administrator',
      created: on('2020-12-01'),
      trust: service('lambda'),
      attached: ['AdministratorAccess'],
    });
  role(site, {
    name: 's3-replication',
    created: on('2022-02-16'),
    trust: service('s3'),
    inline: {
      replicate: document(
        allow(
          ['s3:ReplicateObject', 's3:GetReplicationConfiguration'],
          'arn:aws:s3:::acme-health-claims-documents*',
        ),
      ),
    },
  });
  role(site, {
    name: 'github-deploy',
    created: on('2024-03-19'),
    // Any repository of anybody, until its subject was named.
    trust: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: {
            Federated: 'arn:aws:iam::222233334444:oidc-provider/token.actions.githubusercontent.com',
          },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
            ...now(
              {},
              {
                StringLike: {
                  'token.actions.githubusercontent.com:sub': 'repo:acme-health/*:ref:refs/heads/main',
                },
              },
            ),
          },
        },
      ],
    },
    attached: ['PowerUserAccess'],
  });
  const issuer = 'oidc.eks.us-east-1.amazonaws.com/id/5C8F1D2E9A7B4C30';
  role(site, {
    name: 'eks-external-dns',
    created: on('2024-01-15'),
    trust: trusting(
      { Federated: `arn:aws:iam::222233334444:oidc-provider/${issuer}` },
      {
        StringEquals: {
          [`${issuer}:sub`]: 'system:serviceaccount:kube-system:external-dns',
          [`${issuer}:aud`]: 'sts.amazonaws.com',
        },
      },
    ),
    inline: {
      dns: document(allow('route53:ChangeResourceRecordSets', 'arn:aws:route53:::hostedzone/Z0ACME')),
    },
  });
  const provider = site.arn('iam', 'saml-provider/acme-okta');
  site.add('saml-provider', {
    name: 'acme-okta',
    arn: provider,
    tags: {},
    body: { Arn: provider, CreateDate: on('2024-09-30'), ValidUntil: on('2029-09-30') },
  });
  role(site, {
    name: 'pentest-2023',
    created: on('2023-03-06'),
    trust: now(trusting({ AWS: '*' }), trusting(root(MANAGEMENT_ID))),
    attached: ['ReadOnlyAccess'],
  });
  for (const [name, expires] of [
    ['acme-wildcard-2023', on('2024-05-31')],
    ['vpn-acmehealth', on('2027-02-28')],
  ] as const)
    if (state === 'before' || name !== 'acme-wildcard-2023')
      site.add('server-certificate', {
        name,
        arn: site.arn('iam', `server-certificate/${name}`),
        tags: {},
        body: {
          ServerCertificateName: name,
          ServerCertificateId: `ASCA${letters(17, name)}`,
          Arn: site.arn('iam', `server-certificate/${name}`),
          Path: '/',
          UploadDate: on('2023-05-30'),
          Expiration: expires,
        },
      });
}
