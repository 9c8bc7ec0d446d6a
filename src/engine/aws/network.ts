import { readFileSync } from 'node:fs';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { rootCertificates } from 'node:tls';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { cannot } from '../cannot.ts';

const proxyNames = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'] as const;

/**
 * The way to the network: proxies from HTTPS_PROXY/HTTP_PROXY/NO_PROXY, and the client's own certificate
 * authority from the profile's ca_bundle, AWS_CA_BUNDLE or NODE_EXTRA_CA_CERTS. Read here and not left to Node,
 * since a packaged Electron ignores NODE_EXTRA_CA_CERTS. `timeout` is the longest silence, in milliseconds.
 */
export function requestHandler(
  env: NodeJS.ProcessEnv,
  caBundle: string | null,
  timeout: number,
): NodeHttpHandler {
  const bundle = caBundle ?? bundleOf(env);
  const common = { keepAlive: true, maxSockets: 50, proxyEnv: proxiesOf(env) };
  return new NodeHttpHandler({
    connectionTimeout: 5_000,
    requestTimeout: timeout,
    throwOnRequestTimeout: true,
    socketTimeout: timeout,
    httpAgent: new HttpAgent(common),
    httpsAgent: new HttpsAgent({
      ...common,
      ...(bundle && { ca: [...rootCertificates, readBundle(bundle)] }),
    }),
  });
}

/** The certificate bundle that the environment names. */
export const bundleOf = (env: NodeJS.ProcessEnv): string | undefined =>
  env.AWS_CA_BUNDLE || env.NODE_EXTRA_CA_CERTS || undefined;

/**
 * The environment as Node's proxy support wants it: `host:port` alone, which other tools take, becomes an address,
 * since Node would leave the proxy out without a word. Throws when there is no address in it.
 */
export function proxiesOf(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const proxies = proxyNames.flatMap((name) => {
    const value = env[name]?.trim();
    if (!value) return [];
    const address = value.includes('://') ? value : `http://${value}`;
    if (!/^https?:/i.test(address) || !URL.canParse(address))
      throw cannot('proxy-or-certificate', 'aws.proxyAddress', {
        name,
        // Without the password that may stand before the host.
        value: value.replace(/^.*@/, '…@'),
      });
    return [[name, address]];
  });
  return { ...env, ...Object.fromEntries(proxies) };
}

/** Text of a certificate bundle; throws when it cannot be read or holds no certificate. */
export function readBundle(path: string): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw cannot('proxy-or-certificate', 'aws.bundleUnreadable', { path }, { cause: error });
  }
  if (!text.includes('-----BEGIN CERTIFICATE-----'))
    throw cannot('proxy-or-certificate', 'aws.bundleEmpty', { path });
  return text;
}
