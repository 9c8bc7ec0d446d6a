import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { FieldbookError } from '../shared/contract/errors.ts';
import { awsFiles } from './aws/files.ts';
import { readProfiles } from './aws/profiles.ts';
import type { EngineContext } from './context.ts';
import { checkIntegrity } from './store/open.ts';
import { assertStoreRuns } from './store/self-test.ts';

export interface Diagnosis {
  ok: boolean;
  what: string;
  /** What to do; null when all is well. */
  next: string | null;
}

const LEAST_NODE = 22;
const LEAST_FREE_BYTES = 500 * 1024 * 1024;

/** Looks this machine over: everything that could stop the work on a client's site. */
export async function examine(context: EngineContext, path: string | undefined): Promise<Diagnosis[]> {
  const { env, home } = context.options;
  const folder = path ? dirname(resolve(path)) : process.cwd();
  return [node(), store(), workspace(home), disk(folder), await aws(env), proxy(env), ...file(context, path)];
}

const good = (what: string): Diagnosis => ({ ok: true, what, next: null });
const bad = (what: string, next: string): Diagnosis => ({ ok: false, what, next });

function node(): Diagnosis {
  const major = Number(process.versions.node.split('.')[0]);
  return major >= LEAST_NODE
    ? good(`Node ${process.versions.node} runs the engine.`)
    : bad(
        `Node ${process.versions.node} is too old for the database.`,
        "Run 'npm ci' and start Fieldbook with its npm scripts: they bring Node 24 along.",
      );
}

function store(): Diagnosis {
  try {
    assertStoreRuns();
    return good('The encrypted database works.');
  } catch (error) {
    return bad(
      `The encrypted database does not start: ${(error as Error).message}`,
      "Run 'npm ci' again on this machine; the folder node_modules must not be copied between systems.",
    );
  }
}

function workspace(home: string): Diagnosis {
  try {
    mkdirSync(home, { recursive: true });
    accessSync(home, constants.W_OK);
    return good(`The workspace is in ${home}.`);
  } catch (error) {
    return bad(
      `The workspace folder ${home} cannot be written: ${(error as Error).message}`,
      'Set FIELDBOOK_HOME to a folder of yours.',
    );
  }
}

function disk(folder: string): Diagnosis {
  const { bavail, bsize } = statfsSync(existsSync(folder) ? folder : process.cwd());
  const free = bavail * bsize;
  const mib = Math.floor(free / 1024 / 1024).toLocaleString('en-US');
  return free >= LEAST_FREE_BYTES
    ? good(`${mib} MiB are free in ${folder}.`)
    : bad(
        `Only ${mib} MiB are free in ${folder}.`,
        'Free some space before a scan: a snapshot of a large estate takes some hundred MiB.',
      );
}

async function aws(env: NodeJS.ProcessEnv): Promise<Diagnosis> {
  const files = awsFiles(env);
  try {
    const profiles = await readProfiles(env);
    const broken = profiles.filter((profile) => profile.problem);
    if (broken.length > 0)
      return bad(
        `${profiles.length} AWS profiles, of which ${broken.map((profile) => `'${profile.name}' cannot be used: ${profile.problem}`).join(' ')}`,
        `Mend them in ${files.config}.`,
      );
    return good(`${profiles.length} AWS profiles in ${files.config} and ${files.credentials}.`);
  } catch (error) {
    if (error instanceof FieldbookError) return bad(error.message, error.next);
    throw error;
  }
}

function proxy(env: NodeJS.ProcessEnv): Diagnosis {
  const through = env.HTTPS_PROXY ?? env.https_proxy;
  const bundle = env.AWS_CA_BUNDLE ?? env.NODE_EXTRA_CA_CERTS;
  if (bundle && !existsSync(bundle))
    return bad(
      `The certificate bundle ${bundle} does not exist.`,
      'Correct AWS_CA_BUNDLE or NODE_EXTRA_CA_CERTS.',
    );
  if (!through) return good('AWS is called directly, without a proxy.');
  return URL.canParse(through)
    ? good(
        `AWS is called through the proxy ${new URL(through).host}${bundle ? ' with an own certificate bundle' : ''}.`,
      )
    : bad(`HTTPS_PROXY is '${through}', which is no address.`, 'Write it as http://host:port.');
}

function file(context: EngineContext, path: string | undefined): Diagnosis[] {
  if (path && !existsSync(path)) return [bad(`There is no file ${path}.`, 'Check the path.')];
  const session = context.current();
  if (!session)
    return path
      ? [
          bad(
            `${path} is not open, so it was not read.`,
            'Give its passphrase to have every page of it checked.',
          ),
        ]
      : [];
  const problems = checkIntegrity(session.db);
  return [
    problems.length === 0
      ? good(`${session.store.path} is sound: every page was read.`)
      : bad(
          `${session.store.path} is damaged: ${problems.slice(0, 3).join('; ')}`,
          `Run 'fieldbook doctor --repair ${session.store.path}'.`,
        ),
  ];
}
