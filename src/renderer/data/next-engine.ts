import { asFieldbookError, cancelled } from '../../shared/contract/errors.ts';
import { listen } from '../fieldbook.ts';

/**
 * Does work that can be begun again; when its engine is lost, it goes on with the next one. Once: a second loss may be
 * the work's own doing.
 */
export async function goingOn<T>(
  signal: AbortSignal,
  work: () => Promise<T>,
  goOn: () => Promise<T> = work,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (asFieldbookError(error).code !== 'engine-lost') throw error;
    await nextEngine(signal);
    return goOn();
  }
}

/** Settles when the next engine is ready, which has opened the same file; rejects as cancelled when aborted. */
const nextEngine = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const abort = () => {
      stop();
      reject(cancelled());
    };
    const stop = listen('engine', ({ state }) => {
      if (state !== 'ready') return;
      stop();
      signal.removeEventListener('abort', abort);
      resolve();
    });
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
  });
