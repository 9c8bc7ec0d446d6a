import { existsSync } from 'node:fs';
import type { Reason } from '../../shared/reason.ts';
import { profileReason } from '../cannot.ts';

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
  /**
   * Where the credentials come from: the profile itself, or the one that its `source_profile` leads to. `mfa`: a role on
   * the way asks for a code.
   */
  source: { profile: string; kind: ProfileKind; mfa: boolean };
  /** What is missing or contradictory; null when the profile can be tried. */
  problem: Reason | null;
}

export type Section = Record<string, string | undefined>;

/** What the AWS files hold, by the names of profiles and of sso-sessions. */
export interface Sections {
  profiles: ReadonlyMap<string, Section>;
  ssoSessions: ReadonlyMap<string, Section>;
}

export function describeProfile(name: string, sections: Sections): Profile {
  const value = reader(sections.profiles.get(name));
  return {
    name,
    kind: kindOf(value),
    region: value('region'),
    roleArn: value('role_arn'),
    mfaSerial: value('mfa_serial'),
    ssoSession: value('sso_session'),
    endpointUrl: value('endpoint_url'),
    caBundle: value('ca_bundle'),
    source: sourceOf(name, sections),
    problem: problemOf(name, sections),
  };
}

/** What a person runs in a terminal to sign in with a profile; null where there is no such command. */
export function signInCommand({ source: { profile, kind } }: Pick<Profile, 'source'>): string | null {
  const name = /^[\w.@-]+$/.test(profile) ? profile : `'${profile.replaceAll("'", "'\\''")}'`;
  if (kind === 'sso') return `aws sso login --profile ${name}`;
  return kind === 'login' ? `aws login --profile ${name}` : null;
}

type Value = (key: string) => string | null;

const reader =
  (section: Section | undefined): Value =>
  (key) =>
    section?.[key]?.trim() || null;

function kindOf(value: Value): ProfileKind {
  if (value('role_arn')) return value('web_identity_token_file') ? 'web-identity' : 'assume-role';
  if (value('sso_session') || value('sso_start_url')) return 'sso';
  if (value('login_session')) return 'login';
  if (value('credential_process')) return 'process';
  if (value('aws_access_key_id') || value('aws_secret_access_key')) return 'keys';
  return 'incomplete';
}

const hasKeys = (value: Value): boolean =>
  value('aws_access_key_id') !== null && value('aws_secret_access_key') !== null;

/** Goes the way of the SDK: keys end it, even where a role stands beside them. */
function sourceOf(name: string, { profiles }: Sections): Profile['source'] {
  const seen = new Set<string>();
  let mfa = false;
  for (let profile = name; ; ) {
    seen.add(profile);
    const value = reader(profiles.get(profile));
    const kind = kindOf(value);
    mfa ||= kind === 'assume-role' && value('mfa_serial') !== null;
    const source = kind === 'assume-role' ? value('source_profile') : null;
    if (source === null || !profiles.has(source)) return { profile, kind, mfa };
    if (hasKeys(reader(profiles.get(source)))) return { profile: source, kind: 'keys', mfa };
    if (seen.has(source)) return { profile, kind, mfa };
    profile = source;
  }
}

function problemOf(name: string, sections: Sections, cameBy: readonly string[] = []): Reason | null {
  const value = reader(sections.profiles.get(name));
  const region = value('region');
  if (region && !/^[a-z0-9-]+$/.test(region)) return profileReason('profile.region', { region });
  const endpoint = value('endpoint_url');
  if (endpoint && !(/^https?:\/\//.test(endpoint) && URL.canParse(endpoint)))
    return profileReason('profile.endpoint', { endpoint });
  switch (kindOf(value)) {
    case 'incomplete':
      return profileReason('profile.incomplete');
    case 'keys':
      return hasKeys(value) ? null : profileReason('profile.keys');
    case 'sso':
      return ssoProblem(value, sections);
    case 'assume-role':
      return sourceProblem(value, sections, [...cameBy, name]);
    case 'web-identity': {
      const file = value('web_identity_token_file')!;
      return existsSync(file) ? null : profileReason('profile.tokenFile', { file });
    }
    default:
      return null;
  }
}

function ssoProblem(value: Value, { ssoSessions }: Sections): Reason | null {
  const name = value('sso_session');
  if (name && !ssoSessions.has(name)) return profileReason('profile.ssoSession', { name });
  const session = name ? reader(ssoSessions.get(name)) : value;
  for (const key of ['sso_start_url', 'sso_region'])
    if (!session(key))
      return name
        ? profileReason('profile.ssoSessionLacks', { name, key })
        : profileReason('profile.lacks', { key });
  return value('sso_account_id') && value('sso_role_name') ? null : profileReason('profile.ssoRole');
}

function sourceProblem(value: Value, sections: Sections, cameBy: readonly string[]): Reason | null {
  const source = value('source_profile');
  const other = value('credential_source');
  if (source && other) return profileReason('profile.twoSources');
  if (!source) return other ? null : profileReason('profile.noSource');
  if (!sections.profiles.has(source)) return profileReason('profile.sourceUnknown', { source });
  if (hasKeys(reader(sections.profiles.get(source)))) return null;
  if (cameBy.includes(source)) return profileReason('profile.circle', { source });
  const problem = problemOf(source, sections, cameBy);
  return problem && profileReason('profile.source', { source, problem });
}
