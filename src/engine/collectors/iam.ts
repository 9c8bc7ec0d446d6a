import { facet, listFacet, listing } from './read.ts';
import { account } from './sts.ts';

const marker = { output: 'Marker', input: 'Marker', more: 'IsTruncated' } as const;

/** The code on the wire, and the name that the SDK gives it. */
const none = ['NoSuchEntity', 'NoSuchEntityException'] as const;

export const users = listing({
  service: 'iam',
  operation: 'ListUsers',
  type: 'AWS::IAM::User',
  scope: 'global',
  page: marker,
  volatile: ['PasswordLastUsed'],
  items: (output) => output.Users,
  identify: (user) => ({ arn: user.Arn!, name: user.UserName }),
});

/** Null: the user has no password for the console. */
export const loginProfile = facet({
  service: 'iam',
  operation: 'GetLoginProfile',
  of: users,
  name: 'loginProfile',
  absent: none,
  input: ({ body }) => ({ UserName: body.UserName }),
  value: (output) => output.LoginProfile,
});

export const mfaDevices = listFacet({
  service: 'iam',
  operation: 'ListMFADevices',
  of: users,
  name: 'mfaDevices',
  page: marker,
  input: ({ body }) => ({ UserName: body.UserName }),
  items: (output) => output.MFADevices,
});

export const userGroups = listFacet({
  service: 'iam',
  operation: 'ListGroupsForUser',
  of: users,
  name: 'groups',
  page: marker,
  input: ({ body }) => ({ UserName: body.UserName }),
  items: (output) => output.Groups,
});

export const attachedUserPolicies = listFacet({
  service: 'iam',
  operation: 'ListAttachedUserPolicies',
  of: users,
  name: 'attachedPolicies',
  page: marker,
  input: ({ body }) => ({ UserName: body.UserName }),
  items: (output) => output.AttachedPolicies,
});

/** Keys have no ARN of their own; theirs is made from the user's. */
export const accessKeys = listing({
  service: 'iam',
  operation: 'ListAccessKeys',
  type: 'AWS::IAM::AccessKey',
  scope: 'global',
  under: users,
  page: marker,
  input: (_at, user) => ({ UserName: user.body.UserName }),
  items: (output) => output.AccessKeyMetadata,
  identify: (key, _at, user) => ({
    arn: `${user.arn}/access-key/${key.AccessKeyId}`,
    name: `${key.UserName} ${key.AccessKeyId}`,
  }),
});

/** Asked key by key, because the credential report does not name its keys and is seldom there. */
export const accessKeyLastUsed = facet({
  service: 'iam',
  operation: 'GetAccessKeyLastUsed',
  of: accessKeys,
  name: 'lastUsed',
  volatile: ['LastUsedDate', 'ServiceName', 'Region'],
  input: ({ body }) => ({ AccessKeyId: body.AccessKeyId }),
  value: (output) => output.AccessKeyLastUsed,
});

export const roles = listing({
  service: 'iam',
  operation: 'ListRoles',
  type: 'AWS::IAM::Role',
  scope: 'global',
  page: marker,
  items: (output) => output.Roles,
  identify: (role) => ({ arn: role.Arn!, name: role.RoleName }),
});

/** The client's own managed policies. */
export const policies = listing({
  service: 'iam',
  operation: 'ListPolicies',
  type: 'AWS::IAM::ManagedPolicy',
  scope: 'global',
  page: marker,
  input: () => ({ Scope: 'Local' as const }),
  items: (output) => output.Policies,
  identify: (policy) => ({ arn: policy.Arn!, name: policy.PolicyName }),
});

/** The version in force, with its URL-encoded document. */
export const policyVersion = facet({
  service: 'iam',
  operation: 'GetPolicyVersion',
  of: policies,
  name: 'defaultVersion',
  input: ({ body }) => ({ PolicyArn: body.Arn, VersionId: body.DefaultVersionId }),
  value: (output) => output.PolicyVersion,
});

/** Names of the inline policies of a role, service-linked ones left out: only AWS can change those. */
export const rolePolicies = listing({
  service: 'iam',
  operation: 'ListRolePolicies',
  type: 'AWS::IAM::RolePolicy',
  scope: 'global',
  under: roles,
  page: marker,
  input: (_at, role) =>
    role.body.Path?.startsWith('/aws-service-role/') ? [] : [{ RoleName: role.body.RoleName }],
  items: (output) => output.PolicyNames,
  identify: (name, _at, role) => ({ arn: inlineArn(role.arn, name), name: `${role.name} ${name}` }),
});

