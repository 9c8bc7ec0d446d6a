/**
 * What can be checked of the dependencies without asking another host: every package of the lock file is pinned by a
 * hash and comes from the npm registry, none runs an install script that is not known, and what ships is licensed so
 * that it may.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readByHand } from './pack/shipped.ts';
import { root } from './root.ts';

interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
  link?: boolean;
  hasInstallScript?: boolean;
}

/** Each was looked at: what the script does, and whether it is allowed to run (package.json, allowScripts). */
const knownScripts = new Set([
  'node',
  'better-sqlite3',
  '@swc/core',
  'fsevents',
  'electron-winstaller',
  'core-js',
]);

/** Licences under which a program may ship what it needs, in SPDX ids. */
const mayShip =
  /^\(?(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|Python-2\.0|Zlib|OFL-1\.1)( (AND|OR) [\w.()\- ]+)*\)?$/;

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};
const problems: string[] = [];
for (const [path, locked] of Object.entries(lock.packages)) {
  if (path === '' || locked.link) continue;
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  if (!locked.integrity) problems.push(`${name} is not pinned by a hash`);
  if (locked.resolved && !new URL(locked.resolved).pathname.endsWith('.tgz'))
    problems.push(`${name} comes from ${locked.resolved}`);
  if (locked.hasInstallScript && !knownScripts.has(name))
    problems.push(`${name} runs an install script that nobody has looked at`);
  if (!locked.dev && !mayShip.test(locked.license ?? readByHand[name] ?? ''))
    problems.push(`${name} ships under '${locked.license ?? 'no licence'}'`);
}
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
} else
  console.log(
    `${Object.keys(lock.packages).length - 1} packages: pinned, no unknown install scripts, licences in order.`,
  );
