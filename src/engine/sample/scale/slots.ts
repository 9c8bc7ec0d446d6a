import { digest, fraction } from '../ids.ts';

/**
 * What a large estate is made of. Things that are asked about one by one, such as functions and buckets, are few,
 * so that a scan of a hundred thousand resources stays below five thousand calls.
 */
const shares = {
  volume: 0.33,
  'security-group': 0.3,
  snapshot: 0.12,
  'log-group': 0.1,
  instance: 0.1475,
  function: 0.0012,
  'db-instance': 0.001,
  bucket: 0.0003,
  // On top of the others: a scan keeps them as help for judging, and not as assets.
  'network-interface': 0.2,
} as const;

export type Scaled = keyof typeof shares;

/** At least one of each, so that references lead somewhere. */
export const countsOf = (resources: number): Record<Scaled, number> =>
  Object.fromEntries(
    Object.entries(shares).map(([kind, share]) => [kind, Math.max(1, Math.round(resources * share))]),
  ) as Record<Scaled, number>;

/** The n-th thing of a kind: what it is called, and whether it changed since. */
export interface Slot {
  index: number;
  /** Eight digits that tell it from the others of its number. */
  key: string;
  changed: boolean;
}

export class Slots {
  readonly #place: string;
  readonly #change: number;

  constructor(place: string, change: number) {
    this.#place = place;
    this.#change = change;
  }

  of(kind: Scaled, index: number): Slot {
    const luck = fraction(`${this.#place}|${kind}|${index}|change`);
    const replaced = luck < this.#change / 2;
    return {
      index,
      key: digest(`${this.#place}|${kind}|${index}|${replaced ? 'new' : 'old'}`).slice(0, 8),
      changed: !replaced && luck < this.#change,
    };
  }
}

export const hex = (index: number): string => index.toString(16).padStart(8, '0');

/** Number of a thing, from the end of its name or id. */
export const indexIn = (name: string): number => Number.parseInt(name.slice(-8), 16);

/** Who owns what is generated. */
export const teams = ['team-portal', 'team-claims', 'team-laboratory', 'team-data', 'team-platform'];
