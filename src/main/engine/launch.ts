import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { utilityProcess } from 'electron';
import { portOverIpc } from '../../engine/transport/node-child.ts';
import type { Port } from '../../engine/transport/port.ts';

export interface EngineProcess {
  /** Closes, with a reason for the log, when the process has ended. */
  port: Port;
  kill(): void;
}

export interface LaunchOptions {
  /** The engine's bundle. */
  entry: string;
  env: NodeJS.ProcessEnv;
  /** One line of what the engine wrote. */
  log: (line: string) => void;
}

/** First Node-API level of the database's binding is that of Node 22; see docs/architecture.md. */
export const canLoadDatabase = (node: string): boolean => Number.parseInt(node, 10) >= 22;

/** The engine as Electron's own kind of process: what ships. */
export function launchUtility({ entry, env, log }: LaunchOptions): EngineProcess {
  const child = utilityProcess.fork(entry, [], { env, stdio: 'pipe', serviceName: 'Fieldbook engine' });
  logLines(child.stdout, log);
  logLines(child.stderr, log);
  return {
    port: {
      post: (message) => child.postMessage(message),
      onMessage: (listener) => {
        child.on('message', listener);
      },
      onClose: (listener) => {
        child.once('exit', (code) => listener(`the engine ended with ${code}`));
      },
      close: () => child.kill(),
    },
    kill: () => child.kill(),
  };
}

/** The engine in a Node of its own: where Electron's Node is too old for the database. */
export function launchNode({ entry, env, log, node }: LaunchOptions & { node: string }): EngineProcess {
  const child: ChildProcess = spawn(node, [entry], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    windowsHide: true,
  });
  logLines(child.stdout, log);
  logLines(child.stderr, log);
  return {
    port: {
      ...portOverIpc(child),
      onClose(listener) {
        let told = false;
        const once = (reason: string) => {
          if (!told) listener(reason);
          told = true;
        };
        child.once('exit', (code, signal) =>
          once(`the engine ${signal ? `was ended by ${signal}` : `ended with ${code}`}`),
        );
        child.on('error', (error) => once(`the engine could not be started: ${error.message}`));
      },
    },
    // It has no unsaved state that a gentler signal could save: SQLite's files are whole at every moment.
    kill: () => child.kill('SIGKILL'),
  };
}

function logLines(stream: NodeJS.ReadableStream | Readable | null, log: (line: string) => void): void {
  let rest = '';
  stream?.setEncoding('utf8');
  stream?.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    for (const line of lines) if (line) log(line);
  });
  stream?.on('end', () => {
    if (rest) log(rest);
  });
}
