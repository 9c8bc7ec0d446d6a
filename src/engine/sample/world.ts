import type { Operation, Output, Service } from '../aws/services.ts';
import { ec2Id } from './ids.ts';
import type { Daily } from './metrics.ts';
import type { Moment } from './moment.ts';
import { joined, type Sequence } from './sequence.ts';

type ElementOf<L> = NonNullable<L> extends readonly (infer T)[] ? T : never;

/** What a list of an operation's output holds. */
export type Item<S extends Service, O extends Operation<S>, K extends keyof Output<S, O>> = ElementOf<
  Output<S, O>[K]
>;

/** An operation's output, or a part of it, without the SDK's own. */
export type Given<S extends Service, O extends Operation<S>> = Omit<Output<S, O>, '$metadata'>;

export type Tags = Record<string, string>;

/** Anything in the estate: what it is called there, and what AWS says of it. */
export interface Thing<B> {
  name: string;
  body: B;
  arn: string;
  tags: Tags;
}

export type Instance = ElementOf<Item<'ec2', 'DescribeInstances', 'Reservations'>['Instances']>;

/** Kinds of things, each with what its own operations say of it. */
export interface Kinds {
  vpc: Thing<Item<'ec2', 'DescribeVpcs', 'Vpcs'>>;
  subnet: Thing<Item<'ec2', 'DescribeSubnets', 'Subnets'>>;
  'route-table': Thing<Item<'ec2', 'DescribeRouteTables', 'RouteTables'>>;
  'internet-gateway': Thing<Item<'ec2', 'DescribeInternetGateways', 'InternetGateways'>>;
  'nat-gateway': Thing<Item<'ec2', 'DescribeNatGateways', 'NatGateways'>>;
  'network-acl': Thing<Item<'ec2', 'DescribeNetworkAcls', 'NetworkAcls'>>;
  'security-group': Thing<Item<'ec2', 'DescribeSecurityGroups', 'SecurityGroups'>>;
  'vpc-endpoint': Thing<Item<'ec2', 'DescribeVpcEndpoints', 'VpcEndpoints'>>;
  'network-interface': Thing<Item<'ec2', 'DescribeNetworkInterfaces', 'NetworkInterfaces'>>;
  address: Thing<Item<'ec2', 'DescribeAddresses', 'Addresses'>>;
  'flow-log': Thing<Item<'ec2', 'DescribeFlowLogs', 'FlowLogs'>>;
  instance: Thing<Instance>;
  volume: Thing<Item<'ec2', 'DescribeVolumes', 'Volumes'>>;
  snapshot: Thing<Item<'ec2', 'DescribeSnapshots', 'Snapshots'>> & {
    /** With whom it is shared: `all`, or an account. */
    permissions: { Group?: 'all'; UserId?: string }[];
  };
  image: Thing<Item<'ec2', 'DescribeImages', 'Images'>>;
  'launch-template': Thing<Item<'ec2', 'DescribeLaunchTemplates', 'LaunchTemplates'>> & {
    versions: Item<'ec2', 'DescribeLaunchTemplateVersions', 'LaunchTemplateVersions'>[];
  };
  'reserved-instances': Thing<Item<'ec2', 'DescribeReservedInstances', 'ReservedInstances'>>;
  'auto-scaling-group': Thing<Item<'auto-scaling', 'DescribeAutoScalingGroups', 'AutoScalingGroups'>>;
  'load-balancer': Thing<Item<'elastic-load-balancing-v2', 'DescribeLoadBalancers', 'LoadBalancers'>> & {
    attributes: Item<'elastic-load-balancing-v2', 'DescribeLoadBalancerAttributes', 'Attributes'>[];
  };
  listener: Thing<Item<'elastic-load-balancing-v2', 'DescribeListeners', 'Listeners'>> & {
    rules: Item<'elastic-load-balancing-v2', 'DescribeRules', 'Rules'>[];
  };
  'target-group': Thing<Item<'elastic-load-balancing-v2', 'DescribeTargetGroups', 'TargetGroups'>> & {
    health: Item<'elastic-load-balancing-v2', 'DescribeTargetHealth', 'TargetHealthDescriptions'>[];
  };
  'db-instance': Thing<Item<'rds', 'DescribeDBInstances', 'DBInstances'>>;
  'db-cluster': Thing<Item<'rds', 'DescribeDBClusters', 'DBClusters'>>;
  'db-snapshot': Thing<Item<'rds', 'DescribeDBSnapshots', 'DBSnapshots'>> & { sharedWith: string[] };
  table: Thing<NonNullable<Given<'dynamodb', 'DescribeTable'>['Table']>> & { pointInTimeRecovery: boolean };
  function: Thing<Item<'lambda', 'ListFunctions', 'Functions'>> & {
    policy?: string;
    urls: Item<'lambda', 'ListFunctionUrlConfigs', 'FunctionUrlConfigs'>[];
  };
  'ecs-cluster': Thing<Item<'ecs', 'DescribeClusters', 'clusters'>>;
  'ecs-service': Thing<Item<'ecs', 'DescribeServices', 'services'>>;
  'task-definition': Thing<NonNullable<Given<'ecs', 'DescribeTaskDefinition'>['taskDefinition']>>;
  'eks-cluster': Thing<NonNullable<Given<'eks', 'DescribeCluster'>['cluster']>>;
  nodegroup: Thing<NonNullable<Given<'eks', 'DescribeNodegroup'>['nodegroup']>>;
  key: Thing<NonNullable<Given<'kms', 'DescribeKey'>['KeyMetadata']>> & {
    rotates: boolean;
    policy: object;
  };
  alias: Thing<Item<'kms', 'ListAliases', 'Aliases'>>;
  trail: Thing<Item<'cloudtrail', 'DescribeTrails', 'trailList'>> & {
    status: Given<'cloudtrail', 'GetTrailStatus'>;
    selectors: Omit<Given<'cloudtrail', 'GetEventSelectors'>, 'TrailARN'>;
  };
  alarm: Thing<Item<'cloudwatch', 'DescribeAlarms', 'MetricAlarms'>>;
  'composite-alarm': Thing<Item<'cloudwatch', 'DescribeAlarms', 'CompositeAlarms'>>;
  'log-group': Thing<Item<'cloudwatch-logs', 'DescribeLogGroups', 'logGroups'>>;
  'metric-filter': Thing<Item<'cloudwatch-logs', 'DescribeMetricFilters', 'metricFilters'>>;
  bucket: Bucket;
  user: User;
  role: Role;
  policy: Thing<Item<'iam', 'ListPolicies', 'Policies'>> & { document: object };
  'saml-provider': Thing<Item<'iam', 'ListSAMLProviders', 'SAMLProviderList'>>;
  'server-certificate': Thing<Item<'iam', 'ListServerCertificates', 'ServerCertificateMetadataList'>>;
}

