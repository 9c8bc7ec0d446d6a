import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Sbom, sbomOf } from '../../../scripts/pack/sbom.ts';
import { closure, lockedPackages, nameAt, type Packages, placeOf } from '../../../scripts/pack/shipped.ts';

const options = { version: '1.2.3', electron: '45.4.1', timestamp: '2026-11-14T10:00:00.000Z' };

/** What CycloneDX 1.6 requires of the parts that we write, and the forms it gives them; nothing else is in them. */
const licence = z.union([
  z.tuple([z.strictObject({ expression: z.string().min(1) })]),
  z.array(z.strictObject({ license: z.strictObject({ id: z.string().min(1) }) })).min(1),
]);
const component = z.strictObject({
  type: z.enum(['application', 'framework', 'library']),
  'bom-ref': z.string().min(1),
  group: z.string().startsWith('@').optional(),
  name: z.string().min(1),
  version: z.string().regex(/^\d+\.\d+\.\d+/),
  purl: z.string().regex(/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d[\w.+-]*$/),
  scope: z.enum(['required', 'optional', 'excluded']).optional(),
  licenses: licence.optional(),
  hashes: z
    .array(z.strictObject({ alg: z.literal('SHA-512'), content: z.string().regex(/^[a-f0-9]{128}$/) }))
    .optional(),
});
const cycloneDx = z.strictObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.6'),
  serialNumber: z.string().regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
  version: z.int().min(1),
  metadata: z.strictObject({
    timestamp: z.iso.datetime(),
    tools: z.strictObject({
      components: z.array(
        z.strictObject({ type: z.literal('application'), name: z.string(), version: z.string() }),
      ),
    }),
    component,
  }),
  components: z.array(component),
  dependencies: z.array(z.strictObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

describe('the list of components of this program', () => {
  const packages = lockedPackages();
  const sbom = sbomOf(packages, options);
  const refs = new Set(sbom.components.map((one) => one['bom-ref']));

  test('has the form of CycloneDX 1.6', () => {
    expect(cycloneDx.parse(sbom)).toEqual(sbom);
  });

  test('names each component once, and every dependency is one of them', () => {
    expect(refs.size).toBe(sbom.components.length);
    const known = new Set([...refs, sbom.metadata.component['bom-ref']]);
    for (const { ref, dependsOn } of sbom.dependencies) {
      expect(known, ref).toContain(ref);
      for (const needed of dependsOn) expect(refs, `${ref} → ${needed}`).toContain(needed);
      expect(new Set(dependsOn).size).toBe(dependsOn.length);
    }
    expect(sbom.dependencies.map(({ ref }) => ref).sort()).toEqual([...known].sort());
  });

  test('has what ships, bundled or not, and nothing that only builds', () => {
    const names = new Set(sbom.components.map(({ group, name }) => (group ? `${group}/${name}` : name)));
    for (const name of ['electron', '@aws-sdk/client-ec2', 'react', 'react-dom', '@mantine/core', 'pdfmake'])
      expect(names).toContain(name);
    for (const name of ['vite', 'vitest', 'typescript', 'electron-builder', 'playwright', '@biomejs/biome'])
      expect(names).not.toContain(name);
  });

  test('gives each package from the registry its hash and its licence', () => {
    const libraries = sbom.components.filter(({ type }) => type === 'library');
    expect(libraries.filter(({ hashes }) => !hashes)).toEqual([]);
    expect(libraries.filter(({ licenses }) => !licenses)).toEqual([]);
  });

  test('is the same for the same lock file, and another for another', () => {
    expect(sbomOf(packages, options)).toEqual(sbom);
    expect(sbomOf(packages, { ...options, electron: '45.4.2' }).serialNumber).not.toBe(sbom.serialNumber);
  });
});

describe('a small lock file', () => {
  const locked = (version: string, dependencies: Record<string, string> = {}, more = {}) => ({
    version,
    license: '(MIT OR Apache-2.0)',
    integrity: `sha512-${Buffer.alloc(64, 1).toString('base64')}`,
    dependencies,
    ...more,
  });
  const packages: Packages = {
    '': { version: '1.0.0', dependencies: { a: '1', react: '19', 'react-dom': '19' } },
    'node_modules/a': locked('1.0.0', { b: '1', '@s/c': '1' }, { optionalDependencies: { none: '1' } }),
    'node_modules/a/node_modules/b': locked('1.1.0', { '@s/c': '1' }),
    'node_modules/b': locked('2.0.0'),
    'node_modules/@s/c': locked('3.0.0', { b: '2', a: '1' }),
    'node_modules/react': locked('19.0.0'),
    'node_modules/react-dom': locked('19.0.0'),
    'node_modules/unused': locked('1.0.0'),
  };

  test('is walked as Node resolves: the nearest first, circles once, what is optional perhaps', () => {
    expect(placeOf(packages, 'node_modules/a', 'b')).toBe('node_modules/a/node_modules/b');
    expect(placeOf(packages, 'node_modules/@s/c', 'b')).toBe('node_modules/b');
    expect(placeOf(packages, 'node_modules/a/node_modules/b', '@s/c')).toBe('node_modules/@s/c');
    expect(placeOf(packages, 'node_modules/a', 'none')).toBeUndefined();
    expect([...closure(packages, ['a'])].sort()).toEqual([
      'node_modules/@s/c',
      'node_modules/a',
      'node_modules/a/node_modules/b',
      'node_modules/b',
    ]);
    expect(nameAt('node_modules/a/node_modules/@s/c')).toBe('@s/c');
  });

  test('that lacks a package is refused', () => {
    const { 'node_modules/@s/c': _, ...lacking } = packages;
    expect(() => closure(lacking, ['a'])).toThrow(
      /@s\/c, which node_modules\/a.* needs, is not in the lock file/,
    );
  });

  test('two versions of one package are two components', () => {
    const { components, dependencies }: Sbom = sbomOf(packages, options);
    expect(
      components
        .filter(({ name }) => name === 'b')
        .map(({ version }) => version)
        .sort(),
    ).toEqual(['1.1.0', '2.0.0']);
    expect(dependencies.find(({ ref }) => ref === 'pkg:npm/a@1.0.0')?.dependsOn).toEqual([
      'pkg:npm/%40s/c@3.0.0',
      'pkg:npm/b@1.1.0',
    ]);
    expect(components.find(({ name }) => name === 'a')?.licenses).toEqual([
      { expression: 'MIT OR Apache-2.0' },
    ]);
  });
});
