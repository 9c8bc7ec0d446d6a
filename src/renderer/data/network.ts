import { useSyncExternalStore } from 'react';

const changes = ['online', 'offline'] as const;

/** Whether the machine has a network at all, as the system tells the page; whether AWS answers is another matter. */
export const useNetwork = (): boolean =>
  useSyncExternalStore(
    (watcher) => {
      for (const change of changes) window.addEventListener(change, watcher);
      return () => {
        for (const change of changes) window.removeEventListener(change, watcher);
      };
    },
    () => navigator.onLine,
  );
