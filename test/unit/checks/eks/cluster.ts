import { clusters, type clusterVersions, type nodegroups } from '../../../../src/engine/collectors/eks.ts';
import { ACCOUNT, estate, REGION } from '../../../support/estate.ts';

type Body<L> = L extends { items(output: unknown): readonly (infer B)[] } ? B : never;
export type ClusterBody = Body<typeof clusters>;

/** An estate with one live cluster, `shop`. */
export const cluster = (body: Partial<ClusterBody> = {}, region = REGION) =>
  estate({ account: ACCOUNT, region }).with(clusters, [
    { name: 'shop', arn: `arn:aws:eks:${region}:${ACCOUNT}:cluster/shop`, status: 'ACTIVE', ...body },
  ]);

export const nodegroup = (body: Partial<Body<typeof nodegroups>> = {}) => ({
  nodegroupName: 'workers',
  nodegroupArn: `arn:aws:eks:${REGION}:${ACCOUNT}:nodegroup/shop/${body.nodegroupName ?? 'workers'}/0a1b`,
  clusterName: 'shop',
  status: 'ACTIVE' as const,
  ...body,
});

export const version = (clusterVersion: string, more: Partial<Body<typeof clusterVersions>> = {}) => ({
  clusterVersion,
  clusterType: 'eks',
  ...more,
});
