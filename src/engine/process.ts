import envPaths from 'env-paths';
import { asFieldbookError } from '../shared/contract/errors.ts';
import { createEngine } from './engine.ts';
import { serve } from './serve.ts';
import { portOverIpc } from './transport/node-child.ts';
import { type ElectronPort, portOverElectron } from './transport/parent-port.ts';
import type { Port } from './transport/port.ts';

/** Entry of the engine as a process of its own: a utilityProcess of Electron or a Node child, started by main. */
const log = (line: string) => process.stderr.write(`${line}\n`);

// A half-done engine must not go on: main sees the exit, tells the window and starts a new one.
const die = (error: unknown) => {
  log(`fatal: ${error instanceof Error ? error.stack : String(error)}`);
  process.exit(70);
};
process.on('unhandledRejection', die);
process.on('uncaughtException', die);
// Ctrl-C in a terminal reaches the whole group; main decides when the engine stops.
process.on('SIGINT', () => {});

const engine = createEngine({
  env: process.env,
  home: process.env.FIELDBOOK_HOME ?? envPaths('fieldbook', { suffix: '' }).data,
  // Long enough to fetch a phone; a scan that waits longer pauses.
  promptPatience: 10 * 60_000,
  onSlowQuery: ({ sql, ms }) =>
    log(`slow query, ${Math.round(ms)} ms: ${sql.replace(/\s+/g, ' ').slice(0, 200)}`),
});

try {
  await serve(engine, parentPort(), { onProblem: (what) => log(`from main: ${what}`) });
  process.exit(0);
} catch (error) {
  log(`closing failed: ${asFieldbookError(error).message}`);
  process.exit(1);
}

function parentPort(): Port {
  const electron = (process as NodeJS.Process & { parentPort?: ElectronPort }).parentPort;
  if (electron) return portOverElectron(electron);
  if (process.send) return portOverIpc(process);
  log(
    "This is the engine of Fieldbook's window and does nothing alone. In a terminal use 'npm run fieldbook'.",
  );
  process.exit(64);
}
