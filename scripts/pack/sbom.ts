import { createHash } from 'node:crypto';
import {
  closure,
  inTheProgram,
  type Locked,
  licenceAt,
  nameAt,
  needs,
  type Packages,
  placeOf,
} from './shipped.ts';

interface Component {
  type: 'application' | 'library' | 'framework';
  'bom-ref': string;
  group?: string;
  name: string;
  version: string;
  purl: string;
  scope?: 'required' | 'optional';
  licenses?: { license: { id: string } | { name: string } }[] | [{ expression: string }];
  hashes?: { alg: 'SHA-512'; content: string }[];
}
export interface Sbom {
  bomFormat: 'CycloneDX';
  specVersion: '1.6';
  serialNumber: string;
  version: number;
  metadata: {
    timestamp: string;
    tools: { components: { type: 'application'; name: string; version: string }[] };
    component: Component;
  };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

export interface SbomOptions {
  version: string;
  /** Of Electron, which is not in the lock file as what it is. */
  electron: string;
  /** ISO 8601. */
  timestamp: string;
}

/** What the program is made of, in CycloneDX 1.6; the same lock file gives the same list under the same serial number. */
export function sbomOf(packages: Packages, { version, electron, timestamp }: SbomOptions): Sbom {
  const roots = inTheProgram(packages);
  const places = [...closure(packages, roots)].sort();
  const application: Component = {
    type: 'application',
    ...named('fieldbook', version),
    licenses: [{ license: { id: 'Apache-2.0' } }],
  };
  const framework: Component = {
    type: 'framework',
    ...named('electron', electron),
    licenses: [{ license: { id: 'MIT' } }],
  };
  const refAt = (place: string) => purlOf(nameAt(place), packages[place]!.version);
  const components = new Map([[framework['bom-ref'], framework]]);
  const edges = new Map([
    [
      application['bom-ref'],
      new Set([framework['bom-ref'], ...roots.map((name) => refAt(placeOf(packages, '', name)!))]),
    ],
    [framework['bom-ref'], new Set<string>()],
  ]);
  for (const place of places) {
    const component = componentOf(nameAt(place), packages[place]!, licenceAt(packages, place));
    components.set(component['bom-ref'], component);
    const needed = edges.get(component['bom-ref']) ?? new Set<string>();
    for (const [name] of needs(packages[place]!)) {
      const found = placeOf(packages, place, name);
      if (found) needed.add(refAt(found));
    }
    edges.set(component['bom-ref'], needed);
  }
  const list = [...components.values()];
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify([version, list]))}`,
    version: 1,
    metadata: {
      timestamp,
      tools: { components: [{ type: 'application', name: 'fieldbook-pack', version }] },
      component: application,
    },
    components: list,
    dependencies: [...edges].map(([ref, dependsOn]) => ({ ref, dependsOn: [...dependsOn].sort() })),
  };
}

function componentOf(name: string, locked: Locked, licence: string | undefined): Component {
  const [algorithm, digest] = (locked.integrity ?? '').split('-');
  return {
    type: 'library',
    ...named(name, locked.version),
    scope: locked.optional ? 'optional' : 'required',
    ...(licence && { licenses: licencesOf(licence) }),
    ...(algorithm === 'sha512' && {
      hashes: [{ alg: 'SHA-512' as const, content: Buffer.from(digest!, 'base64').toString('hex') }],
    }),
  };
}

const licencesOf = (licence: string): NonNullable<Component['licenses']> =>
  / (AND|OR|WITH) /.test(licence)
    ? [{ expression: licence.replace(/^\((.*)\)$/, '$1') }]
    : [{ license: { id: licence } }];

function named(full: string, version: string) {
  const [group, name] = full.startsWith('@') ? (full.split('/') as [string, string]) : [undefined, full];
  const purl = purlOf(full, version);
  return { 'bom-ref': purl, ...(group && { group }), name, version, purl };
}

const purlOf = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** A UUID of version 8, which is for such uses, from the hash of what it names. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