/** What is undefined of a bucket was never configured, and S3 says so with an error. */
export interface Bucket extends Thing<Item<'s3', 'ListBuckets', 'Buckets'>> {
  acl: Given<'s3', 'GetBucketAcl'>['Grants'];
  policy?: object;
  publicPolicy: boolean;
  publicAccessBlock?: Given<'s3', 'GetPublicAccessBlock'>['PublicAccessBlockConfiguration'];
  encryption: Given<'s3', 'GetBucketEncryption'>['ServerSideEncryptionConfiguration'];
  versioning: Given<'s3', 'GetBucketVersioning'>;
  lifecycle?: Given<'s3', 'GetBucketLifecycleConfiguration'>['Rules'];
  logging?: Given<'s3', 'GetBucketLogging'>['LoggingEnabled'];
  ownership?: Given<'s3', 'GetBucketOwnershipControls'>['OwnershipControls'];
  replication?: Given<'s3', 'GetBucketReplication'>['ReplicationConfiguration'];
  objectLock?: Given<'s3', 'GetObjectLockConfiguration'>['ObjectLockConfiguration'];
}

export interface AttachedPolicies {
  inline: Record<string, object>;
  attached: { PolicyName: string; PolicyArn: string }[];
}

export interface User extends Thing<Item<'iam', 'ListUsers', 'Users'>>, AttachedPolicies {
  groups: string[];
  /** When the password was set, for those who have one. */
  password?: Date;
  mfa: boolean;
  keys: { id: string; active: boolean; created: Date; used?: Date; service?: string }[];
}

export interface Role extends Thing<Item<'iam', 'ListRoles', 'Roles'>>, AttachedPolicies {}

/** Settings of an account in a region. */
export interface SiteSettings {
  ebsEncryption: boolean;
  snapshotBlockPublicAccess: 'unblocked' | 'block-all-sharing' | 'block-new-sharing';
  /** Quotas by code that were raised. */
  quotas?: Record<string, number>;
}

/** What an account holds in one region, or `global`. */
export class Site {
  readonly account: Account;
  readonly region: string;
  settings: SiteSettings = { ebsEncryption: false, snapshotBlockPublicAccess: 'unblocked' };
  readonly #things = new Map<keyof Kinds, Map<string, Thing<unknown>>>();
  readonly #metrics = new Map<string, Daily>();
  #more: More | undefined;

  constructor(account: Account, region: string) {
    this.account = account;
    this.region = region;
  }

