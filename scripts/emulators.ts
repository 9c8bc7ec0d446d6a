/** Installs the AWS emulators from PyPI into a virtual environment in .cache; quick when they are there. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const folder = join(root, '.cache', 'emulators');
const wanted = readFileSync(join(root, 'test', 'emulators', 'requirements.txt'), 'utf8');
const stamp = join(folder, 'installed.txt');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  mkdirSync(folder, { recursive: true });
  run(
    'python3',
    ['-m', 'venv', folder],
    'Install python3 and python3-venv (Debian: apt-get install python3-venv).',
  );
  const pip = join(folder, 'bin', 'pip');
  run(
    pip,
    [
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '-r',
      join(root, 'test', 'emulators', 'requirements.txt'),
    ],
    'PyPI must be reachable for the emulator tests.',
  );
  writeFileSync(stamp, wanted);
}

function run(command: string, args: string[], next: string): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (status === 0) return;
  console.error(`${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}. ${next}`);
  process.exit(1);
}
