import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEngine } from '../../src/engine/engine.ts';
import { thrownBy } from '../support/errors.ts';
import { type Workbench, workbench } from '../support/workbench.ts';

let bench: Workbench;
beforeEach(async () => {
  bench = await workbench();
});
afterEach(() => bench.close());

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10"/></svg>';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const file = () => join(bench.folder, 'home', 'workspace.db');

function spoil(sql: string): void {
  const db = new DatabaseSync(file());
  db.exec(sql);
  db.close();
}

test('settings begin with what is usual, and nothing asks the network by itself', async () => {
  const { preferences, branding, logo, notices } = await bench.client.workspace.get({});
  expect(preferences).toEqual({
    awsConfigFile: null,
    awsCredentialsFile: null,
    proxy: null,
    caBundle: null,
    checkForUpdates: false,
    person: null,
    reportFolder: null,
  });
  expect(branding).toEqual({ name: null, accent: null, titleFont: 'inter', footer: '' });
  expect(logo).toBeNull();
  expect(notices).toEqual([]);
});

test('what is set stays set, in another engine too, and changes nothing else', async () => {
  await bench.client.workspace.setBranding({ branding: { accent: '#7a1f5c', name: 'Northwind' } });
  await bench.client.workspace.setBranding({ branding: { footer: 'www.northwind.example' } });
  await bench.client.workspace.setLogo({ base64: base64(svg) });
  const other = createEngine({ env: {}, home: join(bench.folder, 'home') });
  const kept = await other.handlers.workspace.get({}, { signal: new AbortController().signal });
  expect(kept.branding).toEqual({
    name: 'Northwind',
    accent: '#7a1f5c',
    titleFont: 'inter',
    footer: 'www.northwind.example',
  });
  expect(kept.logo).toEqual({
    mediaType: 'image/svg+xml',
    bytes: svg.length,
    dataUrl: `data:image/svg+xml;base64,${base64(svg)}`,
  });
  await other.close();
  expect((await bench.client.workspace.setLogo({ base64: null })).logo).toBeNull();
});

test('a setting that is spoilt falls back alone, is named, and can be set again', async () => {
  await bench.client.workspace.setBranding({ branding: { accent: '#7a1f5c', footer: 'kept' } });
  await bench.client.workspace.setPreferences({ preferences: { proxy: 'http://proxy:8080' } });
  spoil(`UPDATE preference SET value = '{not json' WHERE name = 'preferences.proxy';
    UPDATE preference SET value = '"mauve"' WHERE name = 'branding.accent';
    INSERT INTO preference VALUES ('branding.fromANewerFieldbook', '1')`);
  const { preferences, branding, notices } = await bench.client.workspace.get({});
  expect(preferences.proxy).toBeNull();
  expect(branding).toMatchObject({ accent: null, footer: 'kept' });
  expect(notices).toEqual([
    { code: 'setting-unreadable', name: 'preferences.proxy' },
    { code: 'setting-unreadable', name: 'branding.accent' },
  ]);
  await bench.client.workspace.setPreferences({ preferences: { proxy: null } });
  const after = await bench.client.workspace.setBranding({ branding: { accent: '#0f766e' } });
  expect(after.notices).toEqual([]);
});

test.each([
  ['a proxy that is no address', { proxy: 'the proxy of acme' }, /no address/],
  ['certificates that are not there', { caBundle: '/nowhere/ca.pem' }, /cannot be read/],
])('%s is refused before it is kept', async (_name, preferences, message) => {
  const error = await thrownBy(() => bench.client.workspace.setPreferences({ preferences }));
  expect(error.code).toBe('proxy-or-certificate');
  expect(error.message).toMatch(message);
  expect((await bench.client.workspace.get({})).preferences).toMatchObject({ proxy: null, caBundle: null });
});

test('the AWS files of the settings are those whose profiles are listed', async () => {
  const folder = join(bench.folder, 'aws');
  mkdirSync(folder);
  const config = join(folder, 'config');
  writeFileSync(
    config,
    '[profile acme]\nrole_arn = arn:aws:iam::111122223333:role/x\ncredential_source = Environment\n',
  );
  await bench.client.workspace.setPreferences({
    preferences: { awsConfigFile: config, awsCredentialsFile: join(folder, 'none') },
  });
  const { profiles } = await bench.client.aws.profiles({});
  expect(profiles.map(({ name }) => name)).toContain('acme');
  const found = await bench.client.workspace.network({});
  expect(found.config).toEqual({ value: config, from: 'settings', holds: 1, exists: true, problem: null });
  expect(found.credentials).toMatchObject({
    exists: false,
    problem: { message: expect.stringContaining('none') },
  });
  expect(found.proxy).toEqual({ value: null, from: 'usual', holds: null, exists: false, problem: null });
});

test('the client’s logo is in the client’s file and in no other', async () => {
  await bench.client.engagement.setLogo({ base64: base64(svg) });
  expect((await bench.client.workspace.get({})).logo).toBeNull();
  expect((await bench.client.engagement.logo({})).logo?.bytes).toBe(svg.length);
  const refused = await thrownBy(() =>
    bench.client.engagement.setLogo({ base64: base64(svg.replace('<rect', '<script/><rect')) }),
  );
  expect(refused.code).toBe('logo-refused');
  expect((await bench.client.engagement.logo({})).logo?.bytes).toBe(svg.length);
});

test('an engagement is renamed, and only what was given changes', async () => {
  const before = (await bench.client.engagement.current({}))!;
  const after = await bench.client.engagement.update({ client: 'Acme Holding', scope: 'Phase 2' });
  expect(after).toEqual({ ...before, client: 'Acme Holding', scope: 'Phase 2' });
  expect((await bench.client.engagement.recent({})).files[0]).toMatchObject({ client: 'Acme Holding' });
});

test('what may be asked of AWS is a list of reads', async () => {
  const { services } = await bench.client.app.operations({});
  const operations = services.flatMap((one) => one.operations);
  expect(operations.length).toBeGreaterThan(80);
  for (const operation of operations) expect(operation).toMatch(/^(Describe|Get|List|Head|Generate|Batch)/);
  expect(existsSync(file())).toBe(true);
});
