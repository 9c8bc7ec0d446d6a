import type { Client, Invoke } from '../../shared/contract/define.ts';
import type { Requested } from '../../shared/contract/desktop.ts';
import { asFieldbookError } from '../../shared/contract/errors.ts';
import type { Contract } from '../../shared/contract/index.ts';
import type { StartRequest } from '../arguments.ts';

interface Kept {
  path: string;
  passphrase: string;
  readonly: boolean;
}

export interface KeptEngagement {
  /** What was asked for, and why it could not be opened. */
  readonly requested: Requested | null;
  /** The file that is open, or is being opened again. */
  readonly open: { path: string; readonly: boolean } | undefined;
  /** Asks for a file: with its passphrase, `reopen` opens it; without, the window has to ask. */
  request(request: StartRequest): void;
  /** Passes calls on and remembers which engagement they open or close. */
  watch(invoke: Invoke): Invoke;
  /** Opens on a fresh engine what was open on the one before. Never rejects: the window then asks. */
  reopen(client: Client<Contract>): Promise<void>;
}

/** Settles when no engine that is ending has that file any more. */
export type Released = (path: string) => Promise<void>;

/**
 * Remembers the open engagement, so that a new engine takes up where a lost one left off. The passphrase is kept in
 * main's memory for as long as the engagement is open, as it is in the engine's, and nowhere else.
 */
export function keepEngagement(released: Released, first?: StartRequest): KeptEngagement {
  let kept: Kept | undefined;
  let requested: Requested | null = null;
  const request = ({ path, passphrase }: StartRequest) => {
    kept = passphrase === undefined ? undefined : { path, passphrase, readonly: false };
    requested = { path, opening: kept !== undefined, error: null };
  };
  if (first) request(first);
  return {
    get requested() {
      return requested;
    },
    get open() {
      return kept && { path: kept.path, readonly: kept.readonly };
    },
    request,
    watch: (invoke) => async (method, args, options) => {
      // The engine lets go of the one before it opens another, whether that works or not.
      if (method === 'engagement.open') {
        kept = undefined;
        await released((args as { path: string }).path);
      }
      const result = await invoke(method, args, options);
      if (method === 'engagement.open' || method === 'engagement.create') {
        const {
          path,
          passphrase,
          readonly = false,
        } = args as Omit<Kept, 'readonly'> & { readonly?: boolean };
        kept = { path, passphrase, readonly };
        requested = null;
      } else if (method === 'engagement.close') kept = undefined;
      else if (method === 'storage.changePassphrase' && kept)
        kept = { ...kept, passphrase: (args as { passphrase: string }).passphrase };
      return result;
    },
    async reopen(client) {
      if (!kept) return;
      const wanted = kept;
      // Forgotten until it has worked: a file that takes the engine down must not do so again and again.
      kept = undefined;
      try {
        await released(wanted.path);
        await client.engagement.open(wanted);
        kept = wanted;
        requested = null;
      } catch (error) {
        requested = { path: wanted.path, opening: false, error: asFieldbookError(error).toData() };
      }
    },
  };
}
