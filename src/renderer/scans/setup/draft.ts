import { useSyncExternalStore } from 'react';
import type { ScanScope } from '../../../shared/model/scan.ts';

/** A scan that is being set up. Kept while other pages are looked at. */
export interface Draft {
  how: 'profiles' | 'organization';
  profiles: string[];
  role: string;
  /** Accounts of the Organization; null: all of them. */
  accounts: string[] | null;
  /** Null: all that are enabled. */
  regions: string[] | null;
  /** Null: all. */
  checks: string[] | null;
  /** Also what Cost Explorer says of the last month. */
  bill: boolean;
}

export const fresh: Draft = {
  how: 'profiles',
  profiles: [],
  role: 'FieldbookAudit',
  accounts: null,
  regions: null,
  checks: null,
  bill: false,
};

let draft = fresh;
const watchers = new Set<() => void>();

export function setDraft(change: Partial<Draft>): void {
  draft = { ...draft, ...change };
  for (const watcher of watchers) watcher();
}

export const useDraft = (): Draft =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => draft,
  );

export const ROLE_NAME = /^[\w+=,.@/-]{1,64}$/;

/** What a scan of this draft covers. */
export const scopeOf = ({ how, profiles, role, accounts, regions, checks, bill }: Draft): ScanScope => ({
  profiles: how === 'organization' ? profiles.slice(0, 1) : profiles,
  organization: how === 'organization' ? { roleName: role, accounts: accounts ?? [] } : null,
  regions: regions ?? [],
  checks: checks ?? [],
  bill,
});

/** What still keeps a step from being done; null when nothing does. */
export function missingOf(draft: Draft): {
  accounts: 'noProfile' | 'roleBad' | null;
  regions: 'noRegion' | null;
  checks: 'noCheck' | null;
} {
  const { how, profiles, role, regions, checks } = draft;
  return {
    accounts:
      profiles.length === 0
        ? 'noProfile'
        : how === 'organization' && !ROLE_NAME.test(role)
          ? 'roleBad'
          : null,
    regions: regions?.length === 0 ? 'noRegion' : null,
    checks: checks?.length === 0 ? 'noCheck' : null,
  };
}
