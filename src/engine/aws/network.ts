import { readFileSync } from 'node:fs';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { rootCertificates } from 'node:tls';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { FieldbookError } from '../../shared/contract/errors.ts';

/**
 * The way to the network: proxies from HTTPS_PROXY/HTTP_PROXY/NO_PROXY, and the client's own certificate
 * authority from the profile's ca_bundle, AWS_CA_BUNDLE or NODE_EXTRA_CA_CERTS. Read here and not left to Node,
 * since a packaged Electron ignores NODE_EXTRA_CA_CERTS.
 */
export function requestHandler(env: NodeJS.ProcessEnv, caBundle: string | null): NodeHttpHandler {
  const bundle = caBundle ?? env.AWS_CA_BUNDLE ?? env.NODE_EXTRA_CA_CERTS;
  const common = { keepAlive: true, maxSockets: 50, proxyEnv: env };
  return new NodeHttpHandler({
    connectionTimeout: 5_000,
    httpAgent: new HttpAgent(common),
    httpsAgent: new HttpsAgent({
      ...common,
      ...(bundle && { ca: [...rootCertificates, readBundle(bundle)] }),
    }),
  });
}

function readBundle(path: string): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new FieldbookError(
      'proxy-or-certificate',
      `The certificate bundle ${path} cannot be read.`,
      'Correct ca_bundle in the AWS profile or AWS_CA_BUNDLE in the environment.',
      { cause: error },
    );
  }
  if (!text.includes('-----BEGIN CERTIFICATE-----'))
    throw new FieldbookError(
      'proxy-or-certificate',
      `${path} holds no certificate in PEM form.`,
      'Ask the client for the certificate of their proxy as a .pem file.',
    );
  return text;
}
