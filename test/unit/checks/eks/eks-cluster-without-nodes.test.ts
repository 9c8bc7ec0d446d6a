import { expect, test } from 'vitest';
import { eksClusterWithoutNodes } from '../../../../src/engine/checks/eks/eks-cluster-without-nodes.ts';
import { instances } from '../../../../src/engine/collectors/ec2.ts';
import { nodegroups } from '../../../../src/engine/collectors/eks.ts';
import { cluster, nodegroup } from './cluster.ts';

test('without node groups and instances only a person can tell, because Fargate is not read', () => {
  expect(cluster().verdict(eksClusterWithoutNodes)).toMatchObject({ status: 'manual', reason: 'no-nodes' });
});

test('a node group passes', () => {
  expect(cluster().with(nodegroups, [nodegroup()]).verdict(eksClusterWithoutNodes).reason).toBe('nodegroups');
});

test.each([
  [{ Key: 'kubernetes.io/cluster/shop', Value: 'owned' }, 'pass'],
  [{ Key: 'aws:eks:cluster-name', Value: 'shop' }, 'pass'],
  [{ Key: 'kubernetes.io/cluster/other', Value: 'owned' }, 'manual'],
])('an instance tagged %j: %s', (tag, status) => {
  const nodes = cluster().with(instances, [{ InstanceId: 'i-1', Tags: [tag] }]);
  expect(nodes.verdict(eksClusterWithoutNodes).status).toBe(status);
});

test('Auto Mode and clusters on their way out are not applicable', () => {
  const auto = cluster({ computeConfig: { enabled: true } });
  expect(auto.verdict(eksClusterWithoutNodes).reason).toBe('auto-mode');
  expect(cluster({ status: 'DELETING' }).verdict(eksClusterWithoutNodes).reason).toBe('not-live');
});

test.each([[nodegroups], [instances]])('without $id the verdict is unknown', (read) => {
  expect(cluster().without(read).verdict(eksClusterWithoutNodes)).toMatchObject({
    status: 'unknown',
    missing: [{ read: read.id }],
  });
});