export const rolePolicyDocument = facet({
  service: 'iam',
  operation: 'GetRolePolicy',
  of: rolePolicies,
  name: 'document',
  input: ({ arn, body }) => ({ RoleName: ownerOf(arn), PolicyName: body }),
  value: (output) => output.PolicyDocument,
});

/** Names of the inline policies of a user. */
export const userPolicies = listing({
  service: 'iam',
  operation: 'ListUserPolicies',
  type: 'AWS::IAM::UserPolicy',
  scope: 'global',
  under: users,
  page: marker,
  input: (_at, user) => ({ UserName: user.body.UserName }),
  items: (output) => output.PolicyNames,
  identify: (name, _at, user) => ({ arn: inlineArn(user.arn, name), name: `${user.name} ${name}` }),
});

export const userPolicyDocument = facet({
  service: 'iam',
  operation: 'GetUserPolicy',
  of: userPolicies,
  name: 'document',
  input: ({ arn, body }) => ({ UserName: ownerOf(arn), PolicyName: body }),
  value: (output) => output.PolicyDocument,
});

const INLINE = '/inline-policy/';
const inlineArn = (owner: string, name: string) => `${owner}${INLINE}${name}`;

/** ARN of the user or role that an inline policy or an access key belongs to. */
export const ownerArn = (arn: string): string => arn.split(/\/(?:inline-policy|access-key)\//)[0]!;

const ownerOf = (arn: string): string => ownerArn(arn).split('/').at(-1)!;

export const serverCertificates = listing({
  service: 'iam',
  operation: 'ListServerCertificates',
  type: 'AWS::IAM::ServerCertificate',
  scope: 'global',
  page: marker,
  items: (output) => output.ServerCertificateMetadataList,
  identify: (certificate) => ({ arn: certificate.Arn!, name: certificate.ServerCertificateName }),
});

export const samlProviders = listing({
  service: 'iam',
  operation: 'ListSAMLProviders',
  type: 'AWS::IAM::SAMLProvider',
  scope: 'global',
  items: (output) => output.SAMLProviderList,
  identify: (provider) => ({ arn: provider.Arn! }),
});

export const accountSummary = facet({
  service: 'iam',
  operation: 'GetAccountSummary',
  of: account,
  name: 'summary',
  input: () => ({}),
  value: (output) => output.SummaryMap,
});

/** Null: the account has none, and IAM's weak default is in force. */
export const passwordPolicy = facet({
  service: 'iam',
  operation: 'GetAccountPasswordPolicy',
  of: account,
  name: 'passwordPolicy',
  absent: none,
  input: () => ({}),
  value: (output) => output.PasswordPolicy,
});

/** A line of the credential report; columns as IAM names them, `N/A` and `no_information` as it writes them. */
export interface CredentialReportEntry {
  arn: string;
  user: string;
  /** When IAM wrote the report, ISO 8601. */
  generated: string;
  [column: string]: string;
}

/**
 * The report that somebody generated in the last hours. Fieldbook does not generate one, so it is often missing
 * (`CredentialReportNotPresent`) or too old (`CredentialReportExpired`); both are a failed read.
 */
export const credentialReport = listing({
  service: 'iam',
  operation: 'GetCredentialReport',
  type: 'AWS::IAM::CredentialReportEntry',
  scope: 'global',
  auxiliary: true,
  volatile: ['generated', 'password_last_used', 'access_key_1_last_used_date', 'access_key_2_last_used_date'],
  items: ({ Content, GeneratedTime }) =>
    csvRecords(new TextDecoder().decode(Content)).map(
      (entry) => ({ ...entry, generated: GeneratedTime?.toISOString() ?? '' }) as CredentialReportEntry,
    ),
  identify: ({ arn, user }) => ({ arn, name: user }),
});

/** Records of a CSV text with a header line; a field in quotes may hold commas, as user names do. */
function csvRecords(text: string): Record<string, string>[] {
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  const [header = [], ...rows] = lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
    ),
  );
  return rows.map((row) => Object.fromEntries(header.map((column, index) => [column, row[index] ?? ''])));
}
