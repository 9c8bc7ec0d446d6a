import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Session } from '../../src/engine/session.ts';
import { thrownBy } from '../support/errors.ts';
import { PASSPHRASE, sampleScope, type Workbench, workbench } from '../support/workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await workbench();
  await bench.client.scan.start({ scope: sampleScope('before') });
  await bench.client.scan.start({ scope: sampleScope('after') });
});
afterAll(() => bench.close());

test('each snapshot says what it alone keeps and what it shares', async () => {
  const info = await bench.client.storage.info({});
  expect(info).toMatchObject({ path: bench.path, readonly: false, cipher: 'sqlcipher' });
  expect(info.file).toBe(statSync(bench.path).size);
  expect(info.snapshots).toHaveLength(2);
  const [after, before] = info.snapshots as [(typeof info.snapshots)[0], (typeof info.snapshots)[0]];
  expect(after.startedAt > before.startedAt).toBe(true);
  for (const { own, shared } of info.snapshots) {
    expect(own).toBeGreaterThan(0);
    expect(shared).toBeGreaterThan(own);
  }
  expect(after.shared).toBe(before.shared);
});

test('a backup opens with the same passphrase, holds the same, and nobody reads it without', async () => {
  const path = join(bench.folder, 'copy.fieldbook');
  const { bytes, sha256 } = await bench.client.storage.backup({ path });
  expect(bytes).toBe(statSync(path).size);
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(readFileSync(path, 'latin1')).not.toMatch(/SQLite format 3|Acme Health/);
  const copy = Session.open({ path, passphrase: PASSPHRASE, mode: 'read' });
  expect(copy.engagement).toMatchObject({ client: 'Acme Health' });
  expect(copy.db.all(copy.db.q.selectFrom('snapshot').select('uuid'))).toHaveLength(2);
  copy.close();
  expect((await thrownBy(() => Session.open({ path, passphrase: 'another one', mode: 'read' }))).code).toBe(
    'wrong-passphrase',
  );
});

test('a backup never replaces a file, and one that is cancelled leaves none', async () => {
  const taken = join(bench.folder, 'taken.fieldbook');
  writeFileSync(taken, 'mine');
  expect((await thrownBy(() => bench.client.storage.backup({ path: taken }))).code).toBe('file-exists');
  expect(readFileSync(taken, 'utf8')).toBe('mine');
  const path = join(bench.folder, 'cancelled.fieldbook');
  const abort = new AbortController();
  const backup = bench.client.storage.backup({ path }, { signal: abort.signal });
  abort.abort();
  expect((await thrownBy(() => backup)).code).toBe('cancelled');
  expect(existsSync(path)).toBe(false);
});

test('compacting gives back what nothing uses, and loses nothing', async () => {
  const before = await bench.client.findings.page({ limit: 5 });
  const result = await bench.client.storage.compact({});
  expect(result.after).toBeLessThanOrEqual(result.before);
  expect(statSync(bench.path).size).toBe(result.after);
  expect((await bench.client.storage.info({})).free).toBe(0);
  expect(await bench.client.storage.verify({})).toEqual({ problems: [] });
  expect(await bench.client.findings.page({ limit: 5 })).toEqual(before);
});

test('a passphrase is changed with the old one alone, and to none that is guessed', async () => {
  const next = 'nine purple bicycles rehearse';
  const { storage } = bench.client;
  expect(
    (await thrownBy(() => storage.changePassphrase({ current: 'wrong one', passphrase: next }))).code,
  ).toBe('wrong-passphrase');
  for (const passphrase of ['short', 'password1', 'Acme Health'])
    expect(
      (await thrownBy(() => storage.changePassphrase({ current: PASSPHRASE, passphrase }))).code,
      passphrase,
    ).toBe('weak-passphrase');
  expect((await storage.strength({ passphrase: next })).score).toBe(4);

  await storage.changePassphrase({ current: PASSPHRASE, passphrase: next });
  expect((await bench.client.findings.page({ limit: 1 })).findings).toHaveLength(1);
  expect(await storage.verify({})).toEqual({ problems: [] });
  await bench.client.engagement.close({});
  const { path } = bench;
  expect((await thrownBy(() => bench.client.engagement.open({ path, passphrase: PASSPHRASE }))).code).toBe(
    'wrong-passphrase',
  );
  expect(await bench.client.engagement.open({ path, passphrase: next })).toMatchObject({
    client: 'Acme Health',
  });
});

test('a file that is open read-only is neither compacted nor locked anew', async () => {
  const { client, path } = bench;
  await client.engagement.open({ path, passphrase: 'nine purple bicycles rehearse', readonly: true });
  expect((await thrownBy(() => client.storage.compact({}))).code).toBe('read-only');
  const change = { current: 'nine purple bicycles rehearse', passphrase: 'seven green kettles applaud' };
  expect((await thrownBy(() => client.storage.changePassphrase(change))).code).toBe('read-only');
});
