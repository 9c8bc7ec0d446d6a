import { instances } from '../../collectors/ec2.ts';
import { clusters, nodegroups } from '../../collectors/eks.ts';
import type { Listing } from '../../collectors/read.ts';
import { check, manual, notApplicable, pass } from '../check.ts';
import type { Resource } from '../estate.ts';
import { byCluster, isLive } from './cluster-keys.ts';

const OWNED = 'kubernetes.io/cluster/';

/** Clusters that an instance is tagged as a node of: self-managed nodes and Karpenter's carry these tags. */
const byTaggedCluster = ({
  tags,
}: Resource<typeof instances extends Listing<infer B> ? B : never>): string[] =>
  Object.entries(tags).flatMap(([key, value]) => {
    if (key.startsWith(OWNED)) return [key.slice(OWNED.length)];
    return key === 'aws:eks:cluster-name' || key === 'eks:cluster-name' ? [value] : [];
  });

/** Fargate profiles are not read, so only a person can tell whether a cluster without nodes stands idle. */
export const eksClusterWithoutNodes = check({
  id: 'eks-cluster-without-nodes',
  version: 1,
  aspect: 'resource-usage',
  severity: 'medium',
  on: clusters,
  reads: [nodegroups, instances],
  references: ['WA:COST04-BP03'],
  effort: 'S',
  fix: {
    cli: ({ name }) =>
      `aws eks list-fargate-profiles --cluster-name ${name}\naws eks delete-cluster --name ${name}`,
  },
  judge(cluster, { estate }) {
    if (!isLive(cluster)) return notApplicable('not-live', { status: cluster.body.status ?? '' });
    if (cluster.body.computeConfig?.enabled) return notApplicable('auto-mode');
    const groups = estate.index(nodegroups, byCluster).get(cluster.name)?.length ?? 0;
    if (groups > 0) return pass('nodegroups', { groups });
    const nodes = estate.index(instances, byTaggedCluster).get(cluster.name)?.length ?? 0;
    return nodes > 0 ? pass('instances', { nodes }) : manual('no-nodes');
  },
});
