import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dispatch } from '../../../src/engine/dispatch.ts';
import { createEngine, type Engine } from '../../../src/engine/engine.ts';
import { type Client, clientOf } from '../../../src/shared/contract/define.ts';
import { type Contract, contract } from '../../../src/shared/contract/index.ts';
import { temporaryFolder } from '../../support/folder.ts';

const program = join(import.meta.dirname, '../../../src/cli/main.ts');

/** A machine of a consultant: a home with AWS files, and an environment in which nothing of ours is left. */
export interface Machine {
  home: string;
  env: NodeJS.ProcessEnv;
}

export const keys = (profile: string): string =>
  `[${profile}]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n`;

export function machine(
  files: { config?: string; credentials?: string } = {},
  env: NodeJS.ProcessEnv = {},
): Machine {
  const home = temporaryFolder();
  const aws = join(home, '.aws');
  mkdirSync(join(aws, 'sso', 'cache'), { recursive: true });
  if (files.config !== undefined) writeFileSync(join(aws, 'config'), files.config);
  if (files.credentials !== undefined) writeFileSync(join(aws, 'credentials'), files.credentials);
  return {
    home,
    env: {
      PATH: process.env.PATH,
      HOME: home,
      FIELDBOOK_HOME: join(home, 'workspace'),
      FIELDBOOK_PASSPHRASE: 'correct horse',
      AWS_CONFIG_FILE: join(aws, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(aws, 'credentials'),
      ...env,
    },
  };
}

/** A machine with the profile `acme`, whose keys call at an address. */
export const machineAt = (endpoint: string, more = '', env: NodeJS.ProcessEnv = {}): Machine =>
  machine(
    {
      config: `[profile acme]\nregion = us-east-1\nendpoint_url = ${endpoint}\n${more}`,
      credentials: keys('acme'),
    },
    env,
  );

/** Where the AWS CLI keeps the token of an sso-session. */
export function keepSsoToken({ home }: Machine, session: string, token: object): void {
  const name = createHash('sha1').update(session).digest('hex');
  writeFileSync(join(home, '.aws', 'sso', 'cache', `${name}.json`), JSON.stringify(token));
}

export interface Running {
  engine: Engine;
  client: Client<Contract>;
}

/** The engine of that machine, called by the contract. */
export function engineOf(
  { env }: Machine,
  options: Partial<Parameters<typeof createEngine>[0]> = {},
): Running {
  const engine = createEngine({ env, home: env.FIELDBOOK_HOME!, ...options });
  return {
    engine,
    client: clientOf(contract, (method, args, call) =>
      dispatch(contract, engine.handlers, method, args, {
        signal: call?.signal ?? new AbortController().signal,
      }),
    ),
  };
}

/** A new engagement in the home of the machine. */
export async function newEngagement({ client }: Running, { home }: Machine): Promise<string> {
  const path = join(home, 'acme.fieldbook');
  await client.engagement.create({
    path,
    passphrase: 'correct horse',
    client: 'Acme',
    consultant: 'Northwind',
  });
  return path;
}

export interface Printed {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the terminal program on that machine, with nobody at the terminal; `uid` lets another user do it. */
export function fieldbook({ env, home }: Machine, args: string[], uid?: number): Promise<Printed> {
  const child = spawn(process.execPath, [program, ...args], {
    env,
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid !== undefined && { uid, gid: uid }),
  });
  const printed = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    printed.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    printed.err += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...printed }));
  });
}
