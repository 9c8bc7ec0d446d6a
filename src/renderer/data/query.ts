import { onlineManager, QueryClient, queryOptions } from '@tanstack/react-query';
import { FieldbookError } from '../../shared/contract/errors.ts';
import type { Events } from '../../shared/contract/index.ts';
import type { RecordKind } from '../../shared/model/records/index.ts';
import { invoke, listen } from '../fieldbook.ts';
import type { Answer, Args, Domain, Method } from './types.ts';

/**
 * Options for `useQuery` and its kin: the answer to one call of the contract, kept under the call's name and
 * arguments. The call is cancelled when nobody waits for it any more.
 */
export const ask = <D extends Domain, M extends Method<D>>(domain: D, method: M, args: Args<D, M>) =>
  queryOptions<Answer<D, M>, FieldbookError>({
    queryKey: [domain, method, args],
    queryFn: ({ signal }) => invoke(`${domain}.${method}`, args, { signal }) as Promise<Answer<D, M>>,
    // Main answers these itself, engine or not.
    ...(domain === 'desktop' && { networkMode: 'always' }),
  });

// What the query client waits for is the engine, never the network, which is nothing to the window.
onlineManager.setEventListener((setOnline) => listen('engine', ({ state }) => setOnline(state === 'ready')));

/**
 * What the window knows of the engine. Nothing grows old by itself: the engine says when something has changed. A
 * question that an engine took with it waits for the next one; the notice above the page says so meanwhile.
 */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 60_000,
        retry: (_, error) => error instanceof FieldbookError && error.code === 'engine-lost',
        retryDelay: (count) => Math.min(100 * 2 ** count, 5_000),
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        throwOnError: (error) => !(error instanceof FieldbookError),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });

/** What rests on the judged snapshots. */
const judged = [
  'engagement',
  'scan',
  'findings',
  'resources',
  'scores',
  'coverage',
  'compare',
  'checks',
  'checklists',
  'reports',
  'phases',
  'recommendations',
  'roadmap',
] as const satisfies Domain[];

/** What rests on what people write, by the kind of document. */
const written: Readonly<Record<RecordKind, readonly Domain[]>> = {
  decision: [
    'decisions',
    'findings',
    'engagement',
    'scores',
    'compare',
    'resources',
    'reports',
    'phases',
    'recommendations',
    'roadmap',
  ],
  answer: ['checklists', 'compare', 'phases', 'recommendations'],
  checklist: ['checklists', 'compare', 'phases'],
  'maturity-target': ['checklists'],
  template: ['checklists'],
  comment: ['comments', 'findings'],
  recommendation: ['recommendations', 'roadmap', 'engagement'],
  roadmap: ['recommendations', 'roadmap'],
  evidence: ['evidence'],
  system: ['inventory'],
};

/** Domains whose answers change with what the engine tells of. */
const touched: Record<Events['changed']['what'], readonly Domain[]> = {
  engagement: [
    ...new Set([...judged, ...Object.values(written).flat(), 'history', 'storage', 'exchange'] as const),
  ],
  snapshot: [...judged, 'storage', 'exchange'],
  findings: judged,
  reports: ['reports', 'engagement', 'phases'],
  records: ['history', 'trail'],
  workspace: ['workspace', 'aws', 'reports'],
  storage: ['storage'],
  recent: ['engagement'],
};

/** Calls whose answers are patched from what a change replies, while that change is under way. */
const kept = new Map<string, number>();

/** Makes a change whose reply says all that it changed in the answers to some calls: they are not asked again. */
export async function patching<T>(
  calls: readonly `${Domain}.${string}`[],
  change: () => Promise<T>,
  patch: (reply: T) => void,
): Promise<T> {
  for (const call of calls) kept.set(call, (kept.get(call) ?? 0) + 1);
  try {
    const reply = await change();
    patch(reply);
    return reply;
  } finally {
    for (const call of calls) {
      const left = kept.get(call)! - 1;
      if (left === 0) kept.delete(call);
      else kept.set(call, left);
    }
  }
}

export function refresh(
  client: QueryClient,
  what: Events['changed']['what'],
  kinds: readonly string[] = [],
): void {
  const domains = new Set<unknown>([
    ...touched[what],
    ...kinds.flatMap((kind) => written[kind as RecordKind] ?? []),
  ]);
  void client.invalidateQueries({
    predicate: ({ queryKey }) =>
      domains.has(queryKey[0]) && !(what === 'records' && kept.has(`${queryKey[0]}.${queryKey[1]}`)),
  });
}
