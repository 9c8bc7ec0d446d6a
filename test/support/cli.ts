import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const main = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');

export interface Ran {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  child: ChildProcess;
  /** Resolves when standard error has said this. */
  said(words: RegExp): Promise<void>;
  ended: Promise<Ran>;
}

/** A machine of its own: a home, a working folder, no AWS files, no terminal. */
export interface Machine {
  folder: string;
  env: NodeJS.ProcessEnv;
  start(...args: string[]): Running;
  run(...args: string[]): Promise<Ran>;
  /** Runs with other variables. */
  with(env: NodeJS.ProcessEnv): Machine;
  clean(): void;
}

export const PASSPHRASE = 'correct horse battery';

export function machine(): Machine {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-cli-'));
  return machineIn(folder, {
    PATH: process.env.PATH,
    HOME: folder,
    FIELDBOOK_HOME: join(folder, 'home'),
    FIELDBOOK_PASSPHRASE: PASSPHRASE,
    AWS_CONFIG_FILE: join(folder, 'no-config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'no-credentials'),
    // The same program is started many times: half of its start is to compile it.
    NODE_COMPILE_CACHE: join(tmpdir(), 'fieldbook-test-compiled'),
  });
}

function machineIn(folder: string, env: NodeJS.ProcessEnv): Machine {
  const start = (...args: string[]): Running => {
    const child = spawn(process.execPath, [main, ...args], {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    const listeners = new Set<() => void>();
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      for (const listener of listeners) listener();
    });
    const ended = new Promise<Ran>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
    });
    const said = (words: RegExp) =>
      new Promise<void>((resolve, reject) => {
        const look = () => {
          if (words.test(stderr)) resolve();
        };
        listeners.add(look);
        look();
        ended.then(() => reject(new Error(`It ended before it said ${words}: ${stderr}`)), reject);
      });
    return { child, said, ended };
  };
  return {
    folder,
    env,
    start,
    run: (...args) => start(...args).ended,
    with: (more) => machineIn(folder, { ...env, ...more }),
    clean: () => rmSync(folder, { recursive: true, force: true }),
  };
}
