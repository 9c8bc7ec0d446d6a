import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { ComparedBy } from '../../shared/model/comparison.ts';
import type { CompareSearch } from './search.ts';

/** Ids of the two snapshots. */
export interface Which {
  before: string;
  after: string;
}

/** With the rules by which the earlier one is shown. */
export interface WhichByRules extends Which {
  rules: ComparedBy;
}

const api = getRouteApi('/compare');

export const useCompareSearch = (): CompareSearch => api.useSearch() as CompareSearch;

/** Changes the address; going back leads to what was open before, and not through every letter of a search. */
export function useCompareChange(): (change: Partial<CompareSearch>) => void {
  const navigate = api.useNavigate();
  return useCallback(
    (change) =>
      void navigate({
        to: '/compare',
        search: (old: object) => ({ ...old, ...change }) as never,
        replace: !['finding', 'resource', 'part', 'before'].some((name) => name in change),
      }),
    [navigate],
  );
}
