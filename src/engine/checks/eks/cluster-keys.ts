import type { clusters, clusterVersions, nodegroups } from '../../collectors/eks.ts';
import type { Listing } from '../../collectors/read.ts';
import type { Resource } from '../estate.ts';

type Of<L> = Resource<L extends Listing<infer B> ? B : never>;

export type Cluster = Of<typeof clusters>;
export type Nodegroup = Of<typeof nodegroups>;
export type ClusterVersion = Of<typeof clusterVersions>;

export const byName = ({ name }: Cluster): string => name;

/** Node groups by the name of their cluster, which is unique in a region. */
export const byCluster = ({ body }: Nodegroup): string | undefined => body.clusterName;

/** Versions of clusters in the cloud; those on Outposts or Anywhere have calendars of their own. */
export const byVersion = ({ body }: ClusterVersion): string | undefined =>
  body.clusterType === undefined || body.clusterType === 'eks' ? body.clusterVersion : undefined;

/** A cluster that is being made, is going or has failed is not judged. */
export const isLive = ({ body }: Cluster): boolean => body.status === 'ACTIVE' || body.status === 'UPDATING';
