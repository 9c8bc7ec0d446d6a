import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { loadSharedConfigFiles } from '@smithy/shared-ini-file-loader';
import { FieldbookError } from '../../shared/contract/errors.ts';

export const profileKinds = [
  'sso',
  'assume-role',
  'keys',
  'process',
  'web-identity',
  'login',
  'sample',
  'incomplete',
] as const;
export type ProfileKind = (typeof profileKinds)[number];

/** A profile of the AWS files; no key or token is ever part of it. */
export interface Profile {
  name: string;
  kind: ProfileKind;
  region: string | null;
  roleArn: string | null;
  mfaSerial: string | null;
  ssoSession: string | null;
  endpointUrl: string | null;
  caBundle: string | null;
  /** What is missing or contradictory, for a person; null when the profile can be tried. */
  problem: string | null;
}

export interface AwsFiles {
  config: string;
  credentials: string;
}

/** Where the AWS files are, as every AWS tool finds them. */
export const awsFiles = (env: NodeJS.ProcessEnv): AwsFiles => ({
  config: env.AWS_CONFIG_FILE ?? join(homedir(), '.aws', 'config'),
  credentials: env.AWS_SHARED_CREDENTIALS_FILE ?? join(homedir(), '.aws', 'credentials'),
});

/** All profiles, sorted by name. Throws when there are no files, or when one cannot be understood. */
export async function readProfiles(env: NodeJS.ProcessEnv): Promise<Profile[]> {
  const files = awsFiles(env);
  const present = [files.config, files.credentials].filter((file) => existsSync(file));
  if (present.length === 0)
    throw new FieldbookError(
      'aws-config-missing',
      `There are no AWS files: neither ${files.config} nor ${files.credentials} exists.`,
      "Run 'aws configure sso' (or 'aws configure'), or set AWS_CONFIG_FILE to where your profiles are.",
    );
  for (const file of present) assertWellFormed(file);
  const { configFile, credentialsFile } = await loadSharedConfigFiles({
    configFilepath: files.config,
    filepath: files.credentials,
    ignoreCache: true,
  });
  // What belongs to no profile is kept by the loader under names with a dot: `sso-session.NAME`, `services.NAME`.
  const sections = (prefix: string) =>
    new Set(
      Object.keys(configFile)
        .filter((name) => name.startsWith(`${prefix}.`))
        .map((name) => name.slice(prefix.length + 1)),
    );
  const ssoSessions = sections('sso-session');
  const names = new Set([...Object.keys(configFile), ...Object.keys(credentialsFile)]);
  return [...names]
    .filter((name) => !/^(sso-session|services)\./.test(name))
    .sort((a, b) => a.localeCompare(b, 'en'))
    .map((name) =>
      describeProfile(name, { ...configFile[name], ...credentialsFile[name] }, { names, ssoSessions }),
    );
}

/** The profile of that name, ready to be used; throws when it does not exist or cannot work. */
export async function requireProfile(name: string, env: NodeJS.ProcessEnv): Promise<Profile> {
  const profiles = await readProfiles(env);
  const profile = profiles.find((one) => one.name === name);
  if (!profile) {
    const known = profiles.map((one) => one.name).join(', ');
    throw new FieldbookError(
      'profile-unknown',
      `There is no AWS profile '${name}'.`,
      known ? `Use one of: ${known}.` : "Add one with 'aws configure sso'.",
    );
  }
  if (profile.problem)
    throw new FieldbookError(
      'profile-incomplete',
      `The AWS profile '${name}' cannot be used: ${profile.problem}`,
      `Mend it in ${awsFiles(env).config} or with 'aws configure'.`,
    );
  return profile;
}

type Section = Record<string, string | undefined>;

function describeProfile(
  name: string,
  section: Section,
  known: { names: ReadonlySet<string>; ssoSessions: ReadonlySet<string> },
): Profile {
  const value = (key: string) => section[key]?.trim() || null;
  const kind = kindOf(value);
  return {
    name,
    kind,
    region: value('region'),
    roleArn: value('role_arn'),
    mfaSerial: value('mfa_serial'),
    ssoSession: value('sso_session'),
    endpointUrl: value('endpoint_url'),
    caBundle: value('ca_bundle'),
    problem: problemOf(kind, value, known),
  };
}

function kindOf(value: (key: string) => string | null): ProfileKind {
  if (value('role_arn')) return value('web_identity_token_file') ? 'web-identity' : 'assume-role';
  if (value('sso_session') || value('sso_start_url')) return 'sso';
  if (value('login_session')) return 'login';
  if (value('credential_process')) return 'process';
  if (value('aws_access_key_id') || value('aws_secret_access_key')) return 'keys';
  return 'incomplete';
}

function problemOf(
  kind: ProfileKind,
  value: (key: string) => string | null,
  known: { names: ReadonlySet<string>; ssoSessions: ReadonlySet<string> },
): string | null {
  if (kind === 'incomplete') return 'it names no way to get credentials.';
  if (kind === 'keys' && !(value('aws_access_key_id') && value('aws_secret_access_key')))
    return 'the access key id or the secret key is missing.';
  const session = value('sso_session');
  if (kind === 'sso' && session && !known.ssoSessions.has(session))
    return `its sso-session '${session}' is not defined.`;
  if (kind === 'sso' && !(value('sso_account_id') && value('sso_role_name')))
    return 'sso_account_id or sso_role_name is missing.';
  const source = value('source_profile');
  if (kind === 'assume-role' && !source && !value('credential_source'))
    return 'role_arn needs a source_profile or a credential_source.';
  if (kind === 'assume-role' && source && !known.names.has(source))
    return `its source_profile '${source}' does not exist.`;
  return null;
}

/** AWS tools skip lines that they do not understand, which turns a slip into a riddle; Fieldbook names the line. */
function assertWellFormed(file: string): void {
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  let inSection = false;
  for (const [index, line] of lines.entries()) {
    if (/^\s*([#;].*)?$/.test(line)) continue;
    if (/^\s*\[[^\]]+\]\s*([#;].*)?$/.test(line)) inSection = true;
    else if (!inSection || !/^\s*[^\s=]+\s*=/.test(line))
      throw new FieldbookError(
        'aws-config-malformed',
        `Line ${index + 1} of ${file} cannot be understood.`,
        "A line is a [section], a 'key = value' inside a section, a comment or empty. Mend the line and repeat.",
      );
  }
}
