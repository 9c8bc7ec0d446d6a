import { existsSync, readFileSync, statSync } from 'node:fs';
import { type ErrorData, FieldbookError } from '../../shared/contract/errors.ts';
import { assertWellFormed, awsFiles } from '../aws/files.ts';
import { bundleOf, proxiesOf, readBundle } from '../aws/network.ts';
import { cannot } from '../cannot.ts';
import type { DomainHandlers, EngineContext } from '../context.ts';
import { acceptLogo, shownLogo } from '../reports/logo-check.ts';

export const workspaceHandlers = (context: EngineContext): DomainHandlers<'workspace'> => {
  const all = () => {
    const { workspace } = context;
    return {
      path: workspace.path,
      preferences: workspace.preferences(),
      branding: workspace.branding(),
      logo: shownLogo(workspace.logo.get()),
      notices: [
        ...(workspace.setAside === null
          ? []
          : [{ code: 'workspace-replaced' as const, path: workspace.setAside }]),
        ...workspace.unreadable().map((name) => ({ code: 'setting-unreadable' as const, name })),
      ],
    };
  };
  const changed = () => {
    context.emit('changed', { what: 'workspace' });
    return all();
  };
  return {
    get: all,
    setPreferences({ preferences }) {
      // Read once before it is kept: an address that is none would stop every scan.
      if (preferences.proxy) proxiesOf({ HTTPS_PROXY: preferences.proxy });
      if (preferences.caBundle) readBundle(preferences.caBundle);
      context.workspace.setPreferences(preferences);
      return changed();
    },
    setBranding({ branding }) {
      context.workspace.setBranding(branding);
      return changed();
    },
    setLogo({ base64 }) {
      context.workspace.logo.set(base64 === null ? null : acceptLogo(Buffer.from(base64, 'base64')));
      return changed();
    },
    network() {
      const { env } = context.aws();
      const preferences = context.workspace.preferences();
      const files = awsFiles(env);
      const from = (chosen: string | null, ...names: string[]) =>
        chosen ? 'settings' : names.some((name) => env[name]) ? 'environment' : 'usual';
      const proxy = env.HTTPS_PROXY ?? env.https_proxy ?? env.HTTP_PROXY ?? env.http_proxy ?? null;
      return {
        config: awsFile(files.config, from(preferences.awsConfigFile, 'AWS_CONFIG_FILE')),
        credentials: awsFile(
          files.credentials,
          from(preferences.awsCredentialsFile, 'AWS_SHARED_CREDENTIALS_FILE'),
        ),
        proxy: {
          // A password has no business on a screen.
          value: proxy?.replace(/\/\/[^/@]*@/, '//…@') ?? null,
          from: from(preferences.proxy, 'HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'),
          holds: null,
          exists: proxy !== null,
          problem: problemOf(() => proxiesOf(env)),
        },
        caBundle: bundle(
          bundleOf(env) ?? null,
          from(preferences.caBundle, 'AWS_CA_BUNDLE', 'NODE_EXTRA_CA_CERTS'),
        ),
      };
    },
  };
};

type From = 'settings' | 'environment' | 'usual';

function awsFile(path: string, from: From) {
  const exists = existsSync(path);
  const problem = exists
    ? problemOf(() => assertWellFormed(path))
    : from === 'usual'
      ? null
      : cannot('file-not-found', 'aws.fileMissing', { file: path }).toData();
  const holds =
    exists && !problem
      ? [...readFileSync(path, 'utf8').matchAll(/^\s*\[(?!\s*(?:sso-session|services)\s)[^\]]+\]/gm)].length
      : null;
  return { value: path, from, holds, exists, problem };
}

function bundle(path: string | null, from: From) {
  const problem = path === null ? null : problemOf(() => readBundle(path));
  const holds =
    path === null || problem ? null : readBundle(path).split('-----BEGIN CERTIFICATE-----').length - 1;
  return { value: path, from, holds, exists: path !== null && isFile(path), problem };
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

function problemOf(look: () => unknown): ErrorData | null {
  try {
    look();
    return null;
  } catch (error) {
    if (error instanceof FieldbookError) return error.toData();
    throw error;
  }
}
