import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { realGateway } from '../../../src/engine/aws/real.ts';
import { allowListOf } from '../../../src/engine/snapshot/plan.ts';
import { thrownBy } from '../../support/errors.ts';
import { certified } from './certificates.ts';
import { ACCOUNT, type Answer, account, cloud, refuses, says } from './cloud.ts';
import { engineOf, fieldbook, keys, type Machine, machine, machineAt } from './machine.ts';

const whoami = (on: Machine) => engineOf(on).client.aws.whoami({ profile: 'acme' });
const refusal = (on: Machine) => thrownBy(() => whoami(on));

/** An address of this machine where nobody listens. */
async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

test('no network, as a person reads it', async () => {
  const nowhere = await closedPort();
  const { code, err } = await fieldbook(machineAt(nowhere), ['profiles', '--who', 'acme']);
  expect(code).toBe(4);
  expect(err).toBe(
    `${nowhere} cannot be reached (connect ECONNREFUSED ${nowhere.slice('http://'.length)}).\nCheck endpoint_url in the profile, the network and the VPN, then repeat.\n`,
  );
});

test('an endpoint that takes the call and never answers is given up', async () => {
  const silent = await cloud(() => {});
  const gateway = realGateway({ env: machineAt(silent.url).env, allowed: allowListOf([]), timeout: 200 });
  const error = await thrownBy(() => gateway.enter({ profile: 'acme' }, new AbortController().signal));
  gateway.close();
  expect(error.code).toBe('network-unreachable');
  expect(error.message).toContain(silent.url);
});

test('an endpoint that begins an answer and never ends it is given up', async () => {
  const slow = await cloud((_asked, response) => {
    response.writeHead(200, { 'content-type': 'text/xml', 'content-length': '1000' }).write('<Get');
  });
  const gateway = realGateway({ env: machineAt(slow.url).env, allowed: allowListOf([]), timeout: 200 });
  const error = await thrownBy(() => gateway.enter({ profile: 'acme' }, new AbortController().signal));
  gateway.close();
  expect(error.code).toBe('network-unreachable');
});

test('who cancels does not wait for an endpoint that never answers', async () => {
  const abort = new AbortController();
  const silent = await cloud(() => abort.abort());
  const { client } = engineOf(machineAt(silent.url));
  const error = await thrownBy(() => client.aws.whoami({ profile: 'acme' }, { signal: abort.signal }));
  expect(error.code).toBe('cancelled');
});

test.each<[string, Answer]>([
  ['the page of a hotel', says(200, '<html><body>Welcome to the hotel</body></html>')],
  ['a page that is no XML', says(200, '<!doctype html><p>Welcome<br>to the hotel & spa')],
  ['noise', says(200, '\u0000\u0001\u0002')],
  ['nothing', says(200, '')],
  ['JSON', says(200, '{"hello":"world"}')],
  ['a redirect', says(302, '', { location: 'http://hotel.example/sign-in' })],
  ['a page of a firewall', says(403, '<html>Blocked by policy</html>')],
  ['a page that is not there', says(404, '<html>Not found</html>')],
  ['another protocol', (_asked, _response, request) => void request.socket.end('SSH-2.0-OpenSSH_9.2\r\n')],
])('an endpoint that answers with %s does not pass for AWS', async (_name, answer) => {
  const other = await cloud(answer);
  const error = await refusal(machineAt(other.url));
  expect(error.code).toBe('answer-unusable');
  expect(error.message).toMatch(new RegExp(`^What answers at ${other.url} does not speak as AWS does`));
  expect(error.message).not.toContain('\n');
  expect(error.next).toContain('Check endpoint_url in the profile');
});

test.each([
  ['without a word', says(500, '')],
  ['with a page', says(502, '<html>Bad gateway</html>')],
])('an endpoint that breaks %s is told from one that is none', async (_name, answer) => {
  const broken = await cloud(answer);
  const error = await refusal(machineAt(broken.url));
  expect(error).toMatchObject({ code: 'answer-unusable', next: 'Wait some minutes and repeat.' });
  expect(error.message).toContain(`${broken.url} failed to answer (HTTP 50`);
});

test.each([
  ['RequestTimeTooSkewed', 'The difference between the request time and the current time is too large.'],
  [
    'SignatureDoesNotMatch',
    'Signature expired: 20261102T080000Z is now earlier than 20261102T084500Z (20261102T090000Z - 15 min.)',
  ],
])('a wrong clock is named, and not the keys: %s', async (code, message) => {
  const aws = await cloud(refuses(403, code, message));
  const error = await refusal(machineAt(aws.url));
  expect(error.code).toBe('clock-skew');
  expect(error.message).toContain(message);
  expect(error.next).toContain('timedatectl');
});

