import { readFileSync } from 'node:fs';
import { styleText } from 'node:util';
import input from '@inquirer/input';
import password from '@inquirer/password';
import type { Command } from 'commander';
import envPaths from 'env-paths';
import { dispatch } from '../engine/dispatch.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import { type Client, clientOf } from '../shared/contract/define.ts';
import { FieldbookError } from '../shared/contract/errors.ts';
import { type Contract, contract } from '../shared/contract/index.ts';
import { nextStep } from './next-steps.ts';
import { type Progress, progressLine } from './progress.ts';

type Style = Parameters<typeof styleText>[0];

/** Everything a command may do with the world: the engine, and a person's terminal. */
export interface Terminal {
  client: Client<Contract>;
  engine: Engine;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  env: NodeJS.ProcessEnv;
  /** Width in columns; infinite where the output is no terminal. */
  width: number;
  print(text?: string): void;
  /** A line about what is going on; kept apart from the data. */
  say(text: string): void;
  /** For programs: the data as JSON, and nothing else. */
  json(data: unknown): void;
  style(style: Style, text: string): string;
  /** A line that moves while work goes on, or plain lines where there is no terminal. */
  progress(): Progress;
  error(error: FieldbookError): void;
  setExitCode(code: number): void;
  /**
   * Opens the engagement that the options name; asks for the passphrase when nothing gives it. To look takes no lock,
   * so that it goes beside a window or a scan that writes.
   */
  openEngagement(command: Command, to: 'look' | 'write'): Promise<void>;
  passphrase(command: Command, question: string): Promise<string>;
  close(): Promise<void>;
}

export interface GlobalOptions {
  file?: string;
  passphraseFile?: string;
  readOnly?: boolean;
  json?: boolean;
}

export const globals = (command: Command): GlobalOptions => command.optsWithGlobals<GlobalOptions>();

export function createTerminal(process: NodeJS.Process): Terminal {
  const { env, stdout, stderr } = process;
  const abort = new AbortController();
  const interactive = process.stdin.isTTY && stderr.isTTY;
  const engine = createEngine({
    env,
    home: env.FIELDBOOK_HOME ?? envPaths('fieldbook', { suffix: '' }).data,
    ...(interactive && {
      askMfa: (serial) => input({ message: `Code of the MFA device ${serial}:` }, { output: stderr }),
      askSignIn: async (account, profile) => {
        const answer = await input(
          {
            message: `The session of account ${account} has run out. Sign in again (aws sso login --profile ${profile}), then press Enter; 'stop' pauses the scan:`,
          },
          { output: stderr },
        );
        return answer.trim().toLowerCase() !== 'stop';
      },
    }),
    onSlowQuery: ({ sql, ms }) => {
      if (env.FIELDBOOK_DEBUG)
        stderr.write(`slow query, ${Math.round(ms)} ms: ${sql.replace(/\s+/g, ' ').slice(0, 200)}\n`);
    },
  });
  process.on('SIGINT', () => {
    if (abort.signal.aborted) process.exit(130);
    stderr.write('\nStopping after the calls under way; press Ctrl-C again to leave at once.\n');
    abort.abort(
      new FieldbookError('cancelled', 'Stopped.', "What was read is kept: go on with 'fieldbook resume'."),
    );
  });
  // `fieldbook findings | head` closes the pipe early, which is no error.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const style = (style: Style, text: string) => styleText(style, text, { stream: stdout });
  const terminal: Terminal = {
    engine,
    client: clientOf(contract, (method, args, options) =>
      dispatch(contract, engine.handlers, method, args, { signal: abort.signal, ...options }),
    ),
    signal: abort.signal,
    env,
    // What goes into a file or another program is not cut.
    width: stdout.columns ?? (Number(env.COLUMNS) || Number.POSITIVE_INFINITY),
    style,
    print: (text = '') => {
      stdout.write(`${printable(text)}\n`);
    },
    say: (text) => {
      stderr.write(`${text}\n`);
    },
    json: (data) => {
      stdout.write(`${JSON.stringify(data, null, 2)}\n`);
    },
    progress: () => progressLine(stderr),
    error(error) {
      const { message, details } = error;
      stderr.write(`${styleText('red', message, { stream: stderr })}\n${nextStep(error)}\n`);
      if (env.FIELDBOOK_DEBUG && details) stderr.write(`${details}\n`);
    },
    setExitCode(code) {
      process.exitCode = code;
    },
    async openEngagement(command, to) {
      const options = globals(command);
      const path =
        options.file ?? env.FIELDBOOK_FILE ?? (await terminal.client.engagement.recent({})).files[0]?.path;
      if (!path)
        throw new FieldbookError(
          'no-engagement',
          'No engagement is open.',
          "Name one with --file, or make one with 'fieldbook new'.",
        );
      const passphrase = await terminal.passphrase(command, `Passphrase of ${path}:`);
      const open = (readonly: boolean) => terminal.client.engagement.open({ path, passphrase, readonly });
      const opened = await open(options.readOnly || to === 'look').catch((error) => {
        // A file of an older version has to be brought up to date before it is read.
        if (error instanceof FieldbookError && error.code === 'read-only' && !options.readOnly)
          return open(false);
        throw error;
      });
      if (opened.backup)
        terminal.say(
          `The file was brought to the newest version; a copy of the old one is ${opened.backup}.`,
        );
    },
    async passphrase(command, question) {
      const { passphraseFile } = globals(command);
      if (passphraseFile) return firstLine(passphraseFile);
      if (env.FIELDBOOK_PASSPHRASE) return env.FIELDBOOK_PASSPHRASE;
      if (interactive) return password({ message: question, mask: true }, { output: stderr });
      throw new FieldbookError(
        'bad-input',
        'A passphrase is needed and there is no terminal to ask for it.',
        'Set FIELDBOOK_PASSPHRASE, or name a file with --passphrase-file.',
      );
    },
    close: () => engine.close(),
  };
  return terminal;
}

/** Names of the client's things may hold anything; a terminal must not take it for orders. Colours are ours. */
const printable = (text: string): string =>
  text.replace(/\x1b(?!\[[\d;]*m)|[\x00-\x09\x0b-\x1a\x1c-\x1f\x7f-\x9f]/g, '\ufffd');

function firstLine(path: string): string {
  try {
    return readFileSync(path, 'utf8').split(/\r?\n/, 1)[0]!;
  } catch (error) {
    throw new FieldbookError(
      'file-not-found',
      `The passphrase file ${path} cannot be read.`,
      'Check the path and your rights to it.',
      { cause: error },
    );
  }
}
