import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fieldbook, keepSsoToken, keys, type Machine, machine } from './machine.ts';

/** What a person reads who signs in with the profile `acme`; errors go where they belong. */
async function whoIs(machine: Machine): Promise<string> {
  const { code, out, err } = await fieldbook(machine, ['profiles', '--who', 'acme']);
  expect(code).toBe(4);
  expect(out).toBe('');
  return err;
}

const sso = `[profile acme]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = Audit
[sso-session corp]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-west-1
`;

test('a machine that never saw AWS: what is missing, and how to get it', async () => {
  const empty = machine();
  expect(await whoIs(empty)).toBe(
    `There are no AWS files: neither ${join(empty.home, '.aws/config')} nor ${join(empty.home, '.aws/credentials')} exists.
Run 'aws configure sso' (or 'aws configure'), or say where your profiles are: in Settings, AWS, or by AWS_CONFIG_FILE.
`,
  );
});

test('a machine without AWS files still lists what it can scan', async () => {
  const { code, out } = await fieldbook(machine(), ['profiles']);
  expect(code).toBe(0);
  expect(out).toContain('sample:before');
});

test('a slip in the file: which line, and what a line looks like', async () => {
  const slipped = machine({ config: '[profile acme]\nregion us-east-1\n' });
  expect(await whoIs(slipped)).toBe(
    `Line 2 of ${join(slipped.home, '.aws/config')} cannot be understood.
A line is a [section], a 'key = value' inside a section, a comment or empty. Mend the line and repeat.
`,
  );
});

test('a profile that is not there: which are', async () => {
  const other = machine({ credentials: keys('other') });
  expect(await whoIs(other)).toBe("There is no AWS profile 'acme'.\nUse one of: other.\n");
});

test('a profile that lacks something: what, and where to mend it', async () => {
  const incomplete = machine({ config: '[profile acme]\nregion = us-east-1\n' });
  expect(await whoIs(incomplete)).toMatch(
    /^The AWS profile 'acme' cannot be used: it names no way to get credentials\.\nMend it in .*config or .*credentials, or with 'aws configure --profile acme'\.\n$/,
  );
});

test('a session of IAM Identity Center that has ended: how to begin a new one, of this very profile', async () => {
  const ended = machine({ config: sso });
  keepSsoToken(ended, 'corp', { accessToken: 'over', expiresAt: '2020-01-01T00:00:00Z' });
  expect(await whoIs(ended)).toBe(
    "The session of the profile 'acme' is not valid any more, or was never begun.\nSign in with 'aws sso login --profile acme', then repeat.\n",
  );
});

test('a role on top of such a session: the profile to sign in with is the one below', async () => {
  const above = machine({
    config: `${sso.replace('profile acme', 'profile corp-login')}\n[profile acme]\nrole_arn = arn:aws:iam::111122223333:role/Audit\nsource_profile = corp-login\n`,
  });
  expect(await whoIs(above)).toContain("'aws sso login --profile corp-login'");
});

test('a code of an MFA device, and nobody there to type it', async () => {
  const guarded = machine({
    config:
      '[profile acme]\nrole_arn = arn:aws:iam::111122223333:role/Audit\nsource_profile = base\nmfa_serial = arn:aws:iam::111122223333:mfa/ana\n',
    credentials: keys('base'),
  });
  expect(await whoIs(guarded)).toBe(
    "The profile 'acme' asks for a code of the MFA device arn:aws:iam::111122223333:mfa/ana.\nRun the command in a terminal where you can type the code.\n",
  );
});

test('a credential_process that fails: its own words', async () => {
  const failing = machine({
    config: '[profile acme]\ncredential_process = echo "vault is sealed" >&2; false\n',
  });
  const err = await whoIs(failing);
  expect(err).toContain("The credential_process of the profile 'acme' gave no credentials");
  expect(err).toContain('vault is sealed');
  expect(err).not.toContain('sso');
});
