import type { Tags } from '../world.ts';

/** The tags that Acme Health agreed every resource must carry. */
export const owned = (
  application: string,
  environment: 'production' | 'staging' | 'shared' | 'disaster-recovery',
  owner: string,
  more: Tags = {},
): Tags => ({
  Application: application,
  Environment: environment,
  Owner: owner,
  CostCenter: costCenters[application] ?? 'CC-1000',
  ...more,
});

const costCenters: Record<string, string> = {
  portal: 'CC-2100',
  claims: 'CC-2200',
  lis: 'CC-2300',
  analytics: 'CC-2400',
};

export const named = (name: string, tags: Tags = {}): Tags => ({ Name: name, ...tags });
