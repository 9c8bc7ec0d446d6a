import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { certified } from './certificates.ts';
import { engineOf, fieldbook, keys, type Machine, machine, newEngagement } from './machine.ts';

const well = { config: '[profile acme]\nregion = us-east-1\n', credentials: keys('acme') };

/** What the doctor would have mended, each with what to do. */
async function toMend(on: Machine, path?: string): Promise<[string, string][]> {
  const { engine, client } = engineOf(on);
  const { findings } = await client.app.doctor({ path });
  await engine.close();
  for (const { ok, next } of findings) expect(next === null).toBe(ok);
  return findings.filter((one) => !one.ok).map(({ what, next }) => [what, next!]);
}

test('a machine that is well has nothing to mend', async () => {
  expect(await toMend(machine(well))).toEqual([]);
});

test.each<[string, () => Machine, RegExp, RegExp]>([
  ['no AWS files', () => machine(), /There are no AWS files/, /aws configure sso/],
  [
    'a slip in an AWS file',
    () => machine({ config: '[profile acme]\nregion\n' }),
    /Line 2 of .* cannot be understood/,
    /key = value/,
  ],
  [
    'AWS files without a profile',
    () => machine({ config: '# empty\n' }),
    /No AWS profile in .* can be used/,
    /aws configure sso/,
  ],
  [
    'a profile that is broken',
    () => machine({ ...well, config: `${well.config}[profile old]\nrole_arn = arn:aws:iam::1:role/x\n` }),
    /'old' cannot be used: role_arn needs a source_profile/,
    /Mend it in .*config/,
  ],
  [
    'a workspace that cannot be written',
    () => machine(well, { FIELDBOOK_HOME: '/etc/hostname/x' }),
    /workspace folder \/etc\/hostname\/x cannot be used/,
    /FIELDBOOK_HOME/,
  ],
  [
    'a proxy that is no address',
    () => machine(well, { HTTPS_PROXY: 'the proxy of acme' }),
    /HTTPS_PROXY is 'the proxy of acme'/,
    /http:\/\/host:port/,
  ],
  [
    'a certificate bundle of the environment that is not there',
    () => machine(well, { AWS_CA_BUNDLE: '/nowhere/ca.pem' }),
    /\/nowhere\/ca\.pem cannot be read/,
    /AWS_CA_BUNDLE/,
  ],
  [
    'a certificate bundle of a profile that is none',
    () => machine({ ...well, config: `${well.config}ca_bundle = /etc/hostname\n` }),
    /\/etc\/hostname holds no certificate/,
    /\.pem/,
  ],
])('%s is found, with what to do', async (_name, broken, what, next) => {
  const found = await toMend(broken());
  expect(found).toHaveLength(1);
  expect(found[0]![0]).toMatch(what);
  expect(found[0]![1]).toMatch(next);
});

test('all that is broken is told at once', async () => {
  const found = await toMend(
    machine({}, { FIELDBOOK_HOME: '/etc/hostname/x', HTTPS_PROXY: 'a b', AWS_CA_BUNDLE: '/nowhere/ca.pem' }),
  );
  expect(found).toHaveLength(4);
});

test('what is well is said as well: the proxy without its password, and which certificates are trusted', async () => {
  const { authority } = certified('DNS:acme.example');
  const { client, engine } = engineOf(
    machine(well, { HTTPS_PROXY: 'http://ana:geheim@proxy.acme:8080', AWS_CA_BUNDLE: authority }),
  );
  const said = (await client.app.doctor({})).findings.map((one) => one.what).join('\n');
  await engine.close();
  expect(said).toContain('through the proxy proxy.acme:8080.');
  expect(said).not.toContain('geheim');
  expect(said).toContain(`The certificates in ${authority} are trusted.`);
  expect(said).toContain('One AWS profile can be tried');
});

test('a damaged engagement is one finding beside the others, as a person reads them', async () => {
  const on = machine(well);
  const running = engineOf(on);
  const path = await newEngagement(running, on);
  await running.engine.close();
  truncateSync(path, 8192 * 3 + 100);
  const { code, out, err } = await fieldbook(on, ['-f', path, 'doctor']);
  expect(code).toBe(6);
  expect(err).toBe('');
  expect(out).toContain('ok    The encrypted database works.');
  expect(out).toContain(`mend  ${path} is damaged: it ends in the middle of a page`);
  expect(out).toContain(
    `      Copy the file again from its source. If there is none, run 'fieldbook doctor --repair ${path}'.`,
  );
});

test('a file that is not there, and one that is no engagement, are told apart', async () => {
  const on = machine(well);
  const missing = await fieldbook(on, ['-f', 'nowhere.fieldbook', 'doctor']);
  expect(missing.out).toContain(`mend  There is no file ${join(on.home, 'nowhere.fieldbook')}.`);
  const letter = join(on.home, 'letter.fieldbook');
  writeFileSync(letter, 'Dear client,');
  const foreign = await fieldbook(on, ['-f', letter, 'doctor']);
  expect(foreign.out).toContain(`mend  ${letter} is no Fieldbook engagement.`);
  expect([missing.code, foreign.code]).toEqual([6, 6]);
});
