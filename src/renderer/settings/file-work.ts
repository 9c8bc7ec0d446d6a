import { useSyncExternalStore } from 'react';
import { listen } from '../fieldbook.ts';

/** Work on the engagement file as a whole. It goes on whatever page is shown. */
export interface FileWork {
  what: 'backup' | 'compact' | 'verify';
  /** 0 to 1; null while nobody knows. */
  share: number | null;
  /** Where it can be stopped. */
  cancel?: () => void;
}

let running: FileWork | null = null;
const watchers = new Set<() => void>();

const set = (next: FileWork | null): void => {
  running = next;
  for (const watcher of watchers) watcher();
};

/** Does one work at a time: whoever leaves the page and comes back finds it as it is by then. */
export async function workOnFile<T>(
  what: FileWork['what'],
  work: (abort: AbortController) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  set({ what, share: null, ...(what === 'backup' && { cancel: () => abort.abort() }) });
  const stop = listen(
    'storage.progress',
    ({ done, of }) => running && set({ ...running, share: of > 0 ? done / of : null }),
  );
  try {
    return await work(abort);
  } finally {
    stop();
    set(null);
  }
}

export const useFileWork = (): FileWork | null =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => running,
  );
