import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collectLicences } from '../../scripts/licences.ts';
import { sbomOf } from '../../scripts/pack/sbom.ts';
import { lockedPackages } from '../../scripts/pack/shipped.ts';
import { root } from '../../scripts/root.ts';

const { packages, texts } = collectLicences();

test('every dependency that ships is in the list, in the version that is locked', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const locked = lockedPackages();
  const listed = new Set(packages.map(({ name, version }) => `${name} ${version}`));
  for (const name of Object.keys(manifest.dependencies))
    expect(listed).toContain(`${name} ${locked[`node_modules/${name}`]!.version}`);
});

test('the window lists what the list of components of a package has, as far as this machine has it', () => {
  const sbom = sbomOf(lockedPackages(), {
    version: '1.0.0',
    electron: lockedPackages()['node_modules/electron']!.version,
    timestamp: '2026-01-01',
  });
  const components = sbom.components.map(
    ({ group, name, version }) => `${group ? `${group}/` : ''}${name} ${version}`,
  );
  const listed = packages.map(({ name, version }) => `${name} ${version}`);
  expect(listed.filter((one) => !components.includes(one))).toEqual([]);
  const elsewhere = sbom.components.filter(({ scope }) => scope === 'optional').length;
  expect(listed.length).toBeGreaterThanOrEqual(components.length - elsewhere);
});

test('so is what is in the window’s bundle, and the program around it', () => {
  expect(packages.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['react', 'react-dom', 'scheduler', 'electron']),
  );
});

test('each names its licence, and nearly all bring its text', () => {
  for (const { name, licence, text } of packages) {
    expect(licence, name).not.toBe('');
    if (text !== null) expect(texts[text]!.length, name).toBeGreaterThan(100);
  }
  expect(packages.filter(({ text }) => text === null).length / packages.length).toBeLessThan(0.1);
});
