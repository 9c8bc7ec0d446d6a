import { expect, test } from 'vitest';
import { eksNodesSingleZone } from '../../../../src/engine/checks/eks/eks-nodes-single-zone.ts';
import { subnets } from '../../../../src/engine/collectors/ec2.ts';
import { nodegroups } from '../../../../src/engine/collectors/eks.ts';
import { cluster, nodegroup } from './cluster.ts';

const network = [
  { SubnetId: 'subnet-a', AvailabilityZone: 'us-east-1a' },
  { SubnetId: 'subnet-a2', AvailabilityZone: 'us-east-1a' },
  { SubnetId: 'subnet-b', AvailabilityZone: 'us-east-1b' },
];
const groups = (...list: string[][]) =>
  cluster()
    .with(subnets, network)
    .with(
      nodegroups,
      list.map((ids, index) => nodegroup({ nodegroupName: `workers-${index}`, subnets: ids })),
    );

test('two subnets of one zone are one zone', () => {
  expect(groups(['subnet-a', 'subnet-a2']).verdict(eksNodesSingleZone)).toMatchObject({
    status: 'fail',
    parameters: { zones: ['us-east-1a'] },
  });
});

test('one node group a zone is as it should be', () => {
  expect(groups(['subnet-a'], ['subnet-b']).verdict(eksNodesSingleZone)).toMatchObject({
    status: 'pass',
    parameters: { groups: 2, zones: ['us-east-1a', 'us-east-1b'] },
  });
});

test('a subnet of another account leaves the question open, unless two zones are known anyway', () => {
  expect(groups(['subnet-a', 'subnet-shared']).verdict(eksNodesSingleZone)).toMatchObject({
    status: 'unknown',
    reason: 'subnet-not-listed',
  });
  expect(groups(['subnet-a', 'subnet-b', 'subnet-shared']).verdict(eksNodesSingleZone).status).toBe('pass');
});

test('Auto Mode and clusters without node groups are not applicable', () => {
  const auto = cluster({ computeConfig: { enabled: true } });
  expect(auto.verdict(eksNodesSingleZone).reason).toBe('auto-mode');
  expect(cluster().verdict(eksNodesSingleZone).reason).toBe('no-nodegroups');
});

test.each([[nodegroups], [subnets]])('without $id the verdict is unknown', (read) => {
  expect(groups(['subnet-a']).without(read).verdict(eksNodesSingleZone)).toMatchObject({
    status: 'unknown',
    missing: [{ read: read.id }],
  });
});
