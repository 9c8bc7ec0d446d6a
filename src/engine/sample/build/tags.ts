import type { Tags } from '../world.ts';

/** The tags that Acme Health agreed every resource must carry, and two that help its accountants. */
export const owned = (
  app: string,
  env: 'production' | 'staging' | 'shared' | 'data',
  owner: string,
  more: Tags = {},
): Tags => ({
  app,
  env,
  owner,
  'cost-center': costCenters[app] ?? 'CC-1000',
  'data-class': 'internal',
  ...more,
});

const costCenters: Record<string, string> = {
  portal: 'CC-2100',
  claims: 'CC-2200',
  lis: 'CC-2300',
  analytics: 'CC-2400',
};

/** Of what holds patients' data. */
export const phi: Tags = { 'data-class': 'phi' };

export const named = (name: string, tags: Tags = {}): Tags => ({ Name: name, ...tags });
