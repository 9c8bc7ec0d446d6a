import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Migration } from '../../../src/engine/store/migrate.ts';
import { engagementMigrations } from '../../../src/engine/store/migrations/engagement.ts';
import { checkIntegrity, openStore } from '../../../src/engine/store/open.ts';
import { repairStore } from '../../../src/engine/store/repair.ts';
import { thrownBy } from '../../support/errors.ts';
import { temporaryFolder } from '../../support/folder.ts';

const passphrase = 'correct horse battery';
const newFile = () => join(temporaryFolder(), 'acme.fieldbook');

function created(path = newFile()): string {
  const store = openStore({ path, passphrase, mode: 'create' });
  for (let i = 0; i < 3000; i++)
    store.db
      .prepare('INSERT INTO content (hash, body) VALUES (?, ?)')
      .run(Buffer.from(`hash ${i}`), `body ${i} `.repeat(20));
  store.db.prepare("INSERT INTO engagement VALUES ('e1', '{}', 'salt')").run();
  store.close();
  return path;
}

test('what is written is there again, and nothing of it can be read without the passphrase', () => {
  const path = created();
  const store = openStore({ path, passphrase, mode: 'write' });
  expect(store.db.prepare<{ n: number }>('SELECT count(*) AS n FROM content').get()!.n).toBe(3000);
  expect(store.db.pragma('journal_mode')).toBe('wal');
  expect(store.db.pragma('foreign_keys')).toBe(1);
  store.close();
  const bytes = readFileSync(path).toString('latin1');
  expect(bytes).not.toContain('body 1');
  expect(bytes.startsWith('SQLite format 3')).toBe(false);
});

test('a wrong passphrase is told apart from a damaged file', async () => {
  const path = created();
  const error = await thrownBy(() => openStore({ path, passphrase: 'wrong horse', mode: 'write' }));
  expect(error.code).toBe('wrong-passphrase');
  expect(error.next).toMatch(/passphrase/);
});

test('a short passphrase is refused before a file is made', async () => {
  const path = newFile();
  expect((await thrownBy(() => openStore({ path, passphrase: 'short', mode: 'create' }))).code).toBe(
    'weak-passphrase',
  );
  expect(existsSync(path)).toBe(false);
});

test('an existing file is never overwritten by a new engagement', async () => {
  const path = created();
  expect((await thrownBy(() => openStore({ path, passphrase, mode: 'create' }))).code).toBe('file-exists');
});

test.each([
  ['a missing file', (_path: string) => undefined, 'file-not-found'],
  ['an empty file', (path: string) => writeFileSync(path, ''), 'file-damaged'],
  ['a text', (path: string) => writeFileSync(path, 'Dear client,'), 'file-foreign'],
  [
    'a plain SQLite file',
    (path: string) => new Database(path).exec('CREATE TABLE t (a)').close(),
    'file-foreign',
  ],
])('%s is refused with what it is', async (_name, make, code) => {
  const path = newFile();
  make(path);
  expect((await thrownBy(() => openStore({ path, passphrase, mode: 'write' }))).code).toBe(code);
});

test('an encrypted database of another program is refused', async () => {
  const path = newFile();
  const other = new Database(path);
  other.pragma("cipher = 'sqlcipher'");
  other.pragma('legacy_page_size = 8192');
  other.pragma(`key = '${passphrase}'`);
  other.exec('CREATE TABLE t (a)');
  other.close();
  expect((await thrownBy(() => openStore({ path, passphrase, mode: 'write' }))).code).toBe('file-foreign');
});

test('a file that was cut short is damaged, and says so', async () => {
  const path = created();
  truncateSync(path, readFileSync(path).length - 3000);
  const error = await thrownBy(() => openStore({ path, passphrase, mode: 'write' }));
  expect(error.code).toBe('file-damaged');
  expect(error.next).toContain('--repair');
});

test('pages that were overwritten are noticed on opening; repair saves the rest and leaves the file as it is', async () => {
  const path = created();
  const bytes = readFileSync(path);
  const page = 8192 * Math.floor(bytes.length / 8192 / 2);
  bytes.fill(0x55, page, page + 6 * 8192);
  writeFileSync(path, bytes);
  expect((await thrownBy(() => openStore({ path, passphrase, mode: 'write' }))).code).toBe('file-damaged');

  const { saved, rows, lost } = repairStore(path, passphrase);
  expect(rows).toBeGreaterThan(2000);
  expect(lost.join()).toMatch(/content/);
  expect(readFileSync(path).equals(bytes)).toBe(true);
  const store = openStore({ path: saved, passphrase, mode: 'write' });
  expect(checkIntegrity(store.db)).toEqual([]);
  expect(store.db.prepare('SELECT id FROM engagement').get()).toEqual({ id: 'e1' });
  store.close();
});