  add<K extends keyof Kinds>(kind: K, thing: Kinds[K]): Kinds[K] {
    const things = this.#things.get(kind) ?? new Map<string, Thing<unknown>>();
    if (things.has(thing.name))
      throw new Error(`There are two ${kind} called ${thing.name} in ${this.place}`);
    this.#things.set(kind, things.set(thing.name, thing));
    return thing;
  }

  /** Everything of a kind that was described by hand. */
  all<K extends keyof Kinds>(kind: K): Kinds[K][] {
    return [...(this.#things.get(kind)?.values() ?? [])] as Kinds[K][];
  }

  /** Everything of a kind, what is generated to scale included. */
  list<K extends keyof Kinds>(kind: K): Sequence<Kinds[K]> {
    const more = this.#more?.list(kind);
    return more ? joined(this.all(kind), more) : this.all(kind);
  }

  /** What is generated of a kind. */
  more<K extends keyof Kinds>(kind: K): Sequence<Kinds[K]> | undefined {
    return this.#more?.list(kind);
  }

  find<K extends keyof Kinds>(kind: K, name: string): Kinds[K] | undefined {
    return (this.#things.get(kind)?.get(name) as Kinds[K] | undefined) ?? this.#more?.find(kind, name);
  }

  /** A thing that must be there, so that every reference in the estate leads somewhere. */
  get<K extends keyof Kinds>(kind: K, name: string): Kinds[K] {
    const thing = this.find(kind, name);
    if (!thing) throw new Error(`There is no ${kind} called ${name} in ${this.place}`);
    return thing;
  }

  measure(namespace: string, metric: string, dimensions: Record<string, string>, daily: Daily): void {
    this.#metrics.set(metricKey(namespace, metric, dimensions), daily);
  }

  measured(namespace: string, metric: string, dimensions: Record<string, string>): Daily | undefined {
    return (
      this.#metrics.get(metricKey(namespace, metric, dimensions)) ??
      this.#more?.measured(namespace, metric, dimensions)
    );
  }

  /** Joins what is generated to what was described. */
  extend(more: More): void {
    this.#more = more;
  }

  arn(service: string, resource: string): string {
    const region = this.region === 'global' ? '' : this.region;
    return `arn:aws:${service}:${region}:${this.account.id}:${resource}`;
  }

  id(prefix: string, ...names: string[]): string {
    return ec2Id(prefix, this.account.id, this.region, ...names);
  }

  get place(): string {
    return `${this.account.name} ${this.region}`;
  }
}

/** Things beyond those described by hand. */
export interface More {
  list<K extends keyof Kinds>(kind: K): Sequence<Kinds[K]> | undefined;
  find<K extends keyof Kinds>(kind: K, name: string): Kinds[K] | undefined;
  measured(namespace: string, metric: string, dimensions: Record<string, string>): Daily | undefined;
}

const metricKey = (namespace: string, metric: string, dimensions: Record<string, string>): string =>
  [
    namespace,
    metric,
    ...Object.keys(dimensions)
      .sort()
      .map((name) => `${name}=${dimensions[name]}`),
  ].join('|');

export type PasswordPolicy = NonNullable<Given<'iam', 'GetAccountPasswordPolicy'>['PasswordPolicy']>;

/** What holds for a whole account. */
export interface AccountSettings {
  passwordPolicy?: PasswordPolicy;
  root: { mfa: boolean; keys: boolean; used?: Date };
  /** When the credential report was last made, if it ever was. */
  credentialReport?: Date;
  publicAccessBlock?: Given<'s3-control', 'GetPublicAccessBlock'>['PublicAccessBlockConfiguration'];
}

export interface Account {
  id: string;
  name: string;
  email: string;
  joined: Date;
  /** Name of the unit of the organization it sits in; `Root` when in none. */
  unit: string;
  /** Refuses to be entered. */
  refuses: boolean;
  closed?: boolean;
  settings: AccountSettings;
}

export class World {
  readonly moment: Moment;
  readonly accounts: readonly Account[];
  readonly #sites = new Map<string, Site>();

  constructor(moment: Moment, accounts: readonly Account[]) {
    this.moment = moment;
    this.accounts = accounts;
  }

  account(idOrName: string): Account {
    const account = this.accounts.find((one) => one.id === idOrName || one.name === idOrName);
    if (!account) throw new Error(`The sample estate has no account ${idOrName}`);
    return account;
  }

  site(account: string, region: string): Site {
    const owner = this.account(account);
    const key = `${owner.id}|${region}`;
    const site = this.#sites.get(key) ?? new Site(owner, region);
    this.#sites.set(key, site);
    return site;
  }

  /** Sites of an account, or of all, that were described. */
  sites(account?: string): Site[] {
    return [...this.#sites.values()].filter((site) => !account || site.account.id === account);
  }
}

export const tagList = (tags: Tags): { Key: string; Value: string }[] =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
