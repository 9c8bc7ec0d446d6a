import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isOurs, PAGE } from '../../../src/main/security/origin.ts';
import { answer, contentSecurityPolicy } from '../../../src/main/security/pages.ts';
import { mayHave } from '../../../src/main/security/session.ts';
import { isTooLarge } from '../../../src/main/security/size.ts';
import { isOpenable } from '../../../src/shared/model/links.ts';

let top: string;
let pages: string;
beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'fieldbook-pages-'));
  pages = join(top, 'pages');
  mkdirSync(join(pages, 'assets'), { recursive: true });
  writeFileSync(join(pages, 'index.html'), '<p>page</p>');
  writeFileSync(join(pages, 'assets', 'main.js'), '1');
  writeFileSync(join(pages, 'notes.txt'), 'private');
  writeFileSync(join(top, 'secret.html'), 'secret');
});
afterAll(() => rmSync(top, { recursive: true }));

test.each([PAGE, 'app://workbench/assets/main.js', 'app://workbench/index.html?x#y'])(
  '%s is ours',
  (address) => {
    expect(isOurs(address)).toBe(true);
  },
);

test.each([
  'app://workbench.evil.example/index.html',
  'app://evil/index.html',
  'app://user@workbench:80/index.html',
  'https://workbench/index.html',
  'file:///etc/passwd',
  'about:blank',
  'data:text/html,x',
  'null',
  '',
])('%j is not ours', (address) => {
  expect(isOurs(address)).toBe(false);
});

test('a page comes with its kind and the policy', async () => {
  const response = await answer(pages, 'GET', PAGE);
  expect(await response.text()).toBe('<p>page</p>');
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*'nonce-[\w+/=]{24}'/);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test('the policy allows nothing inline, nothing evaluated and no connection', () => {
  expect(contentSecurityPolicy('n')).toContain("default-src 'none'");
  expect(contentSecurityPolicy('n')).toContain("connect-src 'none'");
  expect(contentSecurityPolicy('n')).not.toMatch(/unsafe|https?:|\*/);
});

test.each([
  'app://workbench/../secret.html',
  'app://workbench/%2e%2e/secret.html',
  'app://workbench/..%2fsecret.html',
  'app://workbench/assets/..%2f..%2fsecret.html',
  'app://workbench/%00index.html',
  'app://workbench/%zz',
  'app://workbench/',
  'app://workbench/assets',
  'app://workbench/none.html',
  'app://workbench/notes.txt',
  'app://other/index.html',
])('%s is not found', async (address) => {
  const response = await answer(pages, 'GET', address);
  expect(response.status).toBe(404);
  expect(await response.text()).toBe('');
});

test('pages are read and nothing else', async () => {
  expect((await answer(pages, 'POST', PAGE)).status).toBe(405);
});

test.each([
  'https://docs.aws.amazon.com/AmazonS3/latest/userguide/',
  'https://us-east-1.console.aws.amazon.com/ec2/home',
])('a browser may be sent to %s', (address) => {
  expect(isOpenable(address)).toBe(true);
});

test.each([
  'http://docs.aws.amazon.com/',
  'https://docs.aws.amazon.com.evil.example/',
  'https://evil.example/docs.aws.amazon.com',
  'https://evildocs.aws.amazon.com.example',
  'https://notconsole.aws.amazon.com.example/',
  'https://device.sso.eu-west-1.amazonaws.com/',
  'https://user@docs.aws.amazon.com/',
  'https://docs.aws.amazon.com:8443/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'smb://docs.aws.amazon.com/x',
  'ms-msdt:/id',
  '',
])('a browser is not sent to %j', (address) => {
  expect(isOpenable(address)).toBe(false);
});

test('a call may be large, and not too large', () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  expect(isTooLarge({ method: 'a', args: { logo: 'x'.repeat(900) } }, 1000)).toBe(false);
  expect(isTooLarge({ args: 'x'.repeat(1001) }, 1000)).toBe(true);
  expect(isTooLarge({ args: { ['x'.repeat(1001)]: 1 } }, 1000)).toBe(true);
  expect(isTooLarge({ args: new Uint8Array(1001) }, 1000)).toBe(true);
  expect(isTooLarge({ args: Array.from({ length: 1000 }, () => 1) }, 1000)).toBe(true);
  expect(isTooLarge(cycle)).toBe(true);
});

test('our page may put text on the clipboard, and has no other permission', () => {
  expect(mayHave('clipboard-sanitized-write', PAGE)).toBe(true);
  expect(mayHave('clipboard-sanitized-write', 'https://evil.example/')).toBe(false);
  for (const permission of ['clipboard-read', 'media', 'geolocation', 'notifications', 'openExternal'])
    expect(mayHave(permission, PAGE)).toBe(false);
});
