import type { services } from '../../collectors/ecs.ts';
import type { Listing } from '../../collectors/read.ts';
import type { Resource } from '../estate.ts';

export type Service = Resource<typeof services extends Listing<infer B> ? B : never>;

/** A service on its way out still has a description. */
export const isActive = ({ body }: Service): boolean => body.status === 'ACTIVE';

/** Cluster as the CLI takes it: its name. */
export const clusterOf = ({ body }: Service): string => body.clusterArn?.split('/').at(-1) ?? 'default';

export const onFargate = ({ body }: Service): boolean =>
  body.launchType === 'FARGATE' ||
  (body.capacityProviderStrategy ?? []).some(({ capacityProvider }) =>
    capacityProvider?.startsWith('FARGATE'),
  );
