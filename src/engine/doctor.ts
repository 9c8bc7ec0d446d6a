import { existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { FieldbookError } from '../shared/contract/errors.ts';
import { awsFiles } from './aws/files.ts';
import { bundleOf, proxiesOf, readBundle } from './aws/network.ts';
import { readProfiles } from './aws/profiles.ts';
import { english } from './cannot.ts';
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
  const env = environment(context);
  const folder = path ? dirname(resolve(path)) : process.cwd();
  return [
    node(),
    store(),
    ...(await workspace(context)),
    disk(folder),
    ...(await aws(env)),
    ...(await proxy(env)),
    ...(await certificates(env)),
    ...file(context, path),
  ];
}

/** What the settings say counts; a workspace that cannot be opened says nothing, and is a finding of its own. */
function environment(context: EngineContext): NodeJS.ProcessEnv {
  try {
    return context.aws().env;
  } catch (error) {
    if (error instanceof FieldbookError) return context.options.env;
    throw error;
  }
}

const good = (what: string): Diagnosis => ({ ok: true, what, next: null });
const bad = (what: string, next: string): Diagnosis => ({ ok: false, what, next });

/** What a look finds; a refusal that explains itself is a finding as well. */
async function looked(look: () => Diagnosis[] | Promise<Diagnosis[]>): Promise<Diagnosis[]> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof FieldbookError) return [bad(error.message, error.next)];
    throw error;
  }
}

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

const workspace = (context: EngineContext): Promise<Diagnosis[]> =>
  looked(() => {
    context.workspace.recent();
    return [good(`The workspace is in ${context.options.home}.`)];
  });

function disk(wanted: string): Diagnosis {
  const folder = existsSync(wanted) ? wanted : process.cwd();
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const mib = Math.floor(free / 1024 / 1024).toLocaleString('en-US');
  return free >= LEAST_FREE_BYTES
    ? good(`${mib} MiB are free in ${folder}.`)
    : bad(
        `Only ${mib} MiB are free in ${folder}.`,
        'Free some space before a scan: a snapshot of a large estate takes some hundred MiB.',
      );
}

const aws = (env: NodeJS.ProcessEnv): Promise<Diagnosis[]> =>
  looked(async () => {
    const files = awsFiles(env);
    const profiles = await readProfiles(env);
    const usable = profiles.filter((profile) => !profile.problem).length;
    return [
      ...profiles
        .filter((profile) => profile.problem)
        .map(({ name, problem }) =>
          bad(
            `The AWS profile '${name}' cannot be used: ${english(problem!)}`,
            `Mend it in ${files.config} or ${files.credentials}.`,
          ),
        ),
      usable > 0
        ? good(
            `${usable === 1 ? 'One AWS profile' : `${usable} AWS profiles`} can be tried; 'fieldbook profiles --who NAME' signs in.`,
          )
        : bad(
            `No AWS profile in ${files.config} and ${files.credentials} can be used.`,
            "Add one with 'aws configure sso'.",
          ),
    ];
  });

const proxy = (env: NodeJS.ProcessEnv): Promise<Diagnosis[]> =>
  looked(() => {
    const { HTTPS_PROXY, https_proxy } = proxiesOf(env);
    const through = https_proxy || HTTPS_PROXY;
    return [
      good(
        through
          ? `AWS is called through the proxy ${new URL(through).host}.`
          : 'AWS is called directly, without a proxy.',
      ),
    ];
  });

/** The certificates that the environment and the profiles name; where the files of AWS are broken, `aws` says so. */
async function certificates(env: NodeJS.ProcessEnv): Promise<Diagnosis[]> {
  const profiles = await readProfiles(env).catch((error) => {
    if (error instanceof FieldbookError) return [];
    throw error;
  });
  const bundles = new Set([bundleOf(env), ...profiles.map((profile) => profile.caBundle)]);
  const findings: Diagnosis[] = [];
  for (const bundle of bundles)
    if (bundle)
      findings.push(
        ...(await looked(() => {
          readBundle(bundle);
          return [good(`The certificates in ${bundle} are trusted.`)];
        })),
      );
  return findings;
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
