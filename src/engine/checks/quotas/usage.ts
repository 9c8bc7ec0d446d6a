import { autoScalingGroups } from '../../collectors/auto-scaling.ts';
import {
  addresses,
  instances,
  internetGateways,
  natGateways,
  networkInterfaces,
  securityGroups,
  subnets,
  vpcs,
} from '../../collectors/ec2.ts';
import { clusters } from '../../collectors/eks.ts';
import { loadBalancers, targetGroups } from '../../collectors/elbv2.ts';
import { quotaCodes } from '../../collectors/quotas.ts';
import { dbClusters, dbInstances } from '../../collectors/rds.ts';
import type { AnyListing, Listing } from '../../collectors/read.ts';
import type { Estate } from '../estate.ts';

type Usage = (estate: Estate) => number;

/** What counts against a quota in a region, by quota code. What other accounts share into it counts against theirs. */
const usage: Record<string, Usage> = {
  [quotaCodes.autoScalingGroups]: all(autoScalingGroups),
  [quotaCodes.standardVcpus]: standardVcpus,
  [quotaCodes.elasticIps]: all(addresses),
  [quotaCodes.eksClusters]: all(clusters),
  [quotaCodes.applicationLoadBalancers]: balancers('application'),
  [quotaCodes.networkLoadBalancers]: balancers('network'),
  [quotaCodes.targetGroups]: all(targetGroups),
  [quotaCodes.dbInstances]: all(dbInstances),
  [quotaCodes.dbClusters]: all(dbClusters),
  [quotaCodes.vpcs]: owned(vpcs),
  [quotaCodes.internetGateways]: owned(internetGateways),
  [quotaCodes.natGatewaysPerZone]: natGatewaysInFullestZone,
  [quotaCodes.securityGroups]: owned(securityGroups),
  [quotaCodes.networkInterfaces]: owned(networkInterfaces),
};

/** Undefined for a quota whose use is not counted. */
export const usageOf = (quotaCode: string, estate: Estate): number | undefined => usage[quotaCode]?.(estate);

function all(listing: AnyListing): Usage {
  return (estate) => estate.count(listing);
}

function owned<B extends { OwnerId?: string | undefined }>(listing: Listing<B>): Usage {
  return (estate) =>
    estate.list(listing).filter(({ account, body }) => (body.OwnerId ?? account) === account).length;
}

function balancers(type: string): Usage {
  return (estate) => estate.list(loadBalancers).filter(({ body }) => body.Type === type).length;
}

/** Families of the quota 'Running On-Demand Standard': A, C, D, H, I, M, R, T, Z; not inf, mac, trn, hpc and dl. */
const standard = /^(a|c|d|h|i|m|r|t|z|im|is)\d/;

/** vCPUs of running on-demand instances; Spot has a quota of its own. */
function standardVcpus(estate: Estate): number {
  return estate
    .list(instances)
    .filter(
      ({ body }) =>
        (body.State?.Name === 'running' || body.State?.Name === 'pending') &&
        !body.InstanceLifecycle &&
        standard.test(body.InstanceType ?? ''),
    )
    .reduce(
      (sum, { body }) => sum + (body.CpuOptions?.CoreCount ?? 0) * (body.CpuOptions?.ThreadsPerCore ?? 0),
      0,
    );
}

function natGatewaysInFullestZone(estate: Estate): number {
  const zones = new Map(estate.list(subnets).map(({ body }) => [body.SubnetId, body.AvailabilityZone]));
  const counts = new Map<string, number>();
  for (const { body } of estate.list(natGateways)) {
    // A regional gateway has no subnet, and AWS does not say which zones it spans.
    if (body.State === 'deleted' || body.State === 'failed' || !body.SubnetId) continue;
    // A subnet shared by another account is not listed; it counts by itself, so that no zone is made up.
    const zone = zones.get(body.SubnetId) ?? body.SubnetId;
    counts.set(zone, (counts.get(zone) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}
