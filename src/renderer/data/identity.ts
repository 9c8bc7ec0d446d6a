import { useSyncExternalStore } from 'react';
import { fieldbook } from '../fieldbook.ts';

/** Who somebody was found to be in AWS, by one of the profiles; until the window is closed. */
export interface Identity {
  profile: string;
  arn: string;
}

let current: Identity | null = null;
const watchers = new Set<() => void>();

export function setIdentity(identity: Identity | null): void {
  current = identity;
  for (const watcher of watchers) watcher();
}

/** Asks AWS who that profile is. A scan was begun with it, so it has signed in; whatever is wrong, the scan says. */
export const identify = (profile: string): Promise<void> =>
  fieldbook.aws.whoami({ profile }).then(
    ({ arn }) => setIdentity({ profile, arn }),
    () => {},
  );

export const useIdentity = (): Identity | null =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => current,
  );
