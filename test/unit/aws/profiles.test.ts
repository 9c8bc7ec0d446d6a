import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Profile } from '../../../src/engine/aws/profile.ts';
import { environmentKeys, readProfiles, requireProfile } from '../../../src/engine/aws/profiles.ts';
import { english } from '../../../src/engine/cannot.ts';
import { thrownBy } from '../../support/errors.ts';
import { temporaryFolder } from '../../support/folder.ts';

/** The environment of a machine with these AWS files; null: the file is not there. */
function machine(config: string | null, credentials: string | null = null, env: NodeJS.ProcessEnv = {}) {
  const folder = temporaryFolder();
  const files = {
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
  };
  if (config !== null) writeFileSync(files.AWS_CONFIG_FILE, config);
  if (credentials !== null) writeFileSync(files.AWS_SHARED_CREDENTIALS_FILE, credentials);
  return { ...files, ...env };
}

const keys = 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = not-a-secret';
const sso = `[sso-session corp]
sso_region = eu-west-1
sso_start_url = https://corp.awsapps.com/start`;
const role = 'role_arn = arn:aws:iam::111122223333:role/Audit';

async function profile(config: string, credentials: string | null = null): Promise<Profile> {
  const found = (await readProfiles(machine(config, credentials))).find((one) => one.name === 'acme');
  if (!found) throw new Error('No profile acme was read');
  return found;
}

test.each([
  ['sso', `[profile acme]\nsso_session = corp\nsso_account_id = 1\nsso_role_name = Audit\n${sso}`],
  [
    'sso',
    '[profile acme]\nsso_start_url = https://x\nsso_region = us-east-1\nsso_account_id = 1\nsso_role_name = A',
  ],
  ['assume-role', `[profile acme]\n${role}\nsource_profile = base\n[profile base]\n${keys}`],
  ['assume-role', `[profile acme]\n${role}\ncredential_source = Ec2InstanceMetadata`],
  ['keys', `[profile acme]\n${keys}`],
  ['process', '[profile acme]\ncredential_process = /usr/bin/vault export acme'],
  ['login', '[profile acme]\nlogin_session = arn:aws:iam::111122223333:user/ana'],
])('a profile of the kind %s can be tried', async (kind, config) => {
  expect(await profile(config)).toMatchObject({ kind, problem: null });
});

test('a web identity can be tried when its token is there', async () => {
  const token = join(temporaryFolder(), 'token');
  const config = `[profile acme]\n${role}\nweb_identity_token_file = ${token}`;
  const { kind, problem } = await profile(config);
  expect(kind).toBe('web-identity');
  expect(english(problem!)).toBe(`its web_identity_token_file ${token} does not exist.`);
  writeFileSync(token, 'x');
  expect((await profile(config)).problem).toBe(null);
});

test.each([
  ['[profile acme]\nregion = us-east-1', 'it names no way to get credentials.'],
  ['[profile acme]\naws_access_key_id = AKIA', 'the access key id or the secret key is missing.'],
  [
    '[profile acme]\nsso_session = corp\nsso_account_id = 1\nsso_role_name = A',
    "its sso-session 'corp' is not defined.",
  ],
  [
    '[profile acme]\nsso_session = corp\nsso_account_id = 1\nsso_role_name = A\n[sso-session corp]\nsso_start_url = https://x',
    "its sso-session 'corp' has no sso_region.",
  ],
  [
    '[profile acme]\nsso_start_url = https://x\nsso_account_id = 1\nsso_role_name = A',
    'sso_region is missing.',
  ],
  [`[profile acme]\nsso_session = corp\n${sso}`, 'sso_account_id or sso_role_name is missing.'],
  [`[profile acme]\n${role}`, 'role_arn needs a source_profile or a credential_source.'],
  [
    `[profile acme]\n${role}\nsource_profile = base\ncredential_source = Environment\n[profile base]\n${keys}`,
    'role_arn goes with a source_profile or a credential_source, not with both.',
  ],
  [`[profile acme]\n${role}\nsource_profile = base`, "its source_profile 'base' does not exist."],
  [
    `[profile acme]\n${role}\nsource_profile = base\n[profile base]\nregion = us-east-1`,
    "its source_profile 'base' cannot be used: it names no way to get credentials.",
  ],
  [
    `[profile acme]\n${role}\nsource_profile = base\n[profile base]\n${role}\nsource_profile = acme`,
    "its source_profile 'base' cannot be used: its source_profile 'acme' leads back to itself.",
  ],
  [`[profile acme]\n${role}\nsource_profile = acme`, "its source_profile 'acme' leads back to itself."],
  [`[profile acme]\n${keys}\nregion = Virginia`, "its region 'Virginia' is none; write it as us-east-1."],
  [
    `[profile acme]\n${keys}\nendpoint_url = localhost:4566`,
    "its endpoint_url 'localhost:4566' is no address; write it as http://host:port.",
  ],
])('what is wrong with a profile is said: %#', async (config, problem) => {
  expect(english((await profile(config)).problem!)).toBe(problem);
});

test('a profile that is its own source uses its own keys', async () => {
  expect(await profile(`[profile acme]\n${role}\nsource_profile = acme\n${keys}`)).toMatchObject({
    kind: 'assume-role',
    problem: null,
    source: { profile: 'acme', kind: 'keys' },
  });
});

test('where the credentials come from is followed to the end, through any number of roles', async () => {
  const config = `[profile acme]\n${role}\nsource_profile = middle
[profile middle]\n${role}\nsource_profile = base
[profile base]\nsso_session = corp\nsso_account_id = 1\nsso_role_name = A\n${sso}`;
  expect((await profile(config)).source).toEqual({ profile: 'base', kind: 'sso', mfa: false });
});

