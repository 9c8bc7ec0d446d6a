import { useQuery } from '@tanstack/react-query';
import { ask } from '../data/query.ts';
import { fieldbook } from '../fieldbook.ts';
import { tellProblem } from '../parts/notify.tsx';

/** Whether the system's keychain can be trusted, and whether it has the passphrase of this file. */
export function useKeychain(path: string): { available: boolean; kept: boolean } | undefined {
  // Main keeps it, and other windows change it: it is asked each time a dialog opens.
  const { data } = useQuery({ ...ask('keychain', 'state', { path }), staleTime: 0, gcTime: 0 });
  return data;
}

/** After the file was opened with it: the engagement is open whether or not the keychain takes the passphrase. */
export const keepPassphrase = (path: string, passphrase: string): Promise<unknown> =>
  fieldbook.keychain.remember({ path, passphrase }).catch(tellProblem);
