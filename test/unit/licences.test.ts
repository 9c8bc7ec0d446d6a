import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collectLicences } from '../../scripts/licences.ts';
import { root } from '../../scripts/root.ts';

const { packages, texts } = collectLicences();

test('every dependency that ships is in the list, in the version that is locked', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string; dev?: boolean; optional?: boolean; name?: string }>;
  };
  const listed = new Set(packages.map(({ name, version }) => `${name} ${version}`));
  for (const name of Object.keys(manifest.dependencies))
    expect(listed).toContain(`${name} ${lock.packages[`node_modules/${name}`]!.version}`);
  for (const [path, { version, dev, optional }] of Object.entries(lock.packages)) {
    if (path === '' || dev || optional) continue;
    expect(listed).toContain(`${path.slice(path.lastIndexOf('node_modules/') + 13)} ${version}`);
  }
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
