import type { SmithyConfiguration } from './smithy.ts';

/**
 * The AWS services that can be read. Each file below names the one client and the reading commands that may
 * be used of it, and nothing else is imported from the SDK; each is loaded when first used.
 */
export const services = {
  'auto-scaling': () => import('./services/auto-scaling.ts'),
  cloudtrail: () => import('./services/cloudtrail.ts'),
  cloudwatch: () => import('./services/cloudwatch.ts'),
  'cloudwatch-logs': () => import('./services/cloudwatch-logs.ts'),
  'cost-explorer': () => import('./services/cost-explorer.ts'),
  dynamodb: () => import('./services/dynamodb.ts'),
  ec2: () => import('./services/ec2.ts'),
  ecs: () => import('./services/ecs.ts'),
  eks: () => import('./services/eks.ts'),
  'elastic-load-balancing-v2': () => import('./services/elastic-load-balancing-v2.ts'),
  iam: () => import('./services/iam.ts'),
  kms: () => import('./services/kms.ts'),
  lambda: () => import('./services/lambda.ts'),
  organizations: () => import('./services/organizations.ts'),
  rds: () => import('./services/rds.ts'),
  'resource-groups-tagging-api': () => import('./services/resource-groups-tagging-api.ts'),
  s3: () => import('./services/s3.ts'),
  's3-control': () => import('./services/s3-control.ts'),
  'service-quotas': () => import('./services/service-quotas.ts'),
  sts: () => import('./services/sts.ts'),
};

export type Service = keyof typeof services;
type Module<S extends Service> = Awaited<ReturnType<(typeof services)[S]>>;

/** The SDK operations of a service that are named in its file, such as `DescribeVolumes`. */
export type Operation<S extends Service> = {
  [K in keyof Module<S>]: K extends `${infer O}Command` ? O : never;
}[keyof Module<S>];

type CommandOf<S extends Service, O extends string> = `${O}Command` extends keyof Module<S>
  ? Module<S>[`${O}Command`] extends new (
      ...input: never[]
    ) => infer C
    ? C
    : never
  : never;

export type Input<S extends Service, O extends Operation<S>> =
  CommandOf<S, O> extends { input: infer I } ? I : never;

export type Output<S extends Service, O extends Operation<S>> =
  CommandOf<S, O> extends {
    resolveMiddleware: (...rest: never[]) => SmithyConfiguration<infer R>;
  }
    ? R
    : never;

/** Prefix of the service's IAM actions where it is not the service's own name. */
export const iamPrefixes: Partial<Record<Service, string>> = {
  'auto-scaling': 'autoscaling',
  'cloudwatch-logs': 'logs',
  'cost-explorer': 'ce',
  'elastic-load-balancing-v2': 'elasticloadbalancing',
  'resource-groups-tagging-api': 'tag',
  's3-control': 's3',
  'service-quotas': 'servicequotas',
};

export const iamPrefix = (service: Service): string => iamPrefixes[service] ?? service;
