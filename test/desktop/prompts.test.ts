import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from './support/axe.ts';
import { makeEngagement } from './support/engagement.ts';
import { expectPage } from './support/expect.ts';
import { type Desk, type Fieldbook, passphrase, photograph, setUpDesk } from './support/fieldbook.ts';

const ACCOUNT = '111122223333';
const DEVICE = `arn:aws:iam::${ACCOUNT}:mfa/ana`;

let desk: Desk;
let fieldbook: Fieldbook;
let sts: Server;
/** Bodies of the requests that came to STS. */
const asked: string[] = [];

beforeAll(async () => {
  desk = await setUpDesk();
  sts = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      asked.push(body);
      response.writeHead(200, { 'content-type': 'text/xml' }).end(answerTo(body));
    });
  });
  await new Promise<void>((resolve) => sts.listen(0, '127.0.0.1', resolve));
  const { port } = sts.address() as AddressInfo;
  mkdirSync(join(desk.folder, '.aws'));
  writeFileSync(
    join(desk.folder, '.aws', 'config'),
    `[profile client]
region = us-east-1
role_arn = arn:aws:iam::${ACCOUNT}:role/Audit
source_profile = base
mfa_serial = ${DEVICE}
endpoint_url = http://127.0.0.1:${port}
[profile base]
aws_access_key_id = AKIAEXAMPLE
aws_secret_access_key = secret
[profile corp]
region = eu-west-1
sso_session = corp
sso_account_id = ${ACCOUNT}
sso_role_name = Audit
[sso-session corp]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-west-1
[profile half]
role_arn = arn:aws:iam::${ACCOUNT}:role/Audit
`,
  );
  const { path } = await makeEngagement(desk.folder, { scanned: false });
  fieldbook = await desk.launch({ engagement: path, passphrase, screen: { width: 1280, height: 800 } });
  const { page } = fieldbook;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: /^Scans/ })
    .click();
  await page.getByRole('region', { name: /AWS profiles/ }).waitFor();
});
afterAll(async () => {
  await desk?.clear();
  sts?.closeAllConnections();
  sts?.close();
});

const answerTo = (body: string): string =>
  body.includes('Action=AssumeRole')
    ? `<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2100-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></AssumeRoleResponse>`
    : `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:sts::${ACCOUNT}:assumed-role/Audit/ana</Arn><UserId>AIDA</UserId><Account>${ACCOUNT}</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></GetCallerIdentityResponse>`;

const row = (profile: string) =>
  fieldbook.page
    .getByRole('region', { name: /AWS profiles/ })
    .getByRole('row', { name: new RegExp(`^${profile}`) });
const dialog = () => fieldbook.page.getByRole('dialog', { name: 'A code of your MFA device' });

test('a profile that lacks something says what, and offers no sign-in', async () => {
  await expectPage(row('half')).toContainText('role_arn needs a source_profile');
  await expectPage(row('half').getByRole('button')).toHaveCount(0);
});

test('a profile that asks for MFA asks in the window; declined, it says so', async () => {
  const { page } = fieldbook;
  await row('client')
    .getByRole('button', { name: /Check sign-in/ })
    .click();
  await expectPage(dialog()).toContainText(DEVICE);
  await expectPage(dialog().getByRole('textbox', { name: 'Code' })).toBeFocused();
  expect(await barriers(page)).toEqual([]);
  await photograph(page, 'prompt-mfa');
  await dialog().getByRole('button', { name: 'Not now' }).first().click();
  await expectPage(dialog()).toHaveCount(0);
  await expectPage(row('client')).toContainText(`No code of the MFA device ${DEVICE} was given`);
  expect(asked).toEqual([]);
});

test('a question goes with the engine that asked it', async () => {
  const { page } = fieldbook;
  await row('client')
    .getByRole('button', { name: /Check sign-in/ })
    .click();
  await expectPage(dialog()).toBeVisible();
  const pid = await page.evaluate(async () => {
    const start = await window.fieldbook.call({ id: 'start', method: 'desktop.start', args: {} });
    return (start as unknown as { value: { engine: { pid: number } } }).value.engine.pid;
  });
  process.kill(pid, 'SIGKILL');
  await expectPage(dialog()).toHaveCount(0);
  await expectPage(page.getByRole('contentinfo')).toContainText('engine ready');
});

test('a code of six digits is used, and nothing else is', async () => {
  const { page } = fieldbook;
  await row('client')
    .getByRole('button', { name: /Check sign-in/ })
    .click();
  const code = dialog().getByRole('textbox', { name: 'Code' });
  await code.fill('12345');
  await page.keyboard.press('Enter');
  await expectPage(dialog()).toContainText('The code has six digits.');
  await code.fill('123456');
  await page.keyboard.press('Enter');
  await expectPage(row('client')).toContainText(`arn:aws:sts::${ACCOUNT}:assumed-role/Audit/ana`);
  expect(asked.find((body) => body.includes('Action=AssumeRole'))).toContain('TokenCode=123456');
});

test('a session that was never begun comes with the command that begins it', async () => {
  const { page } = fieldbook;
  await row('corp')
    .getByRole('button', { name: /Check sign-in/ })
    .click();
  await expectPage(row('corp')).toContainText('aws sso login --profile corp');
  await expectPage(row('corp').getByRole('button', { name: 'Copy' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await photograph(page, 'scans-profiles');
});
