import { spawnSync } from 'node:child_process';

/** What Electron links to, what gives it a screen where there is none, and what lets a test read a PDF. */
const window = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libnotify4',
  'libsecret-1-0',
];
const screen = ['xvfb', 'xauth'];
const reports = ['poppler-utils'];

/**
 * Sees to it that the system has what the tests need. On Debian and its kin root gets it installed; anybody else, and
 * any other Linux, is told what to install. macOS and Windows bring a window along.
 */
export function ensureSystemPackages(say: (line: string) => void): void {
  if (process.platform !== 'linux') return;
  const needed = [...window, ...(process.env.DISPLAY ? [] : screen), ...reports];
  if (succeeds('dpkg-query', ['--version'])) ensurePackages(needed, say);
  else requireCommands(say);
}

function ensurePackages(needed: string[], say: (line: string) => void): void {
  const missing = needed.filter((name) => !isInstalled(name) && !isInstalled(`${name}t64`));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0)
    throw new Error(
      `The tests need some packages of the system:\n  sudo apt-get install -y ${missing.join(' ')}`,
    );
  say(`System: installing ${missing.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  apt(['update', '-qq'], env);
  apt(['install', '-qq', '-y', '--no-install-recommends', ...missing.map(nameHere)], env);
}

const isInstalled = (name: string): boolean =>
  spawnSync('dpkg-query', ['-W', `-f=\${Status}`, name], { encoding: 'utf8' }).stdout ===
  'install ok installed';

/** Debian 13 and Ubuntu 24.04 gave some libraries a new name when times became 64 bit wide. */
const nameHere = (name: string): string =>
  spawnSync('apt-cache', ['show', name], { encoding: 'utf8' }).stdout === '' ? `${name}t64` : name;

function apt(args: string[], env: NodeJS.ProcessEnv): void {
  const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`apt-get ${args.join(' ')} ended with ${status}.`);
}

function requireCommands(say: (line: string) => void): void {
  const commands = [...(process.env.DISPLAY ? [] : ['Xvfb']), 'pdftotext', 'pdftoppm'];
  const missing = commands.filter((command) => !succeeds('which', [command]));
  if (missing.length > 0)
    throw new Error(`The tests need these commands: ${missing.join(', ')} (Xvfb and poppler's tools).`);
  say(`System: not Debian; the libraries that Electron needs are taken to be there (${window.join(', ')}).`);
}

const succeeds = (command: string, args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;