test('keys of the credentials file join what the config file says of the profile', async () => {
  expect(
    await profile('[profile acme]\nregion = eu-west-1\nca_bundle = /etc/ca.pem', `[acme]\n${keys}`),
  ).toMatchObject({
    kind: 'keys',
    region: 'eu-west-1',
    caBundle: '/etc/ca.pem',
    problem: null,
  });
});

test('no key or token is part of a profile', async () => {
  const described = JSON.stringify(
    await profile(`[profile acme]\n${keys}\naws_session_token = not-a-token\nregion = eu-west-1`),
  );
  for (const secret of ['AKIA', 'not-a-secret', 'not-a-token']) expect(described).not.toContain(secret);
});

test('sections that are no profiles are not taken for any', async () => {
  const env = machine(
    `[default]\n${keys}\n${sso}\n[services local]\ns3 =\n  endpoint_url = http://127.0.0.1:1\n`,
  );
  expect((await readProfiles(env)).map((one) => one.name)).toEqual(['default']);
});

test('comments, empty lines, nested values and the line ends of Windows are no slips', async () => {
  const config = `# mine\r\n; too\r\n\r\n[profile acme] # the client\r\nregion = eu-west-1\r\ns3 =\r\n  max_concurrent_requests = 20\r\n${keys.replace('\n', '\r\n')}\r\n`;
  expect(await profile(config)).toMatchObject({ region: 'eu-west-1', problem: null });
});

test.each([
  ['[profile acme]\nregion us-east-1\n', 2],
  ['region = us-east-1\n', 1],
  ['[profile acme\nregion = us-east-1\n', 1],
  ['[profile acme]\nregion = us-east-1\n\n= value\n', 4],
  ['<html>Welcome</html>', 1],
])('a line that no AWS tool understands is named: %#', async (config, line) => {
  const env = machine(config);
  const error = await thrownBy(() => readProfiles(env));
  expect(error.code).toBe('aws-config-malformed');
  expect(error.message).toBe(`Line ${line} of ${env.AWS_CONFIG_FILE} cannot be understood.`);
  expect(error.next).toContain('key = value');
});

test('a slip in the credentials file is named as well', async () => {
  const env = machine('[default]\n', '[acme]\naws access key\n');
  expect((await thrownBy(() => readProfiles(env))).message).toBe(
    `Line 2 of ${env.AWS_SHARED_CREDENTIALS_FILE} cannot be understood.`,
  );
});

test('a folder in the place of a file is told from a slip', async () => {
  const env = machine(null);
  mkdirSync(env.AWS_CONFIG_FILE);
  const error = await thrownBy(() => readProfiles(env));
  expect(error.code).toBe('aws-config-malformed');
  expect(error.message).toBe(`${env.AWS_CONFIG_FILE} cannot be read (it is a folder).`);
});

test('without files there is a way to get them', async () => {
  const error = await thrownBy(() => readProfiles(machine(null)));
  expect(error.code).toBe('aws-config-missing');
  expect(error.next).toContain('aws configure sso');
});

test('one file of the two is enough', async () => {
  expect((await readProfiles(machine(null, `[acme]\n${keys}`))).map((one) => one.name)).toEqual(['acme']);
});

test('a profile that is not there is answered with those that are', async () => {
  const error = await thrownBy(() =>
    requireProfile('acem', machine(`[profile acme]\n${keys}\n[default]\n${keys}`)),
  );
  expect(error).toMatchObject({ code: 'profile-unknown', next: 'Use one of: acme, default.' });
});

test('a profile without the word profile, which no AWS tool sees, is found out', async () => {
  const env = machine(`[acme]\n${keys}`);
  const error = await thrownBy(() => requireProfile('acme', env));
  expect(error.code).toBe('profile-unknown');
  expect(error.next).toBe(`Write its section in ${env.AWS_CONFIG_FILE} as [profile acme].`);
});

test('a profile that cannot work is refused before anything is sent', async () => {
  const error = await thrownBy(() => requireProfile('acme', machine('[profile acme]\nregion = us-east-1')));
  expect(error.code).toBe('profile-incomplete');
  expect(error.next).toContain('aws configure --profile acme');
});

const inEnvironment = { AWS_ACCESS_KEY_ID: 'ASIA', AWS_SECRET_ACCESS_KEY: 's', AWS_SESSION_TOKEN: 't' };

test('keys in the environment are the profile default, with or without files', async () => {
  const env = machine(null, null, { ...inEnvironment, AWS_DEFAULT_REGION: 'eu-west-3' });
  expect(await requireProfile('default', env)).toMatchObject({ kind: 'keys', region: 'eu-west-3' });
  expect(environmentKeys(env)).toEqual({ accessKeyId: 'ASIA', secretAccessKey: 's', sessionToken: 't' });
  const both = machine(`[profile acme]\n${keys}\n[default]\nregion = us-west-2`, null, inEnvironment);
  expect((await readProfiles(both)).map((one) => [one.name, one.problem])).toEqual([
    ['acme', null],
    ['default', null],
  ]);
  expect((await requireProfile('default', both)).region).toBe('us-west-2');
});

test('half a key in the environment is none', () => {
  expect(environmentKeys({ AWS_ACCESS_KEY_ID: 'ASIA' })).toBe(undefined);
});

test('AWS_ENDPOINT_URL goes before the endpoint_url of a profile', async () => {
  const env = machine(`[profile acme]\n${keys}\nendpoint_url = http://127.0.0.1:1`, null, {
    AWS_ENDPOINT_URL: 'http://127.0.0.1:2',
  });
  expect((await requireProfile('acme', env)).endpointUrl).toBe('http://127.0.0.1:2');
});
