import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { realGateway } from '../../../src/engine/aws/real.ts';
import { allowListOf } from '../../../src/engine/snapshot/plan.ts';
import { thrownBy } from '../../support/errors.ts';
import { ACCOUNT, type Asked, account, cloud, refuses, refusesEc2, says } from './cloud.ts';
import { engineOf, keepSsoToken, keys, machine, machineAt } from './machine.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A proxy that says no to everybody, and remembers whom they wanted. */
async function refusingProxy(): Promise<{ url: string; wanted: string[] }> {
  const wanted: string[] = [];
  const server = createServer().on('connect', (request, socket) => {
    wanted.push(request.url!);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, wanted };
}

const whoami = (on: ReturnType<typeof machine>) => engineOf(on).client.aws.whoami({ profile: 'acme' });

test('IAM Identity Center is asked where the sso-session is, wherever the profile works', async () => {
  const proxy = await refusingProxy();
  const on = machine(
    {
      config: `[profile acme]
region = us-west-2
sso_session = corp
sso_account_id = ${ACCOUNT}
sso_role_name = Audit
[sso-session corp]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-west-1
`,
    },
    { HTTPS_PROXY: proxy.url },
  );
  keepSsoToken(on, 'corp', { accessToken: 'good', expiresAt: '2100-01-01T00:00:00Z' });
  // The SDK looks for the token in the home of the process.
  vi.stubEnv('HOME', on.home);
  vi.stubEnv('AWS_CONFIG_FILE', on.env.AWS_CONFIG_FILE);
  const error = await thrownBy(() => whoami(on));
  expect(proxy.wanted).toEqual(['portal.sso.eu-west-1.amazonaws.com:443']);
  // A proxy in the way is no reason to sign in again.
  expect(error.code).toBe('proxy-or-certificate');
});

test('an endpoint_url of the profile default stays its own: nothing of a client goes there', async () => {
  const local = await cloud(account());
  const proxy = await refusingProxy();
  const on = machine(
    {
      config: `[default]\nendpoint_url = ${local.url}\n[profile acme]\nregion = eu-west-1\n`,
      credentials: keys('acme'),
    },
    { HTTPS_PROXY: proxy.url },
  );
  vi.stubEnv('AWS_CONFIG_FILE', on.env.AWS_CONFIG_FILE);
  await thrownBy(() => whoami(on));
  expect(local.asked).toEqual([]);
  expect(proxy.wanted).toEqual(['sts.eu-west-1.amazonaws.com:443']);
});

const assumedFor = (until: Date) =>
  says(
    200,
    `<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${until.toISOString()}</Expiration></Credentials></AssumeRoleResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></AssumeRoleResponse>`,
  );
const assumed = assumedFor(new Date('2100-01-01'));
const takingRoles = account(({ operation }) => (operation === 'AssumeRole' ? assumed : undefined));
const role = (endpoint: string) =>
  machine({
    config: `[profile acme]\nregion = us-east-1\nendpoint_url = ${endpoint}\nrole_arn = arn:aws:iam::${ACCOUNT}:role/Audit\nsource_profile = base\nmfa_serial = arn:aws:iam::${ACCOUNT}:mfa/ana\n`,
    credentials: keys('base'),
  });

test('a role is taken once for all services and regions, and its MFA code is asked for once', async () => {
  const aws = await cloud(takingRoles);
  let codes = 0;
  const gateway = realGateway({
    env: role(aws.url).env,
    allowed: allowListOf([]),
    askMfa: async () => String(100_000 + codes++),
  });
  const { signal } = new AbortController();
  const { account: entered } = await gateway.enter({ profile: 'acme' }, signal);
  const call = { account: entered, service: 'ec2', operation: 'DescribeRegions', input: {} } as const;
  await Promise.all(['us-east-1', 'eu-west-1'].map((region) => gateway.send({ ...call, region }, signal)));
  gateway.close();
  expect(codes).toBe(1);
  expect(aws.asked.filter(({ operation }) => operation === 'AssumeRole')).toHaveLength(1);
  expect(aws.asked.find(({ operation }) => operation === 'AssumeRole')!.body).toContain('TokenCode=100000');
});

test('a code that takes its time holds up no call, and whoever stops the scan does not wait for it', async () => {
  const hour = 3_600_000;
  const until = new Date(Date.now() + hour);
  const aws = await cloud(
    account(({ operation }) => (operation === 'AssumeRole' ? assumedFor(until) : undefined)),
  );
  let typed = (_code: string) => {};
  let codes = 0;
  const gateway = realGateway({
    env: role(aws.url).env,
    allowed: allowListOf([]),
    askMfa: () => (codes++ === 0 ? Promise.resolve('100000') : new Promise((resolve) => (typed = resolve))),
  });
  await gateway.enter({ profile: 'acme' }, new AbortController().signal);
  const stop = new AbortController();
  // Before its end the session is renewed, for which the code is asked again.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hour - 60_000 });
  onTestFinished(() => void vi.useRealTimers());
  const stopped = gateway.ready!(ACCOUNT, stop.signal);
  const going = gateway.ready!(ACCOUNT, new AbortController().signal);
  stop.abort(new Error('stopped'));
  await expect(stopped).rejects.toThrow('stopped');
  await expect.poll(() => codes).toBe(2);
  typed('200000');
  await going;
  gateway.close();
  expect(codes).toBe(2);
});

test.each([
  [
    'that is not signed in',
    '[profile base]\nsso_session = corp\nsso_account_id = 1\nsso_role_name = A\n',
    'aws sso login --profile base',
  ],
  ['whose program fails', '[profile base]\ncredential_process = false\n', 'Run its command by itself'],
  [
    'with MFA and a program that fails',
    `[profile base]\nrole_arn = arn:aws:iam::${ACCOUNT}:role/Door\nsource_profile = root\nmfa_serial = arn:aws:iam::${ACCOUNT}:mfa/ana\n[profile root]\ncredential_process = false\n`,
    'Run its command by itself',
  ],
])(
  'a role with MFA and a source %s: that is said, and nobody types a code for nothing',
  async (_, base, next) => {
    const on = machine({
      config: `[profile acme]
region = us-east-1
role_arn = arn:aws:iam::${ACCOUNT}:role/Audit
source_profile = base
${base.includes('mfa_serial') ? '' : `mfa_serial = arn:aws:iam::${ACCOUNT}:mfa/ana`}
[sso-session corp]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-west-1
${base}`,
    });
    let codes = 0;
    const askMfa = async () => {
      codes++;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return '123456';
    };
    const error = await thrownBy(() => engineOf(on, { askMfa }).client.aws.whoami({ profile: 'acme' }));
    expect({ code: error.code, codes }).toEqual({ code: 'sign-in-needed', codes: 0 });
    expect(error.next).toContain(next);
  },
);

test('keys in the environment sign in on a machine without AWS files', async () => {
  const aws = await cloud(account());
  const on = machine(
    {},
    { AWS_ACCESS_KEY_ID: 'ASIA', AWS_SECRET_ACCESS_KEY: 's', AWS_ENDPOINT_URL: aws.url },
  );
  const { client } = engineOf(on);
  expect(await client.aws.whoami({ profile: 'default' })).toMatchObject({ account: ACCOUNT });
});

test('keys that AWS does not know are told from keys that have run out', async () => {
  const unknown = await cloud(
    refuses(403, 'InvalidClientTokenId', 'The security token included in the request is invalid.'),
  );
  expect((await thrownBy(() => whoami(machineAt(unknown.url)))).code).toBe('credentials-invalid');
  const over = await cloud(
    refuses(403, 'ExpiredToken', 'The security token included in the request is expired'),
  );
  const error = await thrownBy(() => whoami(machineAt(over.url)));
  expect(error.code).toBe('sign-in-needed');
  expect(error.message).toContain("The keys of the profile 'acme' have run out");
});

const refusedRole = 'arn:aws:iam::444455556666:role/FieldbookAudit';

/** An organization of two accounts; the second does what it is told when its role is to be taken. */
const organization = (member: (asked: Asked) => ReturnType<typeof says> | undefined) =>
  account((asked) => {
    const json = (text: string) =>
      says(200, text, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': '1' });
    switch (asked.operation) {
      case 'DescribeOrganization':
        return json(`{"Organization":{"Id":"o-1","MasterAccountId":"${ACCOUNT}"}}`);
      case 'ListAccounts':
        return json(
          `{"Accounts":[{"Id":"${ACCOUNT}","Name":"home","Status":"ACTIVE"},{"Id":"444455556666","Name":"lab","Status":"ACTIVE"}]}`,
        );
      case 'AssumeRole':
        return member(asked);
      default:
        return undefined;
    }
  });

test('an account that refuses the role is named with the words of AWS, and the others are planned', async () => {
  const aws = await cloud(
    organization(() =>
      refuses(
        403,
        'AccessDenied',
        `User: arn:aws:iam::${ACCOUNT}:user/ana is not authorized to perform: sts:AssumeRole on resource: ${refusedRole}`,
      ),
    ),
  );
  const plan = await engineOf(machineAt(aws.url)).client.aws.plan({
    scope: {
      profiles: ['acme'],
      organization: { roleName: 'FieldbookAudit' },
      checks: ['ebs-gp2-to-gp3'],
    },
  });
  expect(plan.accounts).toMatchObject([
    { id: ACCOUNT, refused: null },
    { id: '444455556666', name: 'lab' },
  ]);
  expect(plan.accounts[1]!.refused).toContain('is not authorized to perform: sts:AssumeRole');
});

test('a role is asked for with the policy that scopes it down', async () => {
  const aws = await cloud(organization(() => refuses(403, 'AccessDenied', 'no')));
  await engineOf(machineAt(aws.url)).client.aws.plan({
    scope: {
      profiles: ['acme'],
      organization: { roleName: 'FieldbookAudit' },
      checks: ['ebs-gp2-to-gp3'],
    },
  });
  const { body } = aws.asked.find(({ operation }) => operation === 'AssumeRole')!;
  const policy = new URLSearchParams(body).get('Policy')!;
  expect(policy).toContain('ec2:DescribeVolumes');
  expect(policy).not.toContain('rds:');
  expect(policy).toContain('"Deny"');
});

test('an account that hides its regions: they are asked for, and taken when they are named', async () => {
  const aws = await cloud(
    account(({ operation }) =>
      operation === 'DescribeRegions'
        ? refusesEc2(403, 'UnauthorizedOperation', 'You are not authorized to perform this operation.')
        : undefined,
    ),
  );
  const { client } = engineOf(machineAt(aws.url));
  const scope = { profiles: ['acme'], checks: ['ebs-gp2-to-gp3'] };
  const error = await thrownBy(() => client.aws.plan({ scope }));
  expect(error.code).toBe('bad-input');
  expect(error.next).toMatch(/^Name the regions to scan/);
  const plan = await client.aws.plan({ scope: { ...scope, regions: ['eu-west-1'] } });
  expect(plan.accounts[0]!.regions).toEqual(['eu-west-1']);
});
