import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { configurationOf } from '../../../build/electron-builder.ts';
import { bytesOf, within } from '../../../scripts/pack/budget.ts';
import { licencesOf } from '../../../scripts/pack/licences.ts';
import { refuseStandIn } from '../../../scripts/pack/release.ts';
import { closure, inTheProgram, lockedPackages, nameAt } from '../../../scripts/pack/shipped.ts';
import { root } from '../../../scripts/root.ts';

const folder = mkdtempSync(join(tmpdir(), 'fieldbook-pack-'));
afterAll(() => rmSync(folder, { recursive: true }));
const release = configurationOf({ unshipped: ['@mantine/core'], legal: 'dist/legal' });
const trial = configurationOf({
  unshipped: [],
  legal: 'dist/legal',
  electron: { folder: '/electron', version: '25.1.1', standIn: true },
});

describe('a release', () => {
  test('cannot be run as Node, be inspected, or be given another program', () => {
    expect(release.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  test('unpacks addons alone, and carries no Node of its own', () => {
    expect(release.asarUnpack).toEqual(['**/*.node']);
    expect(JSON.stringify(release.extraResources)).not.toContain('bin/node');
    expect(release.electronDist).toBeUndefined();
  });

  test('asks no server for updates, and is installed for one person', () => {
    expect(release.publish).toBeNull();
    expect(release.nsis).toMatchObject({ perMachine: false, allowElevation: false });
  });

  test('is hardened on macOS, with one entitlement', () => {
    expect(release.mac).toMatchObject({ hardenedRuntime: true });
    const entitlements = readFileSync(join(root, 'build/entitlements.mac.plist'), 'utf8');
    expect(entitlements.match(/<key>.*<\/key>/g)).toEqual(['<key>com.apple.security.cs.allow-jit</key>']);
  });

  test('names only files that are there', () => {
    const icons = [release.mac, release.win].map((one) => (one as { icon: string }).icon);
    for (const file of [...icons, 'build/icons/512x512.png', 'build/icons/icon.ico'])
      expect(existsSync(join(root, file)), file).toBe(true);
  });

  test('opens .fieldbook files', () => {
    expect(release.fileAssociations).toMatchObject([
      { ext: 'fieldbook', mimeType: 'application/x-fieldbook' },
    ]);
  });
});

test('a trial on the stand-in unpacks what its plain Node must read', () => {
  expect(trial.asarUnpack).toContain('out/engine/**');
  expect(trial.extraResources).toContainEqual({ from: 'node_modules/node/bin/node', to: 'node' });
  expect(trial.electronDist).toBe('/electron');
});

test('a release is never made of the stand-in', () => {
  expect(() => refuseStandIn({ standIn: true }, true)).toThrow('npx install-electron');
  refuseStandIn({ standIn: true }, false);
  refuseStandIn({ standIn: false }, true);
});

test('the terms of every package that ships are in one file', () => {
  const packages = lockedPackages();
  const text = licencesOf(packages, root);
  for (const place of closure(packages, inTheProgram(packages)))
    expect(text).toContain(`${nameAt(place)} ${packages[place]!.version}`);
  expect(text).toContain('Permission is hereby granted, free of charge');
  expect(text).toContain('SIL OPEN FONT LICENSE');
});

test('what has grown beyond its budget is not let out', () => {
  writeFileSync(join(folder, 'a'), Buffer.alloc(1500));
  writeFileSync(join(folder, 'b'), Buffer.alloc(500));
  expect(bytesOf(folder)).toBe(2000);
  expect(within('It', 2000, 2000)).toBe('It: 0.00 MB of at most 0.00 MB');
  expect(() => within('It', 3_000_000, 2_000_000)).toThrow('It: 3.00 MB is more than its budget of 2.00 MB.');
});
