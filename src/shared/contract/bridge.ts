import type { Language } from '../model/languages.ts';
import type { ErrorData } from './errors.ts';

/** What the page gets from the preload script: one call, one cancel, one listener, the path of a file, and nothing of Electron. */
export interface Bridge {
  call(request: CallRequest): Promise<Answer>;
  cancel(id: string): void;
  /** Gives a function that stops listening. */
  listen(listener: (event: string, data: unknown) => void): () => void;
  /** Where a file is that a person dropped or chose; empty for one that is on no disk. */
  pathOf(file: File): string;
}

export interface CallRequest {
  id: string;
  method: string;
  args: unknown;
  /** In which sentences are answered; left out, the engagement's. */
  language?: Language | undefined;
}

/** Errors travel as values: a rejection would lose everything but its message on the way. */
export type Answer = { ok: true; value: unknown } | { ok: false; error: ErrorData };

/** Names of the channels between page and main. */
export const channels = {
  call: 'fieldbook:call',
  cancel: 'fieldbook:cancel',
  event: 'fieldbook:event',
} as const;
