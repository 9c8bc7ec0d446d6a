import {
  chmodSync,
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { volumes } from '../../../src/engine/collectors/ec2.ts';
import { coverageOf } from '../../../src/engine/snapshot/coverage.ts';
import { resumeScan, type ScanOptions, startScan } from '../../../src/engine/snapshot/scan.ts';
import { checkIntegrity, openStore, type Store } from '../../../src/engine/store/open.ts';
import { scopeSchema } from '../../../src/shared/model/scan.ts';
import { thrownBy } from '../../support/errors.ts';
import { fakeAws, volumePages } from '../../support/fake-aws.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { engineOf, fieldbook, machine, newEngagement } from './machine.ts';

const passphrase = 'correct horse';

test('a disk that is full in mid-scan: it is said, what was read is kept, and with space the scan goes on', async () => {
  const path = join(temporaryFolder(), 'acme.fieldbook');
  const store = openStore({ path, passphrase, mode: 'create' });
  const options = (store: Store): ScanOptions => ({
    db: store.db,
    gateway: fakeAws({ 'ec2:DescribeVolumes': volumePages(40, 25) }),
    reads: [volumes],
    salt: 'salt',
    signal: new AbortController().signal,
    concurrency: 2,
  });
  // As when the disk ends here: SQLite gets no page more.
  store.db.pragma(`max_page_count = ${(store.db.pragma('page_count') as number) + 60}`);
  const scope = scopeSchema.parse({ profiles: ['acme'] });
  const error = await thrownBy(() => startScan(scope, options(store)));
  expect(error).toMatchObject({
    code: 'disk-full',
    message: `The disk that holds ${path} is full.`,
    next: 'Free some space and repeat; what was saved before is intact.',
  });
  store.close();

  const again = openStore({ path, passphrase, mode: 'write' });
  expect(checkIntegrity(again.db)).toEqual([]);
  const kept = again.db.prepare<{ n: number }>('SELECT count(*) AS n FROM snapshot_resource').get()!.n;
  expect(kept).toBeGreaterThan(0);
  expect((await resumeScan(options(again))).state).toBe('complete');
  expect(coverageOf(again.db, 1).reads).toEqual({ planned: 2, ok: 2, failed: 0 });
  expect(again.db.prepare('SELECT count(*) AS n FROM snapshot_resource').get()).toEqual({ n: 2 * 40 * 25 });
  again.close();
});

test('a full disk does not keep a file from being closed, nor its lock from being let go', async () => {
  const path = join(temporaryFolder(), 'acme.fieldbook');
  const store = openStore({ path, passphrase, mode: 'create' });
  store.db.exec(
    'CREATE TABLE many (a INTEGER); CREATE INDEX many_a ON many (a); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO many SELECT i FROM n',
  );
  store.db.prepare('SELECT * FROM many WHERE a = 5').all();
  store.db.pragma(`max_page_count = ${store.db.pragma('page_count')}`);
  store.close();
  openStore({ path, passphrase, mode: 'write' }).close();
});

/** A judged engagement of a small part of the sample estate. */
async function sample() {
  const on = machine();
  const running = engineOf(on);
  const path = await newEngagement(running, on);
  await running.client.scan.start({
    scope: { profiles: ['sample:before'], regions: ['us-east-1'], checks: ['ebs-gp2-to-gp3'] },
  });
  return { ...running, on, path };
}

test('an export or a report for which there is no space is not left behind half written', async () => {
  const { client, engine, on } = await sample();
  // What is written goes to a file that says it is full, whatever is put there.
  const full = (name: string) => {
    const target = join(on.home, name);
    symlinkSync('/dev/full', `${target}.part`);
    return target;
  };
  const before = readdirSync(on.home).sort();
  for (const write of [
    (path: string) => client.exchange.export({ what: 'findings', format: 'csv', path }),
    (path: string) => client.exchange.export({ what: 'resources', format: 'json', path }),
    (path: string) => client.reports.write({ path }),
  ]) {
    const path = full('result');
    const error = await thrownBy(() => write(path));
    expect(error).toMatchObject({ code: 'disk-full', message: `The disk that holds ${path} is full.` });
    expect(error.next).toBe('Free some space and repeat.');
    expect(readdirSync(on.home).sort()).toEqual(before);
  }
  await engine.close();
});

test('a target that cannot be written is named, and a file that was there before stays whole', async () => {
  const { client, engine, on } = await sample();
  const findings = (path: string) =>
    thrownBy(() => client.exchange.export({ what: 'findings', format: 'csv', path }));
  for (const path of [join(on.home, 'no', 'such', 'f.csv'), '/proc/f.csv', on.home])
    expect(await findings(path)).toMatchObject({ code: 'folder-not-writable' });
  const kept = join(on.home, 'f.csv');
  writeFileSync(kept, 'of last week');
  symlinkSync('/dev/full', `${kept}.part`);
  await findings(kept);
  expect(readFileSync(kept, 'utf8')).toBe('of last week');
  await engine.close();
});

/** Someone who is not the owner: root may write everywhere, so for root it is another user. */
const somebody = process.getuid?.() === 0 ? 65_534 : undefined;

/** A machine whose home may be read and not written by the one who works on it; their workspace is elsewhere. */
async function readOnlyPlace() {
  const on = machine();
  const running = engineOf(on);
  const path = await newEngagement(running, on);
  await running.engine.close();
  const workspace = temporaryFolder();
  if (somebody !== undefined) chownSync(workspace, somebody, somebody);
  chmodSync(path, 0o444);
  chmodSync(on.home, 0o555);
  return { on: { ...on, env: { ...on.env, FIELDBOOK_HOME: workspace } }, path };
}

test('a folder that cannot be written to is named by each command, with a way out that works', async () => {
  const { on, path } = await readOnlyPlace();
  const made = await fieldbook(
    on,
    ['new', join(on.home, 'new.fieldbook'), '--client', 'A', '--consultant', 'B'],
    somebody,
  );
  expect(made).toMatchObject({
    code: 3,
    err: `The folder ${on.home} cannot be written to.\nChoose a folder that exists and that you may write to.\n`,
  });
  const opened = await fieldbook(on, ['-f', path, 'scan', '--profile', 'sample:before'], somebody);
  expect(opened).toMatchObject({
    code: 3,
    err: `The folder ${on.home} cannot be written to.\nCopy ${path} to a folder that you may write to, and open the copy.\n`,
  });
  const readOnly = await fieldbook(on, ['-f', path, '--read-only', 'open'], somebody);
  expect(readOnly.code).toBe(3);
  expect(readOnly.err).toContain('Copy it to a folder that you may write to');
  chmodSync(on.home, 0o755);
});

test('a file that may only be read opens with --read-only, as the message says', async () => {
  const { on, path } = await readOnlyPlace();
  chmodSync(on.home, 0o777);
  const opened = await fieldbook(on, ['-f', path, 'scan', '--profile', 'sample:before'], somebody);
  expect(opened).toMatchObject({
    code: 3,
    err: `${path} cannot be written to.\nOpen it with --read-only, or open a copy of it.\n`,
  });
  const readOnly = await fieldbook(on, ['-f', path, '--read-only', 'open'], somebody);
  expect(readOnly.code).toBe(0);
  expect(readOnly.out).toContain('encrypted');
});

test('a workspace that cannot be used is named, and leaves no new engagement behind', async () => {
  const on = machine();
  on.env.FIELDBOOK_HOME = '/etc/hostname/x';
  const running = engineOf(on);
  const path = join(on.home, 'acme.fieldbook');
  const error = await thrownBy(() => newEngagement(running, on));
  expect(error.code).toBe('folder-not-writable');
  expect(error.message).toContain('The workspace folder /etc/hostname/x cannot be used');
  expect(error.next).toContain('FIELDBOOK_HOME');
  expect(existsSync(path)).toBe(false);
});

test('a workspace file that is damaged is set aside, and work goes on with a new one that says so', async () => {
  const on = machine();
  const first = engineOf(on);
  await newEngagement(first, on);
  await first.engine.close();
  const file = join(on.env.FIELDBOOK_HOME!, 'workspace.db');
  const damaged = 'this was a database once '.repeat(500);
  writeFileSync(file, damaged);
  const { client } = engineOf(on);
  expect(await client.engagement.recent({})).toEqual({ files: [] });
  expect((await client.workspace.get({})).notices).toEqual([
    { code: 'workspace-replaced', path: `${file}.damaged` },
  ]);
  expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(damaged);
});
