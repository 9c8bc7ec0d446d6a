import { type Answers, type Asked, paged } from '../answer.ts';
import { type AwsPolicy, awsPolicies, awsPolicyArn, encoded } from '../build/identity.ts';
import { awsError } from '../errors.ts';
import { ROLE } from '../estate/accounts.ts';
import { letters } from '../ids.ts';
import { on } from '../moment.ts';
import { iam as paging } from '../paging.ts';
import type { Role, Site, User } from '../world.ts';

const noSuchEntity = (words: string): Error => awsError('NoSuchEntityException', words, 404);

function userOf(site: Site, name: string | undefined): User {
  const found = site.find('user', name ?? '');
  if (!found) throw noSuchEntity(`The user with name ${name} cannot be found.`);
  return found;
}

function roleOf(site: Site, name: string | undefined): Role {
  const found = site.find('role', name ?? '');
  if (!found) throw noSuchEntity(`The role with name ${name} cannot be found.`);
  return found;
}

const inlineOf = (owner: { inline: Record<string, object> }, name: string | undefined): string => {
  const document = owner.inline[name ?? ''];
  if (!document) throw noSuchEntity(`The policy with name ${name} cannot be found.`);
  return encoded(document);
};

const anything = (action: string | string[]) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
});

/** Documents of AWS's own policies, for those that give everything of something. */
const awsDocuments: Partial<Record<AwsPolicy, object>> = {
  AdministratorAccess: anything('*'),
  IAMFullAccess: anything(['iam:*', 'organizations:DescribeAccount', 'organizations:DescribeOrganization']),
  AmazonS3FullAccess: anything(['s3:*', 's3-object-lambda:*']),
  AmazonEC2FullAccess: anything(['ec2:*', 'elasticloadbalancing:*', 'cloudwatch:*', 'autoscaling:*']),
  AWSSupportAccess: anything(['support:*']),
  AWSCloudShellFullAccess: anything(['cloudshell:*']),
};

/** AWS's own policies that somebody in the account uses. */
function awsPolicyList({ global }: Asked<unknown>) {
  const used = Map.groupBy(
    [...global.all('user'), ...global.all('role')].flatMap(({ attached }) => attached),
    ({ PolicyArn }) => PolicyArn,
  );
  return (Object.keys(awsPolicies) as AwsPolicy[]).map((name) => ({
    PolicyName: name,
    PolicyId: `ANPA${letters(17, name)}`,
    Arn: awsPolicyArn(name),
    Path: awsPolicies[name].includes('/') ? `/${awsPolicies[name].split('/')[0]}/` : '/',
    DefaultVersionId: 'v1',
    AttachmentCount: used.get(awsPolicyArn(name))?.length ?? 0,
    PermissionsBoundaryUsageCount: 0,
    IsAttachable: true,
    CreateDate: on('2015-02-06'),
    UpdateDate: on('2024-02-06'),
  }));
}

