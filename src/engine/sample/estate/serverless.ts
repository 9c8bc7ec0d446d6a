import { register, targetGroup } from '../build/balancing.ts';
import { lambdaFunction } from '../build/serverless.ts';
import { owned } from '../build/tags.ts';
import { on } from '../moment.ts';
import type { World } from '../world.ts';
import { DATA, EUROPE, MAIN, MANAGEMENT, PRODUCTION, RECOVERY, STAGING } from './accounts.ts';

const portal = owned('portal', 'production', 'team-portal');
const claims = owned('claims', 'production', 'team-claims');
const analytics = owned('analytics', 'data', 'team-data');
const shared = owned('platform', 'shared', 'team-platform');

const inProd = { subnets: ['acme-prod-app-a', 'acme-prod-app-b'], groups: ['functions'] };

/** Functions: runtimes past their end, secrets in the environment, one that anybody may call. */
export function serverless(world: World): void {
  const { now, state } = world.moment;
  const management = world.site(MANAGEMENT, MAIN);
  const production = world.site(PRODUCTION, MAIN);
  const recovery = world.site(PRODUCTION, RECOVERY);
  const staging = world.site(STAGING, MAIN);
  const data = world.site(DATA, MAIN);

  lambdaFunction(management, {
    name: 'slack-notifier',
    runtime: now('nodejs16.x' as const, 'nodejs24.x' as const),
    memory: 128,
    modified: now(on('2022-05-03'), on('2026-10-01')),
    role: 'lambda-basic',
    environment: now<Record<string, string>>(
      { SLACK_SIGNING_SECRET: '8f742231b10e8888abcd99yyyzzz85a5', CHANNEL: 'ops' },
      {
        SLACK_SECRET_ARN: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:slack-Ab12Cd',
        CHANNEL: 'ops',
      },
    ),
    invocations: 140,
    tags: shared,
  });
  lambdaFunction(management, {
    name: 'nightly-cost-mail',
    runtime: 'python3.8',
    modified: on('2020-10-12'),
    role: 'lambda-basic',
    timeout: 900,
    invocations: 1,
  });

  lambdaFunction(production, {
    name: 'portal-appointment-reminder',
    runtime: 'python3.12',
    memory: 1024,
    arm: true,
    modified: on('2026-05-20'),
    role: 'lambda-vpc',
    vpc: inProd,
    environment: { STAGE: 'production', TABLE: 'portal-sessions' },
    deadLetters: 'portal-reminders-dlq',
    tracing: true,
    invocations: 31_000,
    tags: portal,
  });
  lambdaFunction(production, {
    name: 'portal-login-hook',
    runtime: 'nodejs24.x',
    memory: 256,
    timeout: 5,
    modified: on('2026-08-02'),
    role: 'lambda-basic',
    invocations: 410_000,
    duration: 38,
    tracing: true,
    policy: [
      {
        Sid: 'cognito',
        Principal: { Service: 'cognito-idp.amazonaws.com' },
        Action: 'lambda:InvokeFunction',
        Condition: {
          ArnLike: { 'AWS:SourceArn': 'arn:aws:cognito-idp:us-east-1:222233334444:userpool/us-east-1_Acme1' },
        },
      },
    ],
    tags: portal,
  });
  lambdaFunction(production, {
    name: 'claims-835-parser',
    runtime: now('java11' as const, 'java21' as const),
    memory: 3008,
    timeout: 300,
    modified: now(on('2022-09-12'), on('2026-10-14')),
    role: 'lambda-vpc',
    vpc: { subnets: now(['acme-prod-app-a'], ['acme-prod-app-a', 'acme-prod-app-b']), groups: ['functions'] },
    environment: now<Record<string, string>>(
      {
        DB_URL: 'mysql://claims:Cl4ims-2022!@claims-db.c9akciq32rgd.us-east-1.rds.amazonaws.com:3306/claims',
      },
      { DB_SECRET_ARN: 'arn:aws:secretsmanager:us-east-1:222233334444:secret:claims-db-Xy98Zt' },
    ),
    invocations: 18_500,
    errors: now(0.14, 0.004),
    throttled: now(0.06, 0),
    duration: 4200,
    tags: claims,
  });
  lambdaFunction(production, {
    name: 'claims-status-webhook',
    runtime: now('nodejs18.x' as const, 'nodejs24.x' as const),
    modified: now(on('2023-03-21'), on('2026-09-30')),
    role: 'lambda-basic',
    invocations: 2600,
    // Clearing houses call it, and so may everybody else.
    url: now('NONE', 'AWS_IAM'),
    ...now(
      {
        policy: [
          {
            Sid: 'FunctionURLAllowPublicAccess',
            Principal: '*',
            Action: 'lambda:InvokeFunctionUrl',
            Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } },
          },
        ],
      },
      {},
    ),
    tags: claims,
  });
  lambdaFunction(production, {
    name: 'lis-result-router',
    runtime: 'python3.9',
    memory: 512,
    modified: on('2022-01-26'),
    role: 'lambda-vpc',
    vpc: inProd,
    environment: { STAGE: 'production', LIS_API_KEY: now('q7Hs82kLmP0xZt5VbN3c', '/lis/api-key') },
    invocations: 62_000,
    tags: owned('lis', 'production', 'team-laboratory'),
  });
  lambdaFunction(production, {
    name: 'document-thumbnails',
    runtime: 'python3.13',
    memory: 1536,
    arm: true,
    modified: on('2026-06-30'),
    role: 'lambda-basic',
    policy: [
      {
        Sid: 's3',
        Principal: { Service: 's3.amazonaws.com' },
        Action: 'lambda:InvokeFunction',
        Condition: {
          ArnLike: { 'AWS:SourceArn': 'arn:aws:s3:::acme-health-portal-uploads' },
          StringEquals: { 'AWS:SourceAccount': '222233334444' },
        },
      },
    ],
    invocations: 8800,
    duration: 900,
    tags: portal,
  });
  if (state === 'before')
    lambdaFunction(production, {
      name: 'old-portal-migration',
      runtime: 'go1.x',
      modified: on('2020-12-01'),
      role: 'lambda-administrator',
      // Left from a test: anybody in AWS may call it.
      policy: [{ Sid: 'test', Principal: '*', Action: 'lambda:InvokeFunction' }],
      invocations: 0,
    });
  else
    lambdaFunction(production, {
      name: 'telehealth-signaling',
      runtime: 'nodejs24.x',
      modified: on('2026-10-22'),
      role: 'lambda-basic',
      url: 'NONE',
      policy: [
        {
          Sid: 'FunctionURLAllowPublicAccess',
          Principal: '*',
          Action: 'lambda:InvokeFunctionUrl',
          Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } },
        },
      ],
      environment: { TURN_PASSWORD: 'turn-4-telehealth', STAGE: 'poc' },
      invocations: 90,
    });
  targetGroup(production, { name: 'portal-maintenance', type: 'lambda' });
  register(production, 'portal-maintenance', { function: 'portal-login-hook' });

  lambdaFunction(recovery, {
    name: 'dr-failover',
    runtime: 'python3.12',
    modified: on('2025-09-09'),
    role: 'lambda-basic',
    tracing: true,
    invocations: 0,
    tags: owned('platform', 'production', 'team-platform', { purpose: 'recovery' }),
  });

  lambdaFunction(staging, {
    name: 'portal-appointment-reminder',
    runtime: 'python3.12',
    modified: on('2026-05-18'),
    role: 'lambda-basic',
    url: 'AWS_IAM',
    invocations: 120,
    tags: owned('portal', 'staging', 'team-portal'),
  });
  lambdaFunction(staging, {
    name: 'seed-test-patients',
    runtime: 'nodejs14.x',
    modified: on('2021-08-30'),
    role: 'lambda-basic',
    environment: {
      DATABASE_URL:
        'postgres://seed:s33d-me@portal-db-staging.c9akciq32rgd.us-east-1.rds.amazonaws.com/portal',
    },
    invocations: 0,
  });

  lambdaFunction(data, {
    name: 'etl-trigger',
    runtime: 'python3.12',
    arm: true,
    modified: on('2026-02-11'),
    role: 'lambda-basic',
    deadLetters: 'etl-dlq',
    invocations: 1200,
    tags: analytics,
  });
  lambdaFunction(data, {
    name: 'phi-deidentify',
    runtime: now('python3.10' as const, 'python3.13' as const),
    memory: 2048,
    timeout: 600,
    modified: now(on('2023-06-06'), on('2026-10-19')),
    role: 'lambda-phi',
    key: 'acme-phi',
    environment: { SALT_PARAMETER: '/phi/salt', OUTPUT: 's3://acme-health-phi-curated' },
    invocations: 5300,
    duration: 7800,
    tags: analytics,
  });
  lambdaFunction(data, {
    name: 'bigquery-export',
    runtime: 'python3.11',
    memory: 1024,
    timeout: 900,
    modified: on('2025-01-15'),
    role: 'lambda-phi',
    // The key of a service account of the analytics backend that lives outside of AWS.
    environment: {
      GOOGLE_APPLICATION_CREDENTIALS_JSON: '-----BEGIN PRIVATE KEY-----\nsample\n-----END PRIVATE KEY-----',
    },
    invocations: 24,
    errors: 0.3,
    tags: analytics,
  });
  lambdaFunction(world.site(DATA, EUROPE), {
    name: 'cohort-loader',
    runtime: 'python3.9',
    modified: on('2025-10-24'),
    role: 'lambda-basic',
    invocations: 0,
  });
}