test('a file of a newer Fieldbook is refused and not changed', async () => {
  const path = created();
  const store = openStore({ path, passphrase, mode: 'write' });
  store.db.pragma('user_version = 99');
  store.close();
  const before = readFileSync(path);
  const error = await thrownBy(() => openStore({ path, passphrase, mode: 'write' }));
  expect(error.code).toBe('file-from-future');
  expect(readFileSync(path).equals(before)).toBe(true);
});

const next: Migration = { name: 'next', sql: 'CREATE TABLE next (id INTEGER PRIMARY KEY) STRICT;' };
const broken: Migration = {
  name: 'broken',
  sql: 'CREATE TABLE half (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1);',
};

test('an older file is copied before it is brought up to date', () => {
  const path = created();
  const store = openStore({ path, passphrase, mode: 'write', migrations: [...engagementMigrations, next] });
  expect(store.db.pragma('user_version')).toBe(engagementMigrations.length + 1);
  expect(store.backup).toBe(`${path}.before-v${engagementMigrations.length + 1}`);
  store.close();
  const copy = join(temporaryFolder(), 'copy.fieldbook');
  copyFileSync(store.backup!, copy);
  const old = openStore({ path: copy, passphrase, mode: 'write' });
  expect(old.db.prepare<{ n: number }>('SELECT count(*) AS n FROM content').get()!.n).toBe(3000);
  old.close();
});

test('a migration that fails leaves the file at the step before it', () => {
  const path = created();
  expect(() =>
    openStore({ path, passphrase, mode: 'write', migrations: [...engagementMigrations, next, broken] }),
  ).toThrow();
  const store = openStore({ path, passphrase, mode: 'write', migrations: [...engagementMigrations, next] });
  expect(store.db.pragma('user_version')).toBe(engagementMigrations.length + 1);
  expect(store.db.prepare("SELECT name FROM sqlite_master WHERE name = 'half'").get()).toBeUndefined();
  store.close();
});

test.each(engagementMigrations.map((migration, i) => [migration.name, i]))(
  'the step "%s" runs on the file before it',
  (_name, i) => {
    const path = newFile();
    openStore({
      path,
      passphrase,
      mode: 'create',
      migrations: engagementMigrations.slice(0, i as number),
    }).close();
    const store = openStore({
      path,
      passphrase,
      mode: 'write',
      migrations: engagementMigrations.slice(0, (i as number) + 1),
    });
    expect(store.db.pragma('user_version')).toBe((i as number) + 1);
    store.close();
  },
);

test('a second process cannot write, is told who does, and may read', async () => {
  const path = created();
  const holder = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `
      import { openStore } from ${JSON.stringify(new URL('../../../src/engine/store/open.ts', import.meta.url).href)};
      openStore({ path: ${JSON.stringify(path)}, passphrase: ${JSON.stringify(passphrase)}, mode: 'write' });
      console.log('open');
      setInterval(() => {}, 1000);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(holder.stdout, 'data');
  const error = await thrownBy(() => openStore({ path, passphrase, mode: 'write' }));
  expect(error.code).toBe('file-in-use');
  expect(error.message).toContain(`process ${holder.pid}`);
  expect(error.next).toContain('--read-only');
  const reader = openStore({ path, passphrase, mode: 'read' });
  expect(reader.db.prepare<{ n: number }>('SELECT count(*) AS n FROM content').get()!.n).toBe(3000);
  expect((await thrownBy(() => reader.db.prepare('DELETE FROM content').run())).code).toBe('read-only');
  reader.close();
  // Killed, not closed: the lock goes with the process.
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  openStore({ path, passphrase, mode: 'write' }).close();
});

test('a folder that does not exist is named', async () => {
  const path = join(temporaryFolder(), 'no', 'such', 'acme.fieldbook');
  expect((await thrownBy(() => openStore({ path, passphrase, mode: 'create' }))).code).toBe(
    'folder-not-writable',
  );
});

test('queries that take long are told, the others are not', () => {
  const slow: string[] = [];
  const store = openStore({ path: newFile(), passphrase, mode: 'create', slow: ({ sql }) => slow.push(sql) });
  store.db.prepare('SELECT 1').get();
  expect(slow.filter((sql) => sql === 'SELECT 1')).toEqual([]);
  const count =
    'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) SELECT max(i) FROM n';
  store.db.prepare(count).get();
  expect(slow).toContain(count);
  store.close();
});
