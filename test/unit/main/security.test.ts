import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isOurs, PAGE } from '../../../src/main/security/origin.ts';
import { answer, contentSecurityPolicy } from '../../../src/main/security/pages.ts';

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
  expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test('the policy allows nothing inline, nothing evaluated and no connection', () => {
  expect(contentSecurityPolicy).toContain("default-src 'none'");
  expect(contentSecurityPolicy).toContain("connect-src 'none'");
  expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/);
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
