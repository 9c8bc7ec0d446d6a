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
  const { recent, forgetRecent, restoreRecent } = bench.client.engagement;
  const before = await recent({});
  const gone = await forgetRecent({ path: bench.path });
  expect(gone.files).toEqual([before.files[1]]);
  await restoreRecent(gone);
  expect(await recent({})).toEqual(before);
});

test('the list is cleared, and comes back as it was', async () => {
  const { recent, forgetRecent, restoreRecent } = bench.client.engagement;
  const before = await recent({});
  const gone = await forgetRecent({});
  expect(await clients()).toEqual([]);
  await restoreRecent(gone);
  expect(await recent({})).toEqual(before);
});

test('each is known by its engagement, whatever its file is called', async () => {
  const { current, recent } = bench.client.engagement;
  expect((await recent({})).files[0]).toMatchObject({ path: second, engagement: (await current({}))!.id });
});

test('twenty are known, and clearing them leaves none of the ones before', async () => {
  const { current, recent, forgetRecent, restoreRecent } = bench.client.engagement;
  const engagement = (await current({}))!.id;
  const files = Array.from({ length: 25 }, (_, day) => ({
    path: join(bench.folder, `${day}.fieldbook`),
    engagement,
    client: `Client ${day}`,
    openedAt: new Date(Date.UTC(2020, 0, 1 + day)).toISOString(),
  }));
  await restoreRecent({ files });
  expect((await recent({})).files).toHaveLength(20);
  expect(await clients()).toContain('Client 24');
  expect(await clients()).not.toContain('Client 6');
  await forgetRecent({});
  expect(await clients()).toEqual([]);
});
