import type { Input, Operation, Output, Service } from '../aws/services.ts';
import { digest } from './ids.ts';
import type { Moment } from './moment.ts';
import type { Paging } from './paging.ts';
import type { Sequence } from './sequence.ts';
import type { Account, Site, World } from './world.ts';

/** A call as an answer sees it. */
export interface Asked<I> {
  world: World;
  moment: Moment;
  account: Account;
  /** What the account holds in the region that was called. */
  site: Site;
  /** What the account holds outside of regions: identities, buckets, settings. */
  global: Site;
  input: I;
  /** Tells this call from others, the place in a list apart; page tokens hang on it. */
  key: string;
}

/** Gives the SDK's output of an operation, `$metadata` apart. */
export type Answer<I, P> = (asked: Asked<I>) => P;

/** What the sample answers of a service: typed by the SDK, so that no shape is invented. */
export type Answers<S extends Service> = {
  [O in Operation<S>]?: Answer<Input<S, O>, Omit<Output<S, O>, '$metadata'>>;
};

type ElementOf<L> = NonNullable<L> extends readonly (infer T)[] ? T : never;

/** An answer that is a list, given page by page as the service does. */
export function paged<I, P, K extends keyof P & string>(
  property: K,
  paging: Paging,
  // The array is there for its element type, which a literal takes from it.
  items: (asked: Asked<I>) => readonly ElementOf<P[K]>[] | Sequence<ElementOf<P[K]>>,
): Answer<I, P> {
  return (asked) => {
    const input = asked.input as Record<string, unknown>;
    const token = input[paging.input] as string | undefined;
    const size = paging.size ? (input[paging.size] as number | undefined) : undefined;
    if (size !== undefined && (size < 1 || size > paging.most)) throw paging.wrongSize(size);
    const from = token ? startOf(token, asked.key) : 0;
    const all = items(asked);
    if (from === undefined || from > all.length) throw paging.wrongToken(token!);
    const to = from + Math.min(size ?? paging.usual ?? paging.most, paging.given ?? paging.most);
    const more = to < all.length;
    return {
      [property]: all.slice(from, to),
      [paging.output]: more ? tokenOf(to, asked.key) : paging.end,
      ...(paging.more && { [paging.more]: more }),
    } as P;
  };
}

/** Opaque to the caller, good for this list alone, and the same every time. */
const tokenOf = (start: number, key: string): string =>
  Buffer.from(`${start}.${digest(`${start}|${key}`).slice(0, 20)}`).toString('base64url');

function startOf(token: string, key: string): number | undefined {
  const start = Number.parseInt(Buffer.from(token, 'base64url').toString('latin1'), 10);
  return tokenOf(start, key) === token ? start : undefined;
}