export const iam: Answers<'iam'> = {
  ListUsers: paged('Users', paging, ({ global }) => global.all('user').map(({ body }) => body)),
  GetLoginProfile: ({ global, input }) => {
    const user = userOf(global, input.UserName);
    if (!user.password) throw noSuchEntity(`Login Profile for User ${user.name} cannot be found.`);
    return {
      LoginProfile: { UserName: user.name, CreateDate: user.password, PasswordResetRequired: false },
    };
  },
  ListMFADevices: paged('MFADevices', paging, ({ global, account, input }) => {
    const user = userOf(global, input.UserName);
    return user.mfa
      ? [
          {
            UserName: user.name,
            SerialNumber: `arn:aws:iam::${account.id}:mfa/${user.name}`,
            EnableDate: user.password ?? user.body.CreateDate!,
          },
        ]
      : [];
  }),
  ListGroupsForUser: paged('Groups', paging, ({ global, input }) =>
    userOf(global, input.UserName).groups.map((name) => ({
      GroupName: name,
      GroupId: `AGPA${letters(17, name)}`,
      Arn: global.arn('iam', `group/${name}`),
      Path: '/',
      CreateDate: on('2020-01-13'),
    })),
  ),
  ListAttachedUserPolicies: paged(
    'AttachedPolicies',
    paging,
    ({ global, input }) => userOf(global, input.UserName).attached,
  ),
  ListUserPolicies: paged('PolicyNames', paging, ({ global, input }) =>
    Object.keys(userOf(global, input.UserName).inline),
  ),
  GetUserPolicy: ({ global, input }) => ({
    UserName: input.UserName,
    PolicyName: input.PolicyName,
    PolicyDocument: inlineOf(userOf(global, input.UserName), input.PolicyName),
  }),
  ListAccessKeys: paged('AccessKeyMetadata', paging, ({ global, input }) => {
    const user = userOf(global, input.UserName);
    return user.keys.map((key) => ({
      UserName: user.name,
      AccessKeyId: key.id,
      Status: key.active ? ('Active' as const) : ('Inactive' as const),
      CreateDate: key.created,
    }));
  }),
  GetAccessKeyLastUsed: ({ global, input }) => {
    for (const user of global.all('user')) {
      const key = user.keys.find(({ id }) => id === input.AccessKeyId);
      if (key)
        return {
          UserName: user.name,
          AccessKeyLastUsed: key.used
            ? { LastUsedDate: key.used, ServiceName: key.service ?? 's3', Region: 'us-east-1' }
            : { LastUsedDate: undefined, ServiceName: 'N/A', Region: 'N/A' },
        };
    }
    throw noSuchEntity(`The Access Key with id ${input.AccessKeyId} cannot be found.`);
  },

  ListRoles: paged('Roles', paging, ({ global }) => global.all('role').map(({ body }) => body)),
  ListRolePolicies: paged('PolicyNames', paging, ({ global, input }) =>
    Object.keys(roleOf(global, input.RoleName).inline),
  ),
  GetRolePolicy: ({ global, input }) => ({
    RoleName: input.RoleName,
    PolicyName: input.PolicyName,
    PolicyDocument: inlineOf(roleOf(global, input.RoleName), input.PolicyName),
  }),

  ListPolicies: paged('Policies', paging, (asked) => {
    const scope = asked.input.Scope ?? 'All';
    const all = [
      ...(scope === 'AWS' ? [] : asked.global.all('policy').map(({ body }) => body)),
      ...(scope === 'Local' ? [] : awsPolicyList(asked)),
    ];
    return asked.input.OnlyAttached ? all.filter(({ AttachmentCount }) => AttachmentCount! > 0) : all;
  }),
  GetPolicyVersion: ({ global, input }) => {
    const own = global.all('policy').find(({ arn }) => arn === input.PolicyArn);
    const aws = (Object.keys(awsPolicies) as AwsPolicy[]).find(
      (name) => awsPolicyArn(name) === input.PolicyArn,
    );
    const document = own?.document ?? (aws && awsDocuments[aws]);
    if (!own && !aws) throw noSuchEntity(`Policy ${input.PolicyArn} was not found.`);
    if (!document) throw new Error(`The sample estate has no document of ${input.PolicyArn}`);
    return {
      PolicyVersion: {
        VersionId: input.VersionId,
        IsDefaultVersion: true,
        CreateDate: own?.body.CreateDate ?? on('2024-02-06'),
        Document: encoded(document),
      },
    };
  },

  ListSAMLProviders: ({ global }) => ({
    SAMLProviderList: global.all('saml-provider').map(({ body }) => body),
  }),
  ListServerCertificates: paged('ServerCertificateMetadataList', paging, ({ global }) =>
    global.all('server-certificate').map(({ body }) => body),
  ),
  GetAccountPasswordPolicy: ({ account }) => {
    const policy = account.settings.passwordPolicy;
    if (!policy) throw noSuchEntity(`The Password Policy with domain name ${account.id} cannot be found.`);
    return { PasswordPolicy: policy };
  },
  GetAccountSummary: ({ global, account }) => {
    const { root } = account.settings;
    const users = global.all('user');
    const withMfa = users.filter(({ mfa }) => mfa).length;
    return {
      SummaryMap: {
        AccountMFAEnabled: root.mfa ? 1 : 0,
        AccountAccessKeysPresent: root.keys ? 1 : 0,
        AccountPasswordPresent: 1,
        AccountSigningCertificatesPresent: 0,
        Users: users.length,
        UsersQuota: 5000,
        Groups: new Set(users.flatMap(({ groups }) => groups)).size,
        GroupsQuota: 300,
        Roles: global.all('role').length,
        RolesQuota: 1000,
        Policies: global.all('policy').length,
        PoliciesQuota: 1500,
        MFADevices: withMfa + (root.mfa ? 1 : 0),
        MFADevicesInUse: withMfa + (root.mfa ? 1 : 0),
        ServerCertificates: global.all('server-certificate').length,
        ServerCertificatesQuota: 20,
        Providers: global.all('saml-provider').length,
        AccessKeysPerUserQuota: 2,
      },
    };
  },
  GetCredentialReport: (asked) => {
    const made = asked.account.settings.credentialReport;
    if (!made)
      throw awsError('CredentialReportNotPresentException', 'No report exists for this account', 410);
    return {
      Content: new TextEncoder().encode(credentialReport(asked)),
      ReportFormat: 'text/csv',
      GeneratedTime: made,
    };
  },
};

