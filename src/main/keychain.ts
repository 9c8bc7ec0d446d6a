import type { SafeStorage } from 'electron';
import { z } from 'zod';
import { FieldbookError } from '../shared/contract/errors.ts';
import type { KeptFile } from './kept-file.ts';
import { nameOf } from './native/same-file.ts';

/** Passphrases, each sealed by the system's keychain and in base 64, by the path of their file. */
export const keychainSchema = z.object({ sealed: z.record(z.string(), z.string()).default({}) });

export interface Keychain {
  state(path?: string): { available: boolean; backend: string; remembered: string[]; kept: boolean };
  remember(path: string, passphrase: string): void;
  forget(path: string): void;
  /** Undefined when none is kept, or the keychain does not give it back. */
  recall(path: string): string | undefined;
}

type Storage = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> & {
  getSelectedStorageBackend?: () => string;
};

/** On Linux these seal with a password that everybody knows, or nobody knows what they do. */
const noKeychains = ['basic_text', 'unknown'];

/**
 * Passphrases that a person wants remembered. The key is in the keychain of the system; the sealed passphrases are in a
 * file of main's own. Where there is no keychain nothing is kept, and that is said.
 */
export function openKeychain(
  storage: Storage,
  file: KeptFile<z.output<typeof keychainSchema>>,
  platform: NodeJS.Platform = process.platform,
): Keychain {
  const backend = (): string => {
    if (platform === 'darwin') return storage.isEncryptionAvailable() ? 'keychain' : 'none';
    if (platform === 'win32') return storage.isEncryptionAvailable() ? 'dpapi' : 'none';
    // Which one it is, Electron says since 25.
    return storage.isEncryptionAvailable() ? (storage.getSelectedStorageBackend?.() ?? 'unknown') : 'none';
  };
  const available = () => {
    const found = backend();
    return found !== 'none' && !noKeychains.includes(found);
  };
  return {
    state: (path) => ({
      available: available(),
      backend: backend(),
      remembered: Object.keys(file.value.sealed),
      kept: path !== undefined && available() && Object.hasOwn(file.value.sealed, nameOf(path)),
    }),
    remember(path, passphrase) {
      if (!available()) throw unavailable(backend());
      const sealed = storage.encryptString(passphrase).toString('base64');
      file.set({ sealed: { ...file.value.sealed, [nameOf(path)]: sealed } });
    },
    forget(path) {
      const { [nameOf(path)]: _, ...others } = file.value.sealed;
      file.set({ sealed: others });
    },
    recall(path) {
      const name = nameOf(path);
      const sealed = Object.hasOwn(file.value.sealed, name) ? file.value.sealed[name] : undefined;
      if (sealed === undefined || !available()) return undefined;
      try {
        return storage.decryptString(Buffer.from(sealed, 'base64'));
      } catch {
        // Sealed by another keychain, such as that of an account before: the person is asked again.
        return undefined;
      }
    },
  };
}

const unavailable = (backend: string): FieldbookError =>
  new FieldbookError(
    'keychain-unavailable',
    backend === 'basic_text'
      ? 'This system has no keychain: it would keep the passphrase in a form that anybody can read.'
      : 'The keychain of this system cannot be used.',
    'Type the passphrase when you open the engagement; on Linux, a Secret Service such as GNOME Keyring or KWallet gives a keychain.',
    { details: `backend: ${backend}` },
  );

export const notKept = (path: string): FieldbookError =>
  new FieldbookError(
    'passphrase-not-kept',
    `The keychain has no passphrase for ${path}.`,
    'Type the passphrase.',
  );
