import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PASSPHRASE, type Workbench, workbench } from '../../support/workbench.ts';

let bench: Workbench;
let second: string;
beforeEach(async () => {
  bench = await workbench();
  second = join(bench.folder, 'beta.fieldbook');
  const { create } = bench.client.engagement;
  await create({ path: second, passphrase: PASSPHRASE, client: 'Beta', consultant: 'Northwind DevOps' });
});
afterEach(() => bench.close());

const clients = async () => (await bench.client.engagement.recent({})).files.map(({ client }) => client);

test('files that were opened are known, the last one first', async () => {
  expect(await clients()).toEqual(['Beta', 'Acme Health']);
});

test('one is taken out of the list, and stays on the disk', async () => {
  await bench.client.engagement.forgetRecent({ path: bench.path });
  expect(await clients()).toEqual(['Beta']);
  expect(existsSync(bench.path)).toBe(true);
});

test('what was taken out is put back where it stood', async () => {
  const [, acme] = (await bench.client.engagement.recent({})).files;
  await bench.client.engagement.forgetRecent({ path: bench.path });
  await bench.client.engagement.restoreRecent(acme!);
  expect(await clients()).toEqual(['Beta', 'Acme Health']);
});

test('the list is cleared', async () => {
  await bench.client.engagement.forgetRecent({});
  expect(await clients()).toEqual([]);
});
