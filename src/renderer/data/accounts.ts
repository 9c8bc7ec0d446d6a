import { useCallback, useMemo } from 'react';
import { useSnapshots } from './snapshot.ts';

/** Names of accounts by their ids, of all snapshots; an account without a name goes by its id. */
export function useAccountName(): (id: string) => string {
  const all = useSnapshots()?.all;
  const names = useMemo(
    () => new Map(all?.flatMap(({ accounts }) => accounts.map(({ id, name }) => [id, name]))),
    [all],
  );
  return useCallback((id) => names.get(id) || id, [names]);
}
