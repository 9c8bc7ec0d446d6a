import { useEffect, useReducer, useState } from 'react';
import { asFieldbookError, type FieldbookError } from '../shared/contract/errors.ts';

export interface Call<T> {
  /** The newest answer; kept while a new one is on its way. */
  data: T | undefined;
  error: FieldbookError | undefined;
  again(): void;
}

/**
 * Makes a call when the component appears and when `key` changes; cancels it when the component goes. A null key waits.
 */
export function useCall<T>(key: string | null, make: (signal: AbortSignal) => Promise<T>): Call<T> {
  const [answer, setAnswer] = useState<{ data?: T; error?: FieldbookError }>({});
  const [turn, again] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    if (key === null) return;
    const abort = new AbortController();
    make(abort.signal).then(
      (data) => {
        if (!abort.signal.aborted) setAnswer({ data });
      },
      (error: unknown) => {
        if (!abort.signal.aborted)
          setAnswer(({ data }) => ({ ...(data !== undefined && { data }), error: asFieldbookError(error) }));
      },
    );
    return () => abort.abort();
  }, [key, turn]);
  return { data: answer.data, error: answer.error, again };
}
