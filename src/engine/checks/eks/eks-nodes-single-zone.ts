import { subnets } from '../../collectors/ec2.ts';
import { clusters, nodegroups } from '../../collectors/eks.ts';
import type { Listing } from '../../collectors/read.ts';
import { check, fail, notApplicable, pass, unknown } from '../check.ts';
import type { Resource } from '../estate.ts';
import { byCluster } from './cluster-keys.ts';

const bySubnetId = ({ body }: Resource<typeof subnets extends Listing<infer B> ? B : never>) => body.SubnetId;

/**
 * Judged for the cluster as a whole: one node group a zone is how groups with EBS volumes are meant to be, so a
 * group in one zone is no fault.
 */
export const eksNodesSingleZone = check({
  id: 'eks-nodes-single-zone',
  version: 1,
  aspect: 'scalability',
  severity: 'medium',
  on: clusters,
  reads: [nodegroups, subnets],
  references: ['WA:REL10-BP01'],
  effort: 'M',
  judge(cluster, { estate }) {
    if (cluster.body.computeConfig?.enabled) return notApplicable('auto-mode');
    const groups = (estate.index(nodegroups, byCluster).get(cluster.name) ?? []).filter(
      ({ body }) => (body.scalingConfig?.maxSize ?? 1) > 0,
    );
    if (groups.length === 0) return notApplicable('no-nodegroups');
    const ids = [...new Set(groups.flatMap(({ body }) => body.subnets ?? []))];
    const known = estate.index(subnets, bySubnetId);
    const zoneOf = (id: string) => known.get(id)?.[0]?.body.AvailabilityZone;
    const names = [...new Set(ids.flatMap((id) => zoneOf(id) ?? []))].sort();
    const parameters = { groups: groups.length, zones: names };
    const seen = { nodegroups: groups.map(({ name }) => name), zones: names };
    if (names.length > 1) return pass('zones', parameters, { seen });
    // A subnet that another account shares may not be listed here, and may lie in another zone.
    return ids.some((id) => !zoneOf(id))
      ? unknown('subnet-not-listed', {}, { seen })
      : fail('one-zone', parameters, { seen });
  },
});
