/**
 * Packs the program. `npm run pack` makes the unpacked directory for this system in dist/; `npm run pack -- --release`
 * makes the installers, which needs the real Electron.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build as pack } from 'electron-builder';
import { configurationOf } from '../build/electron-builder.ts';
import { bytesOfFirstScreen } from '../test/bench/first-screen.ts';
import { buildIfStale } from './build.ts';
import { findElectron } from './electron/find.ts';
import { budgets, bytesOf, within } from './pack/budget.ts';
import { licencesOf } from './pack/licences.ts';
import { refuseStandIn } from './pack/release.ts';
import { sbomOf } from './pack/sbom.ts';
import { closure, loadedByEngine, lockedPackages, nameAt } from './pack/shipped.ts';
import { root, say } from './root.ts';

const release = process.argv.includes('--release');
const STAND_IN = '25.1.1';

const found = findElectron(say);
refuseStandIn(found, release);
await buildIfStale();
say(within('JavaScript of the first screen', bytesOfFirstScreen(), budgets.firstScreen));

const packages = lockedPackages();
const { version, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
  devDependencies: { electron: string };
};
const electron = found.standIn ? STAND_IN : devDependencies.electron;
const legal = writeLegal();

const shipped = new Set([...closure(packages, await loadedByEngine(packages))].map(nameAt));
const installed = new Set(
  Object.keys(packages)
    .filter((place) => place && !packages[place]!.dev)
    .map(nameAt),
);
await pack({
  projectDir: root,
  config: configurationOf({
    unshipped: [...installed].filter((name) => !shipped.has(name)).sort(),
    legal,
    // Installers for another system need an Electron of that system, which electron-builder fetches.
    ...(!release && {
      electron: { folder: dirname(found.executable), version: electron, standIn: found.standIn },
    }),
  }),
  ...(!release && { dir: true }),
});
if (process.platform === 'linux') {
  const resources = join(root, 'dist', 'linux-unpacked', 'resources');
  const node = found.standIn ? bytesOf(join(resources, 'node')) : 0;
  say(within('Fieldbook without Electron', bytesOf(resources) - node, budgets.program));
}

/** Licences and the list of components, which every package brings along. */
function writeLegal(): string {
  const folder = join(root, 'dist', 'legal');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const sbom = sbomOf(packages, { version, electron, timestamp: timestamp() });
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(sbom, null, 2)}\n`);
  writeFileSync(join(folder, 'licences.txt'), licencesOf(packages, root));
  return folder;
}

/** SOURCE_DATE_EPOCH, in seconds, makes a build that can be made again. */
function timestamp(): string {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  return new Date(epoch ? Number(epoch) * 1000 : Date.now()).toISOString();
}
