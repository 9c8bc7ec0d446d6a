import { letters } from '../ids.ts';
import type { Kinds, Role, Site, Tags, User } from '../world.ts';

/** IAM gives documents URL-encoded. */
export const encoded = (document: object): string => encodeURIComponent(JSON.stringify(document));

export const allow = (action: string | string[], resource: string | string[] = '*', more: object = {}) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...more,
});

export const document = (...statements: object[]): object => ({
  Version: '2012-10-17',
  Statement: statements,
});

export const trusting = (principal: object, condition?: object): object =>
  document({
    Effect: 'Allow',
    Principal: principal,
    Action: 'Service' in principal || 'AWS' in principal ? 'sts:AssumeRole' : 'sts:AssumeRoleWithWebIdentity',
    ...(condition && { Condition: condition }),
  });

export const service = (name: string): object => trusting({ Service: `${name}.amazonaws.com` });

/** Policies that AWS keeps, by name; the paths are those of AWS. */
export const awsPolicies = {
  AdministratorAccess: 'AdministratorAccess',
  PowerUserAccess: 'PowerUserAccess',
  ReadOnlyAccess: 'ReadOnlyAccess',
  SecurityAudit: 'SecurityAudit',
  ViewOnlyAccess: 'job-function/ViewOnlyAccess',
  AWSSupportAccess: 'AWSSupportAccess',
  AmazonS3FullAccess: 'AmazonS3FullAccess',
  AmazonEC2FullAccess: 'AmazonEC2FullAccess',
  IAMFullAccess: 'IAMFullAccess',
  AmazonSSMManagedInstanceCore: 'AmazonSSMManagedInstanceCore',
  AmazonEKSClusterPolicy: 'AmazonEKSClusterPolicy',
  AmazonEKSWorkerNodePolicy: 'AmazonEKSWorkerNodePolicy',
  AWSLambdaBasicExecutionRole: 'service-role/AWSLambdaBasicExecutionRole',
  AWSLambdaVPCAccessExecutionRole: 'service-role/AWSLambdaVPCAccessExecutionRole',
  AmazonECSTaskExecutionRolePolicy: 'service-role/AmazonECSTaskExecutionRolePolicy',
  AWSCloudShellFullAccess: 'AWSCloudShellFullAccess',
} as const;

export type AwsPolicy = keyof typeof awsPolicies;

export const awsPolicyArn = (name: AwsPolicy): string => `arn:aws:iam::aws:policy/${awsPolicies[name]}`;

/** Name of a policy of AWS, or of one that the account keeps. */
function attachment(site: Site, name: string): { PolicyName: string; PolicyArn: string } {
  if (name in awsPolicies) return { PolicyName: name, PolicyArn: awsPolicyArn(name as AwsPolicy) };
  const own = site.get('policy', name);
  own.body.AttachmentCount! += 1;
  return { PolicyName: name, PolicyArn: own.arn };
}

interface PolicySpec {
  name: string;
  created: Date;
  statements: object[];
  tags?: Tags;
}

export function policy(site: Site, spec: PolicySpec): Kinds['policy'] {
  const arn = site.arn('iam', `policy/${spec.name}`);
  return site.add('policy', {
    name: spec.name,
    arn,
    tags: spec.tags ?? {},
    document: document(...spec.statements),
    body: {
      PolicyName: spec.name,
      PolicyId: `ANPA${letters(17, arn)}`,
      Arn: arn,
      Path: '/',
      DefaultVersionId: 'v1',
      AttachmentCount: 0,
      PermissionsBoundaryUsageCount: 0,
      IsAttachable: true,
      CreateDate: spec.created,
      UpdateDate: spec.created,
    },
  });
}

interface UserSpec {
  name: string;
  created: Date;
  /** When the password was set; none: no console. */
  password?: Date;
  signedIn?: Date;
  mfa?: boolean;
  keys?: { created: Date; used?: Date; active?: boolean; service?: string }[];
  groups?: string[];
  attached?: string[];
  inline?: Record<string, object>;
  tags?: Tags;
}

export function user(site: Site, spec: UserSpec): User {
  const arn = site.arn('iam', `user/${spec.name}`);
  return site.add('user', {
    name: spec.name,
    arn,
    tags: spec.tags ?? {},
    groups: spec.groups ?? [],
    ...(spec.password && { password: spec.password }),
    mfa: spec.mfa ?? false,
    keys: (spec.keys ?? []).map((key, index) => ({
      id: `AKIA${letters(16, arn, `${index}`, key.created.toISOString())}`,
      active: key.active ?? true,
      created: key.created,
      ...(key.used && { used: key.used, service: key.service ?? 's3' }),
    })),
    inline: spec.inline ?? {},
    attached: (spec.attached ?? []).map((name) => attachment(site, name)),
    body: {
      UserName: spec.name,
      UserId: `AIDA${letters(17, arn)}`,
      Arn: arn,
      Path: '/',
      CreateDate: spec.created,
      ...(spec.signedIn && { PasswordLastUsed: spec.signedIn }),
    },
  });
}

interface RoleSpec {
  name: string;
  created: Date;
  trust: object;
  attached?: string[];
  inline?: Record<string, object>;
  path?: string;
  /** Seconds. */
  session?: number;
  description?: string;
  tags?: Tags;
}

export function role(site: Site, spec: RoleSpec): Role {
  const path = spec.path ?? '/';
  const arn = site.arn('iam', `role${path}${spec.name}`);
  return site.add('role', {
    name: spec.name,
    arn,
    tags: spec.tags ?? {},
    inline: spec.inline ?? {},
    attached: (spec.attached ?? []).map((name) => attachment(site, name)),
    body: {
      RoleName: spec.name,
      RoleId: `AROA${letters(17, arn)}`,
      Arn: arn,
      Path: path,
      CreateDate: spec.created,
      AssumeRolePolicyDocument: encoded(spec.trust),
      MaxSessionDuration: spec.session ?? 3600,
      ...(spec.description && { Description: spec.description }),
    },
  });
}

/** A role that an AWS service keeps for itself. */
export function serviceLinkedRole(site: Site, name: string, host: string, created: Date): Role {
  return role(site, {
    name: `AWSServiceRoleFor${name}`,
    created,
    path: `/aws-service-role/${host}.amazonaws.com/`,
    trust: service(host),
  });
}
