import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect as expectPage } from 'playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/root.ts';
import { makeEngagement } from '../desktop/support/engagement.ts';
import { type Desk, type Fieldbook, passphrase, setUpDesk } from '../desktop/support/fieldbook.ts';

const program = join(root, process.env.FIELDBOOK_PACKED ?? 'dist/linux-unpacked');
const resources = join(program, 'resources');
let desk: Desk;
let fieldbook: Fieldbook;
let path: string;
let aws: Server;
beforeAll(async () => {
  desk = await setUpDesk();
  aws = createServer((_request, response) => response.setHeader('Content-Type', 'text/xml').end(identity));
  await new Promise<void>((resolve) => aws.listen(0, '127.0.0.1', resolve));
  mkdirSync(join(desk.folder, '.aws'));
  writeFileSync(
    join(desk.folder, '.aws', 'config'),
    [
      '[profile acme]',
      'region = eu-west-1',
      'aws_access_key_id = AKIAIOSFODNN7EXAMPLE',
      'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      `endpoint_url = http://127.0.0.1:${(aws.address() as AddressInfo).port}`,
    ].join('\n'),
  );
  ({ path } = await makeEngagement(desk.folder, { scanned: true }));
  fieldbook = await desk.launch({ engagement: path, passphrase });
});
afterAll(async () => {
  await desk?.clear();
  aws?.close();
});

/** What STS says, by a server of this test. */
const caller = 'arn:aws:iam::111122223333:user/ana';
const identity = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
  <Arn>${caller}</Arn><UserId>AIDAIOSFODNN7EXAMPLE</UserId><Account>111122223333</Account>
</GetCallerIdentityResult></GetCallerIdentityResponse>`;

test('the packed program opens an engagement and shows its overview', async () => {
  const { page } = fieldbook;
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  expect(await page.title()).toBe('Acme Health – Fieldbook');
  await expectPage(page.getByRole('contentinfo')).toContainText('engine ready');
  await expectPage(page.getByRole('region', { name: 'Key figures' })).toContainText('reads');
});

test('it makes a report, with its worker and its fonts', async () => {
  const report = join(desk.folder, 'diagnosis.pdf');
  const answer = await fieldbook.page.evaluate(
    (path) => window.fieldbook.call({ id: 'report', method: 'reports.write', args: { path } }),
    report,
  );
  expect(answer).toMatchObject({ ok: true, value: { path: report } });
  expect(readFileSync(report).subarray(0, 5).toString()).toBe('%PDF-');
  expect(execFileSync('pdftotext', ['-l', '3', report, '-'], { encoding: 'utf8' })).toContain('Acme Health');
});

test('it reaches AWS through the SDK that ships', async () => {
  const answer = await fieldbook.page.evaluate(() =>
    window.fieldbook.call({ id: 'who', method: 'aws.whoami', args: { profile: 'acme' } }),
  );
  expect(answer).toMatchObject({ ok: true, value: { account: '111122223333', arn: caller } });
});

test('it has no inspector, runs no other program as Node, and loads itself out of its archive alone', async () => {
  const wire = await getCurrentFuseWire(join(program, 'fieldbook'));
  const state = (fuse: FuseV1Options) => wire[fuse];
  expect(state(FuseV1Options.RunAsNode)).toBe(FuseState.DISABLE);
  expect(state(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(FuseState.DISABLE);
  expect(state(FuseV1Options.EnableNodeCliInspectArguments)).toBe(FuseState.DISABLE);
  expect(state(FuseV1Options.EnableCookieEncryption)).toBe(FuseState.ENABLE);
  expect(state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(FuseState.ENABLE);
  expect(state(FuseV1Options.OnlyLoadAppFromAsar)).toBe(FuseState.ENABLE);
  expect(existsSync(join(resources, 'app'))).toBe(false);
});

test('nothing ships that only builders or readers of code need, and every licence does', () => {
  const files = filesIn(join(resources, 'app.asar'));
  expect(files.length).toBeGreaterThan(500);
  expect(files.filter((file) => /\.(map|ts|md|h|cc|cpp)$|\bdist-(es|types)\b/.test(file))).toEqual([]);
  expect(files.filter((file) => file.endsWith('.node'))).toHaveLength(1);
  expect(
    files.filter((file) => /node_modules\/(@mantine|@tabler|@tanstack|electron|vite)\//.test(file)),
  ).toEqual([]);
  const licences = readFileSync(join(resources, 'docs', 'licences.txt'), 'utf8');
  for (const name of ['@aws-sdk/client-ec2', '@mantine/core', 'better-sqlite3', 'react', 'pdfmake'])
    expect(licences).toContain(`${name} `);
});

interface Entry {
  files?: Record<string, Entry>;
}
/** Paths of all files of an asar, those that lie unpacked beside it as well: its head is a JSON after four lengths. */
function filesIn(archive: string): string[] {
  const bytes = readFileSync(archive);
  const head = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString()) as Entry;
  const walk = ({ files }: Entry, path: string): string[] =>
    files ? Object.entries(files).flatMap(([name, entry]) => walk(entry, `${path}/${name}`)) : [path];
  return walk(head, '');
}
