import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleOf, proxiesOf, readBundle, requestHandler } from '../../../src/engine/aws/network.ts';
import { thrownBy } from '../../support/errors.ts';
import { temporaryFolder } from '../../support/folder.ts';

test.each([
  ['http://proxy.acme:8080', 'http://proxy.acme:8080'],
  ['https://proxy.acme', 'https://proxy.acme'],
  ['proxy.acme:8080', 'http://proxy.acme:8080'],
  [' 10.0.0.1:3128 ', 'http://10.0.0.1:3128'],
  ['http://ana:secret@proxy.acme:8080', 'http://ana:secret@proxy.acme:8080'],
])('the proxy %s is understood', (written, address) => {
  for (const name of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'])
    expect(proxiesOf({ [name]: written })).toEqual({ [name]: address });
});

test('what else is in the environment stays as it is', () => {
  expect(proxiesOf({ NO_PROXY: '169.254.169.254', HTTPS_PROXY: '' })).toEqual({
    NO_PROXY: '169.254.169.254',
    HTTPS_PROXY: '',
  });
});

test.each(['the proxy', 'socks5://proxy.acme:1080', 'http://', 'ana:secret@proxy of acme'])(
  'the proxy %s is refused, without its password',
  async (written) => {
    const error = await thrownBy(() => proxiesOf({ HTTPS_PROXY: written }));
    expect(error).toMatchObject({ code: 'proxy-or-certificate', next: 'Write it as http://host:port.' });
    expect(error.message).toContain('HTTPS_PROXY');
    expect(error.message).not.toContain('secret');
  },
);

test('the bundle of AWS goes before the one of Node', () => {
  expect(bundleOf({})).toBe(undefined);
  expect(bundleOf({ AWS_CA_BUNDLE: '', NODE_EXTRA_CA_CERTS: '/node.pem' })).toBe('/node.pem');
  expect(bundleOf({ AWS_CA_BUNDLE: '/aws.pem', NODE_EXTRA_CA_CERTS: '/node.pem' })).toBe('/aws.pem');
});

test('a bundle that is none is refused before anything is sent', async () => {
  const path = join(temporaryFolder(), 'ca.pem');
  expect((await thrownBy(() => readBundle(path))).message).toBe(
    `The certificate bundle ${path} cannot be read.`,
  );
  writeFileSync(path, 'no certificate');
  const error = await thrownBy(() => requestHandler({ AWS_CA_BUNDLE: path }, null, 1000));
  expect(error).toMatchObject({
    code: 'proxy-or-certificate',
    message: `${path} holds no certificate in PEM form.`,
  });
});