/** The report's own words for what there is none of. */
const NONE = 'N/A';

const columns = [
  'user',
  'arn',
  'user_creation_time',
  'password_enabled',
  'password_last_used',
  'password_last_changed',
  'password_next_rotation',
  'mfa_active',
  ...[1, 2].flatMap((number) => [
    `access_key_${number}_active`,
    `access_key_${number}_last_rotated`,
    `access_key_${number}_last_used_date`,
    `access_key_${number}_last_used_region`,
    `access_key_${number}_last_used_service`,
  ]),
  'cert_1_active',
  'cert_1_last_rotated',
  'cert_2_active',
  'cert_2_last_rotated',
];

const moment = (date: Date | undefined): string => date?.toISOString().replace('.000Z', '+00:00') ?? NONE;

function credentialReport({ account, global }: Asked<unknown>): string {
  const { root } = account.settings;
  const noCertificates = ['false', NONE, 'false', NONE];
  const key = (one: User['keys'][number] | undefined): string[] =>
    one
      ? [
          `${one.active}`,
          moment(one.created),
          moment(one.used),
          one.used ? 'us-east-1' : NONE,
          one.used ? (one.service ?? 's3') : NONE,
        ]
      : ['false', NONE, NONE, NONE, NONE];
  const rows = [
    [
      '<root_account>',
      `arn:aws:iam::${account.id}:root`,
      moment(account.joined),
      'not_supported',
      root.used ? moment(root.used) : 'no_information',
      'not_supported',
      'not_supported',
      `${root.mfa}`,
      ...key(
        root.keys
          ? {
              id: '',
              active: true,
              created: account.joined,
              ...(root.used && { used: root.used }),
              service: 's3',
            }
          : undefined,
      ),
      ...key(undefined),
      ...noCertificates,
    ],
    ...global
      .all('user')
      .map((user) => [
        user.name,
        user.arn,
        moment(user.body.CreateDate),
        `${user.password !== undefined}`,
        user.password
          ? user.body.PasswordLastUsed
            ? moment(user.body.PasswordLastUsed)
            : 'no_information'
          : NONE,
        moment(user.password),
        NONE,
        `${user.mfa}`,
        ...key(user.keys[0]),
        ...key(user.keys[1]),
        ...noCertificates,
      ]),
  ];
  return [columns, ...rows].map((row) => row.join(',')).join('\n');
}

export const sts: Answers<'sts'> = {
  GetCallerIdentity: ({ account }) => ({
    Account: account.id,
    UserId: `AROA${letters(17, account.id, ROLE)}:fieldbook`,
    Arn: callerOf(account.id),
  }),
};

/** Who we are in an account. */
export const callerOf = (account: string): string => `arn:aws:sts::${account}:assumed-role/${ROLE}/fieldbook`;
