import { existsSync } from 'node:fs';
import { loadSharedConfigFiles } from '@smithy/shared-ini-file-loader';
import { cannot } from '../cannot.ts';
import { assertWellFormed, awsFiles, hasBareSection } from './files.ts';
import { describeProfile, type Profile, type Section, type Sections } from './profile.ts';

const DEFAULT = 'default';

/**
 * All profiles, sorted by name. Keys in the environment stand for the profile `default`, as for every AWS tool.
 * Throws when there is neither, or when a file cannot be understood.
 */
export async function readProfiles(env: NodeJS.ProcessEnv): Promise<Profile[]> {
  const files = awsFiles(env);
  const present = [files.config, files.credentials].filter((file) => existsSync(file));
  if (present.length === 0 && !environmentKeys(env))
    throw cannot('aws-config-missing', 'aws.noFiles', { ...files });
  for (const file of present) assertWellFormed(file);
  const sections = await readSections(env);
  return [...sections.profiles.keys()]
    .sort((a, b) => a.localeCompare(b, 'en'))
    .map((name) => describeProfile(name, sections))
    .map((profile) => ({ ...profile, endpointUrl: env.AWS_ENDPOINT_URL ?? profile.endpointUrl }));
}

/** The profile of that name, ready to be used; throws when it does not exist or cannot work. */
export async function requireProfile(name: string, env: NodeJS.ProcessEnv): Promise<Profile> {
  const profiles = await readProfiles(env);
  const profile = profiles.find((one) => one.name === name);
  const files = awsFiles(env);
  if (!profile) {
    const known = profiles.map((one) => one.name).join(', ');
    if (hasBareSection(files.config, name))
      throw cannot('profile-unknown', 'aws.profileBare', { profile: name, file: files.config });
    throw known
      ? cannot('profile-unknown', 'aws.profileNotAmong', { profile: name, known })
      : cannot('profile-unknown', 'aws.profileUnknown', { profile: name });
  }
  if (profile.problem)
    throw cannot('profile-incomplete', 'aws.profileUnusable', {
      profile: name,
      problem: profile.problem,
      ...files,
    });
  return profile;
}

export interface Keys {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** The keys in the environment, which go before those of the profile `default`. */
export function environmentKeys(env: NodeJS.ProcessEnv): Keys | undefined {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = env;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) return undefined;
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
  };
}

/** True where a profile's credentials are the keys of the environment. */
export const usesEnvironment = (name: string, env: NodeJS.ProcessEnv): boolean =>
  name === DEFAULT && environmentKeys(env) !== undefined;

async function readSections(env: NodeJS.ProcessEnv): Promise<Sections> {
  const files = awsFiles(env);
  const { configFile, credentialsFile } = await loadSharedConfigFiles({
    configFilepath: files.config,
    filepath: files.credentials,
    ignoreCache: true,
  });
  const profiles = new Map<string, Section>();
  const ssoSessions = new Map<string, Section>();
  // What belongs to no profile is kept by the loader under names with a dot: `sso-session.NAME`, `services.NAME`.
  for (const [name, section] of [...Object.entries(configFile), ...Object.entries(credentialsFile)]) {
    const [, kind, rest] = /^(sso-session|services)\.(.*)$/.exec(name) ?? [];
    if (kind === 'sso-session') ssoSessions.set(rest!, section);
    else if (!kind) profiles.set(name, { ...profiles.get(name), ...section });
  }
  if (environmentKeys(env)) {
    const { region, endpoint_url, ca_bundle } = profiles.get(DEFAULT) ?? {};
    profiles.set(DEFAULT, {
      region: env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? region,
      endpoint_url,
      ca_bundle,
      aws_access_key_id: env.AWS_ACCESS_KEY_ID,
      aws_secret_access_key: env.AWS_SECRET_ACCESS_KEY,
    });
  }
  return { profiles, ssoSessions };
}
