import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type DesktopOptions, handlersOf } from '../../../src/main/desktop.ts';
import { keepFile } from '../../../src/main/kept-file.ts';
import { keychainSchema, openKeychain } from '../../../src/main/keychain.ts';
import type { Workbench } from '../../../src/main/workbench.ts';
import { FieldbookError } from '../../../src/shared/contract/errors.ts';
import { thrownBy } from '../../support/errors.ts';

/** Needs no window: what it is given is the keychain and an engine's client. */
vi.mock('electron', () => ({}));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldbook-keychain-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Seals by turning the text around, under a key that can change. */
const storage = (backend = 'gnome_libsecret', key = 'k') => ({
  isEncryptionAvailable: () => backend !== 'none',
  getSelectedStorageBackend: () => backend,
  encryptString: (text: string) => Buffer.from(`${key}:${[...text].reverse().join('')}`),
  decryptString(sealed: Buffer) {
    const [by, text = ''] = sealed.toString().split(':');
    if (by !== key) throw new Error('cannot decrypt');
    return [...text].reverse().join('');
  },
});
const file = () => join(folder, 'keychain.json');
const open = (with_ = storage(), platform: NodeJS.Platform = 'linux') =>
  openKeychain(
    with_,
    keepFile(file(), keychainSchema, () => {}),
    platform,
  );

test('a passphrase is given back after the next start, and what is on the disk is sealed', () => {
  open().remember('/acme.fieldbook', 'correct horse');
  expect(open().recall('/acme.fieldbook')).toBe('correct horse');
  expect(open().state()).toEqual({
    available: true,
    backend: 'gnome_libsecret',
    remembered: ['/acme.fieldbook'],
    kept: false,
  });
  expect(open().state('/acme.fieldbook').kept).toBe(true);
  expect(open().state('/other.fieldbook').kept).toBe(false);
  expect(readFileSync(file(), 'utf8')).not.toContain('horse');
});

test('what was forgotten is gone from the disk as well', () => {
  open().remember('/acme.fieldbook', 'p');
  open().forget('/acme.fieldbook');
  expect(open().recall('/acme.fieldbook')).toBeUndefined();
  expect(readFileSync(file(), 'utf8')).not.toContain('acme');
});

test.each(['basic_text', 'unknown', 'none'])(
  '%s is no keychain: nothing is kept, and that is said',
  async (backend) => {
    const keychain = open(storage(backend));
    expect(keychain.state()).toMatchObject({ available: false, backend });
    const refusal = await thrownBy(() => keychain.remember('/acme.fieldbook', 'p'));
    expect(refusal.code).toBe('keychain-unavailable');
    expect(refusal.next).toContain('GNOME Keyring');
    expect(keychain.state().remembered).toEqual([]);
  },
);

test.each([
  ['darwin', 'keychain'],
  ['win32', 'dpapi'],
] as const)('%s has its own', (platform, backend) => {
  expect(open(storage('gnome_libsecret'), platform).state()).toMatchObject({ available: true, backend });
});

test('what another keychain sealed is not given back, and nothing breaks', () => {
  open().remember('/acme.fieldbook', 'p');
  expect(open(storage('gnome_libsecret', 'another')).recall('/acme.fieldbook')).toBeUndefined();
});

test.each(['__proto__', 'constructor', 'toString'])('a file called %s has nothing kept', (name) => {
  expect(open().recall(join(folder, name))).toBeUndefined();
});

describe('opening with what is kept', () => {
  const call = { signal: new AbortController().signal };
  function handlers(opening: () => Promise<unknown>) {
    const keychain = open();
    const engagementOpen = vi.fn(opening);
    const workbench = { client: { engagement: { open: engagementOpen } } } as unknown as Workbench;
    return {
      keychain,
      engagementOpen,
      calls: handlersOf(workbench, { keychain } as DesktopOptions).keychain,
    };
  }

  test('main gives the passphrase to the engine; the page gets the engagement alone', async () => {
    const { keychain, engagementOpen, calls } = handlers(async () => ({ client: 'Acme' }));
    keychain.remember('/acme.fieldbook', 'open sesame');
    expect(await calls.open({ path: '/acme.fieldbook', readonly: true }, call)).toEqual({ client: 'Acme' });
    expect(engagementOpen).toHaveBeenCalledWith(
      { path: '/acme.fieldbook', passphrase: 'open sesame', readonly: true },
      call,
    );
    expect(JSON.stringify(await calls.state({}, call))).not.toContain('open sesame');
  });

  test('without one, the person is asked', async () => {
    const { calls } = handlers(async () => ({}));
    await expect(calls.open({ path: '/acme.fieldbook', readonly: false }, call)).rejects.toMatchObject({
      code: 'passphrase-not-kept',
    });
  });

  test('one that does not open the file any more is forgotten; any other failure forgets nothing', async () => {
    const failing = (code: 'wrong-passphrase' | 'file-in-use') =>
      handlers(() => Promise.reject(new FieldbookError(code, 'No.', '')));
    for (const code of ['file-in-use', 'wrong-passphrase'] as const) {
      const { keychain, calls } = failing(code);
      keychain.remember('/acme.fieldbook', 'old');
      await expect(calls.open({ path: '/acme.fieldbook', readonly: false }, call)).rejects.toMatchObject({
        code,
      });
      expect(keychain.recall('/acme.fieldbook')).toBe(code === 'file-in-use' ? 'old' : undefined);
    }
  });
});
