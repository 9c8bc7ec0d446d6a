import { DATA, MAIN, PRODUCTION, RECOVERY, STAGING } from '../estate/accounts.ts';
import type { World } from '../world.ts';
import { Buckets } from './buckets.ts';
import { Fleet } from './fleet.ts';

/** Where they are, as shares of the whole. */
const places = [
  { account: PRODUCTION, region: MAIN, share: 0.4, subnet: 'acme-prod-app-a' },
  { account: DATA, region: MAIN, share: 0.25, subnet: 'acme-data-app-a' },
  { account: STAGING, region: MAIN, share: 0.2, subnet: 'acme-staging-app-a' },
  { account: PRODUCTION, region: RECOVERY, share: 0.15, subnet: 'acme-dr-app-a' },
];

export interface Scale {
  /** How many resources to generate, about. */
  resources: number;
  /** Share of them that changed, 0 to 1: half of it were replaced by others, half look different. */
  change: number;
}

/** Joins generated resources to a world. Each is computed when it is asked for, out of its number and its place. */
export function scaled(world: World, scale: Scale): void {
  for (const place of places) {
    const site = world.site(place.account, place.region);
    const fleet = new Fleet(site, place.subnet, scale.resources * place.share, scale.change);
    site.extend(fleet);
  }
  for (const account of new Set(places.map((place) => place.account))) {
    const { region, share } = places.find((place) => place.account === account)!;
    const home = world.site(account, region);
    world.site(account, 'global').extend(new Buckets(home, scale.resources * share, scale.change));
  }
}