test('a certificate that nobody knows is named, and ca_bundle as the way out; with it, it works', async () => {
  const tls = certified('IP:127.0.0.1');
  const aws = await cloud(account(), tls);
  const error = await refusal(machineAt(aws.url));
  expect(error.code).toBe('proxy-or-certificate');
  expect(error.message).toMatch(/^The certificate .* cannot be verified \(SELF_SIGNED_CERT_IN_CHAIN/);
  expect(error.next).toContain('ca_bundle');
  expect(aws.asked).toEqual([]);

  for (const trusting of [
    machineAt(aws.url, `ca_bundle = ${tls.authority}\n`),
    machineAt(aws.url, '', { AWS_CA_BUNDLE: tls.authority }),
    machineAt(aws.url, '', { NODE_EXTRA_CA_CERTS: tls.authority }),
  ])
    expect(await whoami(trusting)).toMatchObject({ account: ACCOUNT });
});

test('the certificate of another authority does not help', async () => {
  const aws = await cloud(account(), certified('IP:127.0.0.1'));
  const { authority } = certified('IP:127.0.0.1');
  const error = await refusal(machineAt(aws.url, `ca_bundle = ${authority}\n`));
  expect(error.code).toBe('proxy-or-certificate');
});

test('a certificate for another name is no certificate for this one', async () => {
  const tls = certified('DNS:sts.amazonaws.com');
  const aws = await cloud(account(), tls);
  const error = await refusal(machineAt(aws.url, `ca_bundle = ${tls.authority}\n`));
  expect(error.code).toBe('proxy-or-certificate');
  expect(error.message).toContain('ERR_TLS_CERT_ALTNAME_INVALID');
});

test('a bundle that is not there, or holds no certificate, is named', async () => {
  const missing = await refusal(machineAt('https://127.0.0.1:1', 'ca_bundle = /nowhere/ca.pem\n'));
  expect(missing).toMatchObject({ code: 'proxy-or-certificate' });
  expect(missing.message).toContain('/nowhere/ca.pem');
  const on = machineAt('https://127.0.0.1:1');
  const der = join(on.home, 'ca.der');
  writeFileSync(der, Buffer.from([0x30, 0x82, 0x01]));
  const wrong = await refusal(machineAt('https://127.0.0.1:1', '', { AWS_CA_BUNDLE: der }));
  expect(wrong.message).toBe(`${der} holds no certificate in PEM form.`);
});

test('https where only http is spoken', async () => {
  const plain = await cloud(account());
  const error = await refusal(machineAt(plain.url.replace('http:', 'https:')));
  expect(error.code).toBe('proxy-or-certificate');
  expect(error.message).toContain('does not speak TLS');
  expect(error.next).toContain('http://');
});

const direct = (env: NodeJS.ProcessEnv) =>
  machine({ config: '[profile acme]\nregion = us-east-1\n', credentials: keys('acme') }, env);

test('a proxy where nobody listens, as a person reads it', async () => {
  const { code, err } = await fieldbook(direct({ HTTPS_PROXY: await closedPort() }), [
    'profiles',
    '--who',
    'acme',
  ]);
  expect(code).toBe(4);
  expect(err).toMatch(/^AWS cannot be reached \(connect ECONNREFUSED 127\.0\.0\.1:\d+\)\./);
  expect(err).toContain('Check the network, VPN and proxy (HTTPS_PROXY)');
});

/** A proxy that leads every connection to one port of this machine, or refuses it with a status. */
async function proxy(to: number | string): Promise<{ host: string; wanted: string[] }> {
  const wanted: string[] = [];
  const server = createServer().on('connect', (request, socket) => {
    wanted.push(request.url!);
    if (typeof to === 'string') socket.end(`HTTP/1.1 ${to}\r\n\r\n`);
    else {
      const there = connect(to, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        there.pipe(socket).pipe(there);
      });
      there.on('error', () => socket.destroy());
      socket.on('error', () => there.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, wanted };
}

test.each(['403 Forbidden', '407 Proxy Authentication Required'])(
  'a proxy that refuses (%s) is told from AWS, and its password from the message',
  async (status) => {
    const { host } = await proxy(status);
    const error = await refusal(direct({ HTTPS_PROXY: `http://ana:geheim@${host}` }));
    expect(error.code).toBe('proxy-or-certificate');
    expect(error.message).toContain('The proxy does not let the connection to AWS through');
    expect(error.message).toContain(status);
    expect(error.message).not.toContain('geheim');
    expect(error.next).toContain('*.amazonaws.com');
  },
);

test('a proxy that inspects TLS works with its certificate, and says what is missing without it', async () => {
  const tls = certified('DNS:*.us-east-1.amazonaws.com');
  const aws = await cloud(account(), tls);
  const { host, wanted } = await proxy(aws.port);
  const without = await refusal(direct({ HTTPS_PROXY: `http://${host}` }));
  expect(without.code).toBe('proxy-or-certificate');
  expect(without.next).toContain('ca_bundle');
  // Other tools take a proxy without http:// as well.
  for (const HTTPS_PROXY of [`http://${host}`, host])
    expect(await whoami(direct({ HTTPS_PROXY, AWS_CA_BUNDLE: tls.authority }))).toMatchObject({
      account: ACCOUNT,
    });
  expect(new Set(wanted)).toEqual(new Set(['sts.us-east-1.amazonaws.com:443']));
});

test('a proxy that is no address is not passed over', async () => {
  const error = await refusal(direct({ HTTPS_PROXY: 'proxy of acme' }));
  expect(error).toMatchObject({
    code: 'proxy-or-certificate',
    message: "HTTPS_PROXY is 'proxy of acme', which is no address of a proxy.",
  });
});
